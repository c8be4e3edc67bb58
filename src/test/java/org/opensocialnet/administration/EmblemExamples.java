package org.opensocialnet.administration;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An emblem that is gone already: taking it away once more is answered as the first time. */
@Component
@Profile("matrix")
class EmblemExamples implements RouteExamples {

    @Override
    public String kind() {
        return "emblem";
    }

    @Override
    public String of(UUID organization, UUID member) {
        return UUID.randomUUID().toString();
    }
}
