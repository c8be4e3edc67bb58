package org.opensocialnet.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.database.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the door asks the book of members at each step over it: may they still come in, and as what. */
@Component
class Presences {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Presences(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What was found of a member who may come in; without memberships for who may not. */
    record Found(String name, boolean invented, List<Membership> memberships) {

        private static final Found NOTHING = new Found("", false, List.of());

        /** The one chosen, else the first; none where they no longer belong anywhere. */
        @Nullable
        Membership membership(@Nullable UUID chosen) {
            return memberships.stream()
                    .filter(membership -> membership.id().equals(chosen))
                    .findFirst()
                    .orElse(memberships.isEmpty() ? null : memberships.getFirst());
        }
    }

    private record Line(String name, boolean invented, Membership membership) {}

    Found of(UUID member) {
        return Sight.job("sign-in").call(() -> Objects.requireNonNull(transactions.execute(_ -> read(member))));
    }

    private Found read(UUID member) {
        var lines = jdbc.sql("""
                select m.name, m.invented, s.id, s.member, s.organization, s.roles
                from access.member m
                join access.membership s on s.member = m.id
                where m.id = :member and m.state = :active
                order by s.created_at, s.id
                """)
                .param("member", member)
                .param("active", State.ACTIVE.code())
                .query((row, number) ->
                        new Line(row.getString("name"), row.getBoolean("invented"), Members.membership(row, number)))
                .list();
        return lines.isEmpty()
                ? Found.NOTHING
                : new Found(
                        lines.getFirst().name(),
                        lines.getFirst().invented(),
                        lines.stream().map(Line::membership).toList());
    }
}
