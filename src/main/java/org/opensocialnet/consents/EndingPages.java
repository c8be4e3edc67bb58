package org.opensocialnet.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The consents that end within thirty days, so that nobody is cut off by a forgotten date. */
@Controller
class EndingPages {

    private final Consents consents;
    private final ConsentWords words;

    EndingPages(Consents consents, ConsentWords words) {
        this.consents = consents;
        this.words = words;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Line> lines) {}

    /** One consent that ends; who agreed is told by her pseudonym alone. */
    record Line(UUID person, String pseudonym, String title, LocalDate endsOn) {}

    @GetMapping("/desk/consents")
    ModelAndView show(SignedIn me, Words t) {
        var lines = consents.endingSoon(Objects.requireNonNull(me.organization())).stream()
                .map(consent -> new Line(
                        consent.person(),
                        PersonId.pseudonym(consent.person()),
                        words.title(consent, t),
                        consent.endsOn()))
                .toList();
        return new ModelAndView("consents/ending").addObject("page", new Page(me, lines));
    }

    @Bean
    static ToDo consentsEnding(Consents consents) {
        return (me, t) -> {
            var organization = me.organization();
            int ending = me.may(Permission.PEOPLE_KEEP) && organization != null
                    ? consents.endingSoon(organization).size()
                    : 0;
            return ending == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            40,
                            t.of("consents.todo", ending),
                            t.of("consents.todo.reason"),
                            t.of("consents.todo.action"),
                            "/desk/consents"));
        };
    }

    @Bean
    static PersonActions consentsOfPerson() {
        return (me, person, t) -> me.may(Permission.PEOPLE_KEEP)
                        && person.organization().equals(me.organization())
                ? List.of(new PersonActions.Link(
                        t.of("consents.title"), "/desk/people/" + person.id().value() + "/consents"))
                : List.of();
    }
}
