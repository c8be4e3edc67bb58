package org.opensocialnet.doubles;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of pairs: what was found and what was decided. What was decided is not asked again. */
@Component
@Transactional
class Lookalikes {

    static final int PAGE = 20;

    private static final int AT_ONCE = 500;

    private static final String SELECT = """
            select id, kind, left_id, right_id, points, evidence, state, decided_at, decided_by, kept_id, joint
            from doubles.pair
            """;

    /** What was decided of a pair. */
    enum State {
        OPEN,
        DIFFERENT,
        MERGED
    }

    /** Two records that may be one. */
    record Pair(
            UUID id,
            String kind,
            UUID leftId,
            UUID rightId,
            int points,
            String evidence,
            State state,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable UUID keptId,
            @Nullable UUID joint) {

        String path() {
            return PairPages.PATH + "/" + id;
        }

        Subject left() {
            return Subject.of(kind, leftId);
        }

        Subject right() {
            return Subject.of(kind, rightId);
        }

        List<Trait> traits() {
            return Arrays.stream(evidence.split(" ")).map(Trait::valueOf).toList();
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Lookalikes(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** One page of what waits, the likeliest first, and the first of the next. */
    @Transactional(readOnly = true)
    public List<Pair> open(String kind, int page) {
        return jdbc.sql(SELECT + """
                        where state = 'OPEN' and (:kind = '' or kind = :kind)
                        order by points desc, id
                        limit :size offset :offset
                        """)
                .param("kind", kind)
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query(Rows.of(Pair.class))
                .list();
    }

    /** What was decided, the newest first. */
    @Transactional(readOnly = true)
    public List<Pair> decided(int page) {
        return jdbc.sql(SELECT + """
                        where state <> 'OPEN'
                        order by decided_at desc, id
                        limit :size offset :offset
                        """)
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query(Rows.of(Pair.class))
                .list();
    }

    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("select count(*) from doubles.pair where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Pair one(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(Pair.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("doubles.pair.unknown"));
    }

    /** Notes what a search found; pairs that somebody decided stay decided. */
    public void found(Subject.Kind kind, UUID search, Collection<Candidates.Pair> found) {
        var now = now();
        batches.batchUpdate("""
                insert into doubles.pair (id, kind, left_id, right_id, points, evidence, found_at, search)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (left_id, right_id) do update
                set points = excluded.points, evidence = excluded.evidence, search = excluded.search
                where pair.state = 'OPEN'
                """, found, AT_ONCE, (row, pair) -> {
            row.setObject(1, Uuid7.next());
            row.setString(2, kind.table());
            row.setObject(3, first(pair.one().id(), pair.other().id()));
            row.setObject(4, second(pair.one().id(), pair.other().id()));
            row.setInt(5, pair.points());
            row.setString(6, pair.traits().stream().map(Trait::name).collect(Collectors.joining(" ")));
            row.setObject(7, now);
            row.setObject(8, search);
        });
    }

    /** As PostgreSQL orders ids. */
    private static UUID first(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? one : other;
    }

    private static UUID second(UUID one, UUID other) {
        return first(one, other).equals(one) ? other : one;
    }

    /** What waits of earlier searches and was not found again is no pair any more. */
    void forgetBut(UUID search) {
        jdbc.sql("delete from doubles.pair where state = 'OPEN' and search <> :search")
                .param("search", search)
                .update();
    }

    void different(UUID id, SignedIn me) {
        decide(id, State.OPEN, State.DIFFERENT, me, null, null);
    }

    void merged(UUID id, SignedIn me, UUID kept, UUID joint) {
        decide(id, State.OPEN, State.MERGED, me, kept, joint);
    }

    /** Asks again; answers what had been decided. */
    void reopen(UUID id, State from) {
        int changed = jdbc.sql("""
                        update doubles.pair
                        set state = 'OPEN', decided_at = null, decided_by = null, kept_id = null, joint = null
                        where id = :id and state = :from
                        """).param("id", id).param("from", from.name()).update();
        mustBeOne(changed);
    }

    private void decide(UUID id, State from, State to, SignedIn me, @Nullable UUID kept, @Nullable UUID joint) {
        mustBeOne(jdbc.sql("""
                        update doubles.pair
                        set state = :to, decided_at = :now, decided_by = :by, kept_id = :kept, joint = :joint
                        where id = :id and state = :from
                        """)
                .param("to", to.name())
                .param("now", now())
                .param("by", me.name())
                .param("kept", kept, java.sql.Types.OTHER)
                .param("joint", joint, java.sql.Types.OTHER)
                .param("id", id)
                .param("from", from.name())
                .update());
    }

    private static void mustBeOne(int changed) {
        if (changed == 0) {
            throw Refusal.conflict("doubles.pair.decided");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
