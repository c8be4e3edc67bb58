package org.opensocialnet.letters;

import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A letter that a mail server refused. */
@Component
@Profile("matrix")
class LetterExamples implements RouteExamples {

    private final ApplicationContext context;

    LetterExamples(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return "id";
    }

    @Override
    public String of(UUID organization, UUID member) {
        return new SomeLetters(context)
                .dead(RouteExamples.marker(organization) + "@odos.example")
                .toString();
    }
}
