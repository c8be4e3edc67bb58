package org.opensocialnet.access;

import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What a broken glass lets through: reading one other organisation's records, never changing them, each reading noted. */
@Component
class Glazing {

    private static final String ROLE_AND_PURPOSE = "break-glass";

    private final ObjectProvider<OpenGlass> glass;
    private final Trail trail;
    private final TransactionOperations transactions;

    Glazing(ObjectProvider<OpenGlass> glass, Trail trail, TransactionOperations transactions) {
        this.glass = glass;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * The eyes of the organisation that keeps a record, where this member may lend them now.
     *
     * @param own the member's own sight
     */
    Optional<Sight> sight(SignedIn me, Sight own, Keeper keeper, UUID record) {
        if (!me.may(Permission.GLASS_BREAK)) {
            return Optional.empty();
        }
        return own.call(() -> glass.stream().findFirst().flatMap(open -> open.of(me.member())))
                .flatMap(opened -> through(lent(own, opened.organization()), opened, keeper, record));
    }

    private Optional<Sight> through(Sight lent, OpenGlass.Opened opened, Keeper keeper, UUID record) {
        return lent.call(() -> {
            var keeps = keeper.organization(record).filter(opened.organization()::equals);
            keeps.ifPresent(organization ->
                    transactions.executeWithoutResult(_ -> trail.note(Act.on("access.glass.read", keeper.kind(), record)
                            .of(organization)
                            .because(opened.why()))));
            return keeps.map(_ -> lent);
        });
    }

    private static Sight lent(Sight own, UUID organization) {
        return new Sight(
                own.member(), organization, ROLE_AND_PURPOSE, Reach.ORGANIZATION, ROLE_AND_PURPOSE, own.from());
    }
}
