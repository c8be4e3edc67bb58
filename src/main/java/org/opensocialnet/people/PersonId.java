package org.opensocialnet.people;

import java.util.Locale;
import java.util.UUID;
import org.opensocialnet.kernel.TypedId;
import org.opensocialnet.kernel.Uuid7;

/** The pseudonym of a person as one organisation knows her: all that rooms outside of this one hold of her. */
public record PersonId(UUID value) implements TypedId {

    /** The last letters of a number: what workers call a person without a name. */
    public static String pseudonym(UUID value) {
        var id = value.toString();
        return id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
    }

    static PersonId next() {
        return new PersonId(Uuid7.next());
    }
}
