package org.opensocialnet.successions;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A merger of two kitchens of which nobody has decided who works for the heir. */
@Component
@Profile("matrix")
class InheritanceExamples implements RouteExamples {

    private final Intakes intakes;

    InheritanceExamples(Intakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public String kind() {
        return "inheritance";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var given = new Given(intakes, "i-" + UUID.randomUUID());
        given.take(
                IntakeOptions.wholeSource(),
                "organization | id=former | name=Κουζίνα",
                "organization | id=heir | name=Σπίτι",
                "organization_succession | id=event | predecessor_id=former | successor_id=heir | event=merged-into"
                        + " | happened_on=2026-01-01");
        return given.id("organization_succession", "event");
    }
}
