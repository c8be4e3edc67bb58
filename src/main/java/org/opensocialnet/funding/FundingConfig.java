package org.opensocialnet.funding;

import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.support.Calls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: whose a part is, and the way here from a request. */
@Configuration(proxyBeanMethods = false)
class FundingConfig {

    @Bean
    Keeper fundedPartKeeper(PaidParts parts) {
        return new Keeper() {
            @Override
            public String kind() {
                return "part";
            }

            @Override
            public Optional<UUID> organization(UUID part) {
                return parts.keeper(part);
            }
        };
    }

    @Bean
    Calls.About fundingOfRequest(Calls calls) {
        return (request, me, t) ->
                me.may(Permission.BUDGET_READ) && calls.find(request, t).isPresent()
                        ? Optional.of(new Calls.Link(t.of("funding.link"), FundingPages.address(request)))
                        : Optional.empty();
    }
}
