package org.opensocialnet.access;

import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample that the organisation of the sun keeps. */
@Component
@Profile("matrix")
class SampleExamples implements RouteExamples {

    static final String OF_MOON = "01900000-0000-7000-8000-0000000000b2";

    @Override
    public String kind() {
        return "sample";
    }

    @Override
    public String of(UUID organization, UUID member) {
        return organization.equals(DeskSamples.SUN) ? DeskSamples.THING_OF_SUN.toString() : OF_MOON;
    }
}
