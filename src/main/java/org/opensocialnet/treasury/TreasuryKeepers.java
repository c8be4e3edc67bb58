package org.opensocialnet.treasury;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EnvelopeId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose an envelope, an order or a waiting act is, for the gate: asked with the eyes of whoever looks. */
@Configuration(proxyBeanMethods = false)
class TreasuryKeepers {

    private record Kept(String kind, Function<UUID, Optional<UUID>> by) implements Keeper {

        @Override
        public Optional<UUID> organization(UUID record) {
            return by.apply(record);
        }
    }

    @Bean
    Keeper envelopeKeeper(BudgetDesk desk) {
        return new Kept("envelope", id -> desk.keeper(new EnvelopeId(id)));
    }

    @Bean
    Keeper purchaseKeeper(Purchases purchases) {
        return new Kept("purchase", purchases::organization);
    }

    @Bean
    Keeper approvalKeeper(BudgetDesk desk) {
        return new Kept("approval", desk::keeperOf);
    }
}
