package org.opensocialnet.index;

import java.util.Locale;

/** A way to narrow a search. Of a single one only one value can be chosen; several of the others all hold. */
public enum Facet {
    TERM(true),
    KIND(true),
    ZONE(true),
    GROUP(false),
    LANGUAGE(false),
    FLAG(false),
    ORGANIZATION(true),
    PLACE(true);

    private final boolean single;

    Facet(boolean single) {
        this.single = single;
    }

    public boolean single() {
        return single;
    }

    /** Whether the values stand beside their filter with a count; there are too many organisations and places for that. */
    public boolean counted() {
        return this != ORGANIZATION && this != PLACE;
    }

    /** How a value of this facet is written in the index: "zone:athens-1". */
    public String token(String value) {
        return name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
