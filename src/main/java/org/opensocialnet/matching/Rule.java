package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings records into one block that have one or two things in common. */
record Rule(Atom first, @Nullable Atom second) {

    static List<Rule> of(Form form) {
        var atoms = Atom.of(form);
        var rules = new ArrayList<Rule>();
        for (int one = 0; one < atoms.size(); one++) {
            rules.add(new Rule(atoms.get(one), null));
            for (int two = one + 1; two < atoms.size(); two++) {
                if (!atoms.get(one).touches(atoms.get(two))) {
                    rules.add(new Rule(atoms.get(one), atoms.get(two)));
                }
            }
        }
        return rules;
    }

    List<Atom> atoms() {
        return second == null ? List.of(first) : List.of(first, second);
    }

    /** 0 for a record that lacks one of them. */
    int key(Form form, long[] record, int at) {
        long key = first.of(form, record, at);
        if (key != 0 && second != null) {
            long other = second.of(form, record, at);
            key = other == 0 ? 0 : Patterns.mix(key, other);
        } else if (key != 0) {
            key = Patterns.mix(key);
        }
        int folded = (int) key;
        return key == 0 ? 0 : folded == 0 ? 1 : folded;
    }

    /** As an operator reads it: {@code date_of_birth (value) and family (sound)}. */
    String words(Form form) {
        return atoms().stream()
                .map(atom -> form.fields().get(atom.field()).name()
                        + (atom.other() == atom.field()
                                ? ""
                                : " and " + form.fields().get(atom.other()).name())
                        + " ("
                        + atom.sense().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")")
                .collect(Collectors.joining(" with "));
    }
}
