package org.opensocialnet.safeguards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.safeguards.Glass.Reason;
import org.opensocialnet.safeguards.Glass.Verdict;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All openings of the glass that the sight of whoever asks may know of. */
@Repository
@Transactional
class Glasses {

    static final int PAGE = 25;

    private static final String COLUMNS = """
            id, member, acting_for, organization, reason, words, opened_at, expires_at, ended_at,
            verdict, verdict_words, reviewed_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Glasses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID member, UUID actingFor, UUID organization, Reason reason, String words, Duration length) {
        var id = Uuid7.next();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into safeguards.glass
                       (id, member, acting_for, organization, reason, words, opened_at, expires_at)
                values (:id, :member, :actingFor, :organization, :reason, :words, :now, :until)
                """)
                .param("id", id)
                .param("member", member)
                .param("actingFor", actingFor)
                .param("organization", organization)
                .param("reason", Items.code(reason))
                .param("words", words)
                .param("now", now)
                .param("until", now.plus(length))
                .update();
        return id;
    }

    /** The one a member looks through now; the latest, should there be several. */
    Optional<Glass> open(UUID member) {
        return jdbc.sql("""
                select %s
                from safeguards.glass
                where member = :member and expires_at > :now and ended_at is null
                order by opened_at desc
                limit 1
                """.formatted(COLUMNS))
                .param("member", member)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Glasses::glass)
                .optional();
    }

    /** The records of an organisation that everybody may know of: where they open at the desk, and what they are called. */
    List<Choice> known(UUID organization) {
        return jdbc.sql("""
                (select 0 as place, '/desk/records/organization/' || id as path, name
                 from directory.public_organization
                 where id = :organization)
                union all
                (select 1, '/desk/records/service/' || id, name
                 from directory.public_service
                 where organization_id = :organization
                 order by name, id
                 limit 50)
                order by place, name
                """)
                .param("organization", organization)
                .query((row, _) -> new Choice(row.getString("path"), row.getString("name")))
                .list();
    }

    Optional<Glass> find(UUID id) {
        return jdbc.sql("select %s from safeguards.glass where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Glasses::glass)
                .optional();
    }

    /** Closes all that a member has open. */
    List<UUID> end(UUID member) {
        return jdbc.sql("""
                update safeguards.glass
                set ended_at = :now
                where member = :member and expires_at > :now and ended_at is null
                returning id
                """)
                .param("member", member)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Those nobody has reviewed, the oldest first; or, the newest first, those that were. */
    List<Glass> page(boolean reviewed, @Nullable UUID after) {
        return jdbc.sql("""
                select %s
                from safeguards.glass
                where (reviewed_at is not null) = :reviewed
                  and (:after::uuid is null or case when :reviewed then id < :after::uuid else id > :after::uuid end)
                order by case when :reviewed then opened_at end desc, opened_at, id
                limit :most
                """.formatted(COLUMNS))
                .param("reviewed", reviewed)
                .param("after", after)
                .param("most", PAGE + 1)
                .query(Glasses::glass)
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from safeguards.glass where reviewed_at is null")
                .query(Integer.class)
                .single();
    }

    /** Answers whether it waited for a review and may be reviewed by this member. */
    boolean review(UUID id, UUID reviewer, Verdict verdict, String words) {
        return jdbc.sql("""
                update safeguards.glass
                set verdict = :verdict, verdict_words = :words, reviewed_by = :reviewer, reviewed_at = :now
                where id = :id and reviewed_at is null and member <> :reviewer
                """)
                        .param("id", id)
                        .param("reviewer", reviewer)
                        .param("verdict", Items.code(verdict))
                        .param("words", words)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Glass glass(ResultSet row, int number) throws SQLException {
        var verdict = row.getString("verdict");
        return new Glass(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("acting_for", UUID.class),
                row.getObject("organization", UUID.class),
                Reason.valueOf(constant(row.getString("reason"))),
                row.getString("words"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                verdict == null ? null : Verdict.valueOf(constant(verdict)),
                row.getString("verdict_words"),
                instant(row.getTimestamp("reviewed_at")));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
