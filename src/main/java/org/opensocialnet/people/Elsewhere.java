package org.opensocialnet.people;

import java.time.Duration;
import java.util.List;
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

    Elsewhere(Tokens tokens, JdbcClient jdbc, TransactionOperations transactions, Attempts attempts, Trail trail) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.attempts = attempts;
        this.trail = trail;
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

    /** Those she is a member of already know her; who was restricted is known to nobody. */
    private boolean isKnown(List<Sought> sought, UUID organization) {
        return jdbc.sql("""
                with asked as (
                    select * from unnest(:tokens::bigint[], :clues::int[], :weights::int[]) as a (token, clue, weight)
                ), hit as (
                    select t.person, a.clue, max(a.weight) as weight
                    from asked a
                    join people.token t on t.token = a.token
                    join people.person p on p.id = t.person and p.restricted_at is null
                    where t.organization <> :organization
                    group by t.person, a.clue
                )
                select exists (select from hit group by person having sum(weight) >= :doubt)
                """)
                .param("tokens", sought.stream().map(Sought::token).toArray(Long[]::new))
                .param("clues", sought.stream().map(Sought::clue).toArray(Integer[]::new))
                .param("weights", sought.stream().map(Sought::weight).toArray(Integer[]::new))
                .param("organization", organization)
                .param("doubt", Weights.DOUBT)
                .query(Boolean.class)
                .single();
    }
}
