package org.opensocialnet.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opensocialnet.people.Born;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.Quality;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;

/** Reads and fills in what a form says of who somebody is: a field for each kind, all optional, one quality for all. */
final class IdentityForm {

    private IdentityForm() {}

    /** What was typed and may be kept; faults are noted on the form. */
    static List<Said> read(Form form, LocalDate today, Words t) {
        var quality = form.field("quality", t.of("registry.quality"))
                .oneOf(Quality.class)
                .orElse(Quality.GIVEN);
        var said = new ArrayList<Said>();
        for (var kind : FactKind.values()) {
            var label = Labels.of(kind, t);
            var text = form.field(kind.code(), label).optional(kind.longest());
            if (!text.isEmpty()) {
                said.add(new Said(kind, checked(form, kind, text, today, t), quality));
            }
        }
        return said;
    }

    private static String checked(Form form, FactKind kind, String text, LocalDate today, Words t) {
        if (kind == FactKind.BORN) {
            var born = Born.read(text, today);
            if (born.isEmpty()) {
                form.refuse(kind.code(), t.of("registry.born.fault"));
            }
            return born.map(it -> it.written(today)).orElse(text);
        }
        if (kind == FactKind.EMAIL) {
            return form.field(kind.code(), Labels.of(kind, t)).email();
        }
        kind.fault(text).ifPresent(key -> form.refuse(kind.code(), t.of(key)));
        return text;
    }

    /** What is known, as it is typed. */
    static Form filled(Form form, Person person) {
        for (var kind : FactKind.values()) {
            form.with(kind.code(), person.said(kind));
        }
        return form.with(
                "quality",
                person.facts().stream()
                        .map(Fact::quality)
                        .reduce((_, newer) -> newer)
                        .orElse(Quality.GIVEN)
                        .name()
                        .toLowerCase(Locale.ROOT));
    }

    /** Only what differs from what is known; a field that was emptied ends what stood in it. */
    static List<Said> changed(List<Said> said, Person person, Quality quality) {
        var changed = new ArrayList<Said>();
        for (var kind : FactKind.values()) {
            var now = said.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Said::text)
                    .findFirst()
                    .orElse("");
            if (!now.equals(person.said(kind))) {
                changed.add(new Said(kind, now, quality));
            }
        }
        return changed;
    }
}
