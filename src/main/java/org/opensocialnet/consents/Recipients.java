package org.opensocialnet.consents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** The organisation a form means by a name typed into its field "q", or by a choice among those it found. */
@Component
class Recipients {

    private static final int MOST_NAMES = 8;

    private final Organizations organizations;

    Recipients(Organizations organizations) {
        this.organizations = organizations;
    }

    /** The chosen one; where only a name was typed and it fits exactly one, that one. */
    @Nullable
    UUID chosen(Form form, SignedIn me, Words t) {
        var chosen = form.typed("recipient");
        var found = named(form.typed("q"), me);
        if (found.size() == 1 && chosen.isEmpty()) {
            return UUID.fromString(found.getFirst().value());
        }
        if (chosen.matches("[0-9a-f-]{36}")
                && organizations.name(UUID.fromString(chosen)).isPresent()
                && !chosen.equals(String.valueOf(me.organization()))) {
            return UUID.fromString(chosen);
        }
        form.refuse("q", found.isEmpty() ? t.of("consents.fault.recipient") : t.of("consents.fault.several"));
        return null;
    }

    List<Choice> named(String q, SignedIn me) {
        return q.isBlank()
                ? List.of()
                : organizations.named(q, MOST_NAMES).stream()
                        .filter(organization -> !organization.id().equals(me.organization()))
                        .map(organization -> new Choice(organization.id().toString(), organization.name()))
                        .toList();
    }
}
