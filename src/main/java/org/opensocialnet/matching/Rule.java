package org.opensocialnet.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
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
                        + atom.sense().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
                .collect(Collectors.joining(" with "));
    }

    /** Something of a record that its double most probably has too, so that both may be looked for under it. */
    record Atom(int field, int other, Sense sense) {

        /** In which sense two values are the same. */
        enum Sense {
            VALUE(0, 64),
            SOUND(1, 64),
            NAME_SOUND(1, 32),
            CONSONANTS(2, 33),
            FIRST_WORD(3, 32),
            FULL_NAME_OR_STEM(3, 33),
            YEAR(10, 32),
            WITHOUT_MONTH(8, 32),
            WITHOUT_DAY(9, 32),
            DAY_AND_MONTH(9, 33),
            /** Both names, in either order. */
            TWO_NAMES(1, 32);

            private final int slot;
            private final int bits;

            Sense(int slot, int bits) {
                this.slot = slot;
                this.bits = bits;
            }

            long of(long[] record, int from) {
                long slots = record[from + slot];
                return bits == 64 ? slots : bits == 32 ? (int) slots : (int) (slots >>> 32);
            }
        }

        static List<Atom> of(Form form) {
            var atoms = new ArrayList<Atom>();
            for (int field = 0; field < form.size(); field++) {
                for (var sense : switch (form.kind(field).shape()) {
                    case NAME -> List.of(Sense.NAME_SOUND, Sense.CONSONANTS, Sense.FIRST_WORD, Sense.FULL_NAME_OR_STEM);
                    case DATE ->
                        List.of(Sense.VALUE, Sense.YEAR, Sense.WITHOUT_MONTH, Sense.WITHOUT_DAY, Sense.DAY_AND_MONTH);
                    case TEXT -> List.of(Sense.SOUND);
                    case NUMBER, WORD -> List.of(Sense.VALUE);
                }) {
                    atoms.add(new Atom(field, field, sense));
                }
            }
            for (var pair : form.mixUps()) {
                if (form.kind(pair[0]).shape() == Shape.NAME) {
                    atoms.add(new Atom(pair[0], pair[1], Sense.TWO_NAMES));
                }
            }
            return atoms;
        }

        boolean touches(Atom atom) {
            return field == atom.field || field == atom.other || other == atom.field || other == atom.other;
        }

        /** 0 where the record does not say. */
        long of(Form form, long[] record, int at) {
            int from = at + form.offset(field);
            if (record[from] == 0) {
                return 0;
            }
            if (sense != Sense.TWO_NAMES) {
                return sense.of(record, from);
            }
            int second = at + form.offset(other);
            if (record[second] == 0) {
                return 0;
            }
            long mine = sense.of(record, from);
            long yours = sense.of(record, second);
            return Patterns.mix(Math.min(mine, yours), Math.max(mine, yours));
        }

        /**
         * Whether two records of one person that agree so far in their fields have this in common.
         *
         * @param digit which digit of a date is wrong, 0 to 7
         */
        boolean holds(int[] levels, int digit, RandomGenerator chance) {
            int level = levels[field];
            return switch (sense) {
                case VALUE -> level == Shape.L_SAME;
                case SOUND -> level == Shape.L_SAME || level == Shape.L_SOUND;
                case NAME_SOUND, CONSONANTS ->
                    level == Shape.L_SAME || level == Shape.L_SOUND && chance.nextDouble() < 0.7;
                case FIRST_WORD, FULL_NAME_OR_STEM ->
                    level == Shape.L_SAME
                            || (level == Shape.L_SOUND || level == Shape.L_RELATED) && chance.nextDouble() < 0.4;
                case YEAR -> level == Shape.L_SAME || level == 2 && digit > 3 || level == 3 || level == 5 || level == 6;
                case WITHOUT_MONTH -> level == Shape.L_SAME || level == 2 && (digit == 4 || digit == 5);
                case WITHOUT_DAY -> level == Shape.L_SAME || level == 2 && digit > 5;
                case DAY_AND_MONTH -> level == Shape.L_SAME || level == 2 && digit < 4;
                case TWO_NAMES ->
                    level == Shape.L_SAME && levels[other] == Shape.L_SAME
                            || level == Shape.L_SWAPPED && levels[other] == Shape.L_SWAPPED;
            };
        }
    }
}
