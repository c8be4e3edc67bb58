package org.opensocialnet.index;

import java.util.List;
import java.util.Locale;

/** What holds of a point or not, and the words by which people ask for it. */
public enum Flag {
    FREE("δωρεάν", "free"),
    NO_REFERRAL("χωρίς παραπομπή", "no referral"),
    NO_PAPERS("χωρίς χαρτιά", "χωρίς έγγραφα", "no papers", "undocumented"),
    WHEELCHAIR("αμαξίδιο", "αναπηρικό", "wheelchair", "step free"),
    APPOINTMENT("ραντεβού", "appointment");

    private final List<String> words;

    Flag(String... words) {
        this.words = List.of(words);
    }

    List<String> words() {
        return words;
    }

    /** How the index and addresses write it: "no-papers". */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
