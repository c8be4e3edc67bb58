package org.opensocialnet.people;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.matching.Agreement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two records that may be one person: looked for, decided by a person, never by themselves. Joining changes what the
 * records stand for and nothing in them, so that it can be undone without loss.
 */
@Component
@Transactional
public class Pairs {

    private final JdbcClient jdbc;
    private final PossiblePairs possible;
    private final Trail trail;
    private final Clock clock;

    Pairs(JdbcClient jdbc, PossiblePairs possible, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.possible = possible;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Two of the own people, and how far somebody decided.
     *
     * @param probability how probable it is that they are one person, from 0 to 1; what the fields say is the evidence
     */
    public record Pair(UUID one, UUID other, String state, double probability, List<Evidence> evidence) {

        public Pair {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What one field says, without what stands in it.
     *
     * @param kind none for a code both carry
     * @param bits how strongly: above 0 for one person, below for two
     */
    public record Evidence(@Nullable FactKind kind, Agreement agreement, double bits) {

        String written() {
            return "%s %s %.1f".formatted(kind == null ? "code" : kind.code(), agreement.name(), bits);
        }

        static Evidence read(String written) {
            var parts = written.split(" ");
            return new Evidence(
                    parts[0].equals("code") ? null : FactKind.of(parts[0]),
                    Agreement.valueOf(parts[1]),
                    Double.parseDouble(parts[2]));
        }
    }

    /** The open ones of an organisation, the most probable first. */
    @Transactional(readOnly = true)
    public List<Pair> open(UUID organization, int atMost) {
        return jdbc.sql("""
                select one, other, state, probability, evidence from people.pair
                where organization = :organization and state = 'open' and not people.is_one(one, other)
                order by probability desc, found_at, one
                limit :most
                """)
                .param("organization", organization)
                .param("most", atMost)
                .query((row, _) -> pair(row))
                .list();
    }

    @Transactional(readOnly = true)
    public int countOpen(UUID organization) {
        return jdbc.sql("""
                select count(*) from people.pair
                where organization = :organization and state = 'open' and not people.is_one(one, other)
                """)
                .param("organization", organization)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Pair> find(UUID one, UUID other) {
        return jdbc.sql("""
                select one, other, state, probability, evidence from people.pair where one = :one and other = :other
                """)
                .param("one", one)
                .param("other", other)
                .query((row, _) -> pair(row))
                .optional();
    }

    /**
     * Compares the own people with each other, by their encodings alone; new pairs wait for somebody. What was decided stays
     * decided; what nobody decided and is not alike any more waits no longer.
     */
    public void look(UUID organization) {
        look(organization, false);
    }

    /** The same with weights learnt anew from all of them. */
    public void learnAndLook(UUID organization) {
        look(organization, true);
    }

    /** Organisations whose people were not looked through since; for the program's own work. */
    @Transactional(readOnly = true)
    public List<UUID> notLookedThroughSince(Instant moment) {
        return jdbc.sql("""
                select distinct p.organization
                from people.person p
                where not exists (select from people.learnt l
                                  where l.organization = p.organization and l.learnt_at >= :moment)
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject("organization", UUID.class))
                .list();
    }

    private void look(UUID organization, boolean anew) {
        var found = possible.within(organization, anew);
        found.forEach(pair -> note(organization, pair));
        jdbc.sql("""
                delete from people.pair p
                where p.organization = :organization and p.state = 'open'
                  and not exists (select from unnest(:ones::uuid[], :others::uuid[]) as f (one, other)
                                  where f.one = p.one and f.other = p.other)
                """)
                .param("organization", organization)
                .param("ones", found.stream().map(Pair::one).toArray(UUID[]::new))
                .param("others", found.stream().map(Pair::other).toArray(UUID[]::new))
                .update();
    }

    private void note(UUID organization, Pair pair) {
        jdbc.sql("""
                insert into people.pair (one, other, organization, state, found_at, probability, evidence)
                values (:one, :other, :organization, 'open', :now, :probability, :evidence)
                on conflict (one, other) do update
                set probability = excluded.probability, evidence = excluded.evidence
                """)
                .param("one", pair.one())
                .param("other", pair.other())
                .param("organization", organization)
                .param("now", now())
                .param("probability", pair.probability())
                .param(
                        "evidence",
                        pair.evidence().stream().map(Evidence::written).toArray(String[]::new))
                .update();
    }

    /** Records of an organisation that stand for the same person; those that stand alone are not told. */
    @Transactional(readOnly = true)
    public List<Set<UUID>> together(UUID organization) {
        return jdbc.sql("""
                select array_agg(id) as persons from people.person
                where organization = :organization
                group by self
                having count(*) > 1
                """)
                .param("organization", organization)
                .query((row, _) -> Set.of((UUID[]) row.getArray("persons").getArray()))
                .list();
    }

    /**
     * The same over all organisations, and records that go by one code or card as well: two people may have made the same code,
     * so this is for counting and decides nothing. Only the program itself sees all of them.
     */
    @Transactional(readOnly = true)
    public List<Set<UUID>> togetherInTheNetwork() {
        return jdbc.sql("""
                select array_agg(id) as persons from people.person group by self having count(*) > 1
                union all
                select array_agg(distinct person) from people.code where ended_at is null
                group by hash having count(distinct person) > 1
                """)
                .query((row, _) -> Set.of((UUID[]) row.getArray("persons").getArray()))
                .list();
    }

    /** Other people: they are not offered again. */
    public void different(UUID one, UUID other) {
        decide(one, other, "open", "different");
        trail.note(Act.on("people.pair.different", "person", one));
    }

    /** One person: both records stand for her from now on, and she counts once. */
    public void join(UUID one, UUID other) {
        decide(one, other, "open", "joined");
        standTogether(one);
        trail.note(Act.on("people.pair.joined", "person", one));
        trail.note(Act.on("people.pair.joined", "person", other));
    }

    /**
     * Takes either decision back, in whatever order they were made: what is not joined by another decision stands apart
     * again, and waits.
     */
    public void undo(UUID one, UUID other) {
        var undone = jdbc.sql("""
                update people.pair set state = 'open', decided_at = null, decided_by = null
                where one = :one and other = :other and state <> 'open'
                """).param("one", one).param("other", other).update();
        if (undone == 0) {
            throw Refusal.conflict("people.pair.decided-already");
        }
        standTogether(one);
        standTogether(other);
        trail.note(Act.on("people.pair.undone", "person", one));
    }

    private void decide(UUID one, UUID other, String from, String to) {
        var decided = jdbc.sql("""
                update people.pair set state = :to, decided_at = :now, decided_by = :member
                where one = :one and other = :other and state = :from
                """)
                .param("to", to)
                .param("now", now())
                .param("member", Objects.requireNonNull(Sight.current()).member())
                .param("one", one)
                .param("other", other)
                .param("from", from)
                .update();
        if (decided == 0) {
            throw Refusal.conflict("people.pair.decided-already");
        }
    }

    /** All records that are tied to this one by what was decided and not taken back stand for the same person, no others. */
    private void standTogether(UUID person) {
        jdbc.sql("""
                with recursive tied (id) as (
                    select :person::uuid
                    union
                    select case when p.one = t.id then p.other else p.one end
                    from tied t
                    join people.pair p on p.state = 'joined' and (p.one = t.id or p.other = t.id)
                )
                update people.person set self = (select min(id::text)::uuid from tied)
                where id in (select id from tied)
                """).param("person", person).update();
    }

    private static Pair pair(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Pair(
                row.getObject("one", UUID.class),
                row.getObject("other", UUID.class),
                row.getString("state"),
                row.getDouble("probability"),
                Arrays.stream((String[]) row.getArray("evidence").getArray())
                        .map(Evidence::read)
                        .toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
