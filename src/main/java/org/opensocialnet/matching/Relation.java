package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.matching.Kind.Shared;

/**
 * What two records may be to each other. Only the first is a match; the others keep a shared home from being taken for
 * one (mixture of several classes, after Winkler 1993 and Larsen and Rubin 2001).
 */
enum Relation {
    SAME_PERSON,
    HOUSEHOLD,
    /** Of one household and born on one day: so many of a hundred pairs of a household. */
    TWINS,
    NEIGHBOURS,
    STRANGERS;

    /** About three in a hundred births are twins, and a household has more pairs than brothers and sisters. */
    static final double TWINS_OF_HOUSEHOLDS = 0.02;

    /** Bits of the fields that agree because of this relation. */
    int agreesOn(Form form) {
        int mask = 0;
        for (int field = 0; field < form.size(); field++) {
            var kind = form.kind(field);
            boolean agrees = switch (this) {
                case SAME_PERSON -> true;
                case HOUSEHOLD -> kind.shared() != Shared.BY_NOBODY;
                case TWINS -> kind.shared() != Shared.BY_NOBODY || kind == Kind.BIRTH_DATE;
                case NEIGHBOURS -> kind.shared() == Shared.IN_THE_AREA;
                case STRANGERS -> false;
            };
            mask |= agrees ? 1 << field : 0;
        }
        return mask;
    }

    /** Those that can be told apart by the fields of a form. */
    static List<Relation> possible(Form form) {
        int all = SAME_PERSON.agreesOn(form);
        int home = HOUSEHOLD.agreesOn(form);
        int area = NEIGHBOURS.agreesOn(form);
        var possible = new ArrayList<Relation>(List.of(SAME_PERSON));
        if (home != 0 && home != all && home != area) {
            possible.add(HOUSEHOLD);
            if (TWINS.agreesOn(form) != home && TWINS.agreesOn(form) != all) {
                possible.add(TWINS);
            }
        }
        if (Integer.bitCount(area) > 1 && area != all) {
            possible.add(NEIGHBOURS);
        }
        possible.add(STRANGERS);
        return possible;
    }
}
