package org.opensocialnet.federation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.database.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which member the other house means. The first time by the e-mail address, from then on by the number that never
 * changes, so that nobody comes in who was given a member's old address.
 */
@Component
class Acquaintances {

    private final JdbcClient jdbc;
    private final Members members;
    private final TransactionOperations transactions;
    private final Clock clock;

    Acquaintances(JdbcClient jdbc, Members members, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The member meant, who may come in; nobody where none was entered here or the member is disabled. */
    Optional<Member> of(Told told) {
        return Sight.job("federation").call(() -> transactions.execute(_ -> find(told)));
    }

    private Optional<Member> find(Told told) {
        var known = jdbc.sql("""
                select member
                from federation.acquaintance
                where issuer = :issuer and subject = :subject
                """)
                .param("issuer", told.issuer())
                .param("subject", told.subject())
                .query(UUID.class)
                .optional();
        return known.flatMap(members::find)
                .or(() -> known.isPresent() ? Optional.empty() : met(told))
                .filter(member -> member.state() != State.DISABLED)
                .map(this::welcome);
    }

    private Optional<Member> met(Told told) {
        return told.email().isEmpty()
                ? Optional.empty()
                : members.byEmail(told.email())
                        .filter(member -> member.state() != State.DISABLED)
                        .filter(member -> note(told, member.id()));
    }

    /** Not, where the same house has already meant somebody else by this member. */
    private boolean note(Told told, UUID member) {
        return jdbc.sql("""
                insert into federation.acquaintance (issuer, subject, member, since)
                values (:issuer, :subject, :member, :now)
                on conflict do nothing
                """)
                        .param("issuer", told.issuer())
                        .param("subject", told.subject())
                        .param("member", member)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Who was invited has now come. */
    private Member welcome(Member member) {
        if (member.state() == State.INVITED) {
            members.become(member.id(), State.ACTIVE);
        }
        return member;
    }
}
