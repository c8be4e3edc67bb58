package org.opensocialnet.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** What can be chosen in a request, by the names readers know; and how what was chosen is called. */
@Component
class SupportChoices {

    private final Names names;

    SupportChoices(Names names) {
        this.names = names;
    }

    List<Choice> types(Words t) {
        return names.serviceTypes(t);
    }

    List<Choice> groups(Words t) {
        return names.groups(t);
    }

    List<Choice> zones(Words t) {
        return names.zones(t);
    }

    /** Where an organisation's things can be brought; a confidential one by its area alone. */
    List<Choice> locations(@Nullable UUID organization, Words t) {
        return names.locations(organization, t);
    }

    /** For whom the team may ask: every organisation of the directory, by name. */
    List<Choice> receivers(Words t) {
        return names.organizations(t);
    }

    Optional<String> location(UUID id, Words t) {
        return names.location(id, t);
    }

    /** The organisation's name in the reader's language; empty where nobody knows it. */
    String organization(@Nullable UUID id, Words t) {
        return names.organization(id, t);
    }

    /** How a code is called; itself where it is called nothing any more. */
    static String name(List<Choice> choices, String code) {
        return Names.of(choices, code);
    }

    static List<String> values(List<Choice> choices) {
        return Names.codes(choices);
    }
}
