package org.opensocialnet.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sees to it at each start that no app's secret lies open or under an old key, and that this machine has the keys. */
@Component("keysOfSignIn")
class ClosedSecrets implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedSecrets.class);

    private final Authenticators authenticators;
    private final TransactionOperations transactions;

    ClosedSecrets(Authenticators authenticators, TransactionOperations transactions) {
        this.authenticators = authenticators;
        this.transactions = transactions;
    }

    @EventListener(ApplicationStartedEvent.class)
    void close() {
        var closed = 0;
        for (int some = -1; some != 0; closed += some) {
            some = InSight.call(transactions, authenticators::closeSome);
        }
        if (closed > 0) {
            LOG.atInfo().addKeyValue("secrets", closed).log("secrets of authenticator apps were closed anew");
        }
        var locked = InSight.call(transactions, authenticators::locked);
        if (locked > 0) {
            LOG.atError()
                    .addKeyValue("secrets", locked)
                    .addKeyValue("keys", authenticators.keys())
                    .log(
                            "authenticator apps of members cannot be checked here: give this machine the keys of the others");
        }
    }

    @Override
    public Health health() {
        return InSight.call(transactions, authenticators::locked) == 0
                ? Health.up().build()
                : Health.down().build();
    }
}
