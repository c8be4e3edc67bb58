package org.opensocialnet.matching;

import java.util.List;

/**
 * Why two records may be one person.
 *
 * @param probability from 0 to 1
 * @param bits the weight of all evidence, log2 of how much more probable it is for one person than for strangers
 * @param evidence of each field of the form, in its order
 */
public record Score(double probability, double bits, List<Evidence> evidence) {

    public Score {
        evidence = List.copyOf(evidence);
    }

    /**
     * What one field says.
     *
     * @param bits its weight: 10 make one person a thousand times more probable, -10 strangers
     */
    public record Evidence(Field field, Agreement agreement, double bits) {

        /** The weight as one says it: {@code strongly for}. */
        public String words() {
            double size = Math.abs(bits);
            if (size < 0.5) {
                return "says little";
            }
            var force = size < 3 ? "slightly " : size < 7 ? "" : "strongly ";
            return force + (bits > 0 ? "for" : "against");
        }
    }
}
