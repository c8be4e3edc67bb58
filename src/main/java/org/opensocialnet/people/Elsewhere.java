package org.opensocialnet.people;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Tokens.Sought;
import org.opensocialnet.people.Tokens.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whether a person like this may be known to another organisation: yes or no, never who or where. Asked too often it
 * says no, for nobody may try names out on it.
 */
@Component
public class Elsewhere {

    private static final Limit LIMIT = new Limit("people-elsewhere", 60, Duration.ofSeconds(30));

    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Attempts attempts;
    private final Trail trail;
    private final Clock clock;

    Elsewhere(
            Tokens tokens,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Attempts attempts,
            Trail trail,
            Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.attempts = attempts;
        this.trail = trail;
        this.clock = clock;
    }

    /** For the text of the search field: a number, or at least two words that fit. Outside of a transaction. */
    public boolean maybe(String typed) {
        return known(tokens.asked(typed));
    }

    /** For somebody about to be registered. */
    public boolean maybe(List<Said> facts) {
        return known(tokens.alike(facts));
    }

    private boolean known(List<Sought> sought) {
        var sight = Objects.requireNonNull(Sight.current());
        var organization = sight.organization();
        if (organization == null || sought.isEmpty() || !attempts.allow(LIMIT, String.valueOf(sight.member()))) {
            return false;
        }
        transactions.executeWithoutResult(
                _ -> trail.note(new Act("people.elsewhere.asked", "search", null, null, null)));
        var known = new boolean[1];
        Sight.job("people-elsewhere")
                .run(() -> known[0] = Objects.requireNonNull(transactions.execute(_ -> isKnown(sought, organization))));
        return known[0];
    }

    /** Whether others are told of those an organisation knows: as its places say, or as it decided itself. */
    public enum Discretion {
        BY_PLACES,
        TOLD,
        SILENT
    }

    /** What the own organisation decided. */
    @Transactional(readOnly = true)
    public Discretion discretion(UUID organization) {
        return jdbc.sql("select told from people.discretion where organization = :organization")
                .param("organization", organization)
                .query(Boolean.class)
                .optional()
                .map(told -> told ? Discretion.TOLD : Discretion.SILENT)
                .orElse(Discretion.BY_PLACES);
    }

    /** Whether it has a place that is kept secret. */
    @Transactional(readOnly = true)
    public boolean hasSecretPlace(UUID organization) {
        return jdbc.sql("""
                select exists (select from directory.public_location
                               where organization_id = :organization and confidential)
                """)
                .param("organization", organization)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void decide(UUID organization, Discretion discretion) {
        jdbc.sql("delete from people.discretion where organization = :organization")
                .param("organization", organization)
                .update();
        if (discretion != Discretion.BY_PLACES) {
            jdbc.sql("""
                    insert into people.discretion (organization, told, decided_at, decided_by)
                    values (:organization, :told, :now, :member)
                    """)
                    .param("organization", organization)
                    .param("told", discretion == Discretion.TOLD)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("member", Objects.requireNonNull(Sight.current()).member())
                    .update();
        }
        trail.note(Act.on("people.discretion.decided", "organization", organization)
                .of(organization)
                .because("discretion."
                        + discretion.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /**
     * Those she is a member of already know her; who was restricted is known to nobody, and who is silent tells nobody.
     *
     * <p>The clues that most people share, a year before all, are not followed as far as they alone make no doubt: who is
     * doubtful has another, rarer one. In how much else those agree who have it is looked up one by one where they are few; otherwise all who
     * share the frequent clues are read once.
     */
    private boolean isKnown(List<Sought> sought, UUID organization) {
        return jdbc.sql("""
                with asked as materialized (
                    select * from unnest(:tokens::bigint[], :clues::int[], :weights::int[]) as a (token, clue, weight)
                ), clue as materialized (
                    select clue, sum(weight) over (order by weight <= :year desc, hits desc, clue) >= :doubt as followed
                    from (
                        select a.clue, max(a.weight) as weight, sum(carried.hits) as hits
                        from asked a
                        cross join lateral (
                            select count(*) as hits
                            from (select from people.token t where t.token = a.token limit 2000) counted) carried
                        group by a.clue) frequent
                ), rare as materialized (
                    select t.person, t.organization, a.clue, max(a.weight) as weight
                    from clue c
                    join asked a on a.clue = c.clue
                    join people.token t on t.token = a.token
                    where c.followed and t.organization <> :organization
                    group by t.person, t.organization, a.clue
                ), candidate as materialized (
                    select distinct person, organization from rare
                ), many as materialized (
                    select count(*) > 150 as are from (select from candidate limit 151) counted
                ), frequent as materialized (
                    select t.person, a.clue, a.weight
                    from clue c
                    join asked a on a.clue = c.clue
                    join people.token t on t.token = a.token
                    where not c.followed and (select are from many)
                ), hit as (
                    select person, organization, clue, weight from rare
                    union all
                    select c.person, c.organization, f.clue, f.weight
                    from frequent f
                    join candidate c on c.person = f.person
                    union all
                    select c.person, c.organization, a.clue, a.weight
                    from candidate c
                    cross join clue k
                    join asked a on a.clue = k.clue
                    join people.token t
                        on t.token = a.token and t.organization = c.organization and t.person = c.person
                    where not k.followed and not (select are from many)
                ), doubtful as (
                    select person, organization
                    from (select person, organization, clue, max(weight) as weight from hit
                          group by person, organization, clue) best
                    group by person, organization
                    having sum(weight) >= :doubt
                ), known as materialized (
                    select distinct d.organization
                    from doubtful d
                    join people.person p on p.id = d.person and p.restricted_at is null
                )
                select exists (
                    select from known k
                    where coalesce(
                        (select d.told from people.discretion d where d.organization = k.organization),
                        not exists (select from directory.public_location l
                                    where l.confidential and l.organization_id = k.organization)))
                """)
                .param("tokens", sought.stream().map(Sought::token).toArray(Long[]::new))
                .param("clues", sought.stream().map(Sought::clue).toArray(Integer[]::new))
                .param("weights", sought.stream().map(Sought::weight).toArray(Integer[]::new))
                .param("organization", organization)
                .param("doubt", Weights.DOUBT)
                .param("year", Weights.YEAR)
                .query(Boolean.class)
                .single();
    }
}
