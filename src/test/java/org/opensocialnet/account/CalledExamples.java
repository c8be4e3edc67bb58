package org.opensocialnet.account;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.deliveries.DeliveryWorld;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls for the access matrix. */
@Component
@Profile("matrix")
class CalledExamples implements RouteExamples {

    private final ApplicationContext context;

    CalledExamples(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return "called";
    }

    @Override
    public String of(UUID organization, UUID member) {
        return new DeliveryWorld(context).called(organization, "x").request().toString();
    }
}
