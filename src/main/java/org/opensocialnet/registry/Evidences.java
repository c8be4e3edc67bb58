package org.opensocialnet.registry;

import org.opensocialnet.matching.Agreement;
import org.opensocialnet.people.Pairs.Evidence;
import org.opensocialnet.web.Words;

/** Why two records may be one person, in words. */
final class Evidences {

    private static final double LITTLE = 0.5;
    private static final double SLIGHT = 3;
    private static final double STRONG = 7;

    private Evidences() {}

    static String score(double probability, Words t) {
        if (probability >= 0.99) {
            return t.of("registry.score.almost-certain");
        }
        if (probability >= 0.9) {
            return t.of("registry.score.very-probable");
        }
        return probability >= 0.7 ? t.of("registry.score.probable") : t.of("registry.score.open");
    }

    static String agreement(Agreement agreement, Words t) {
        return switch (agreement) {
            case MISSING -> t.of("registry.alike.unknown");
            case SAME -> t.of("registry.alike.same");
            case SAME_SOUND -> t.of("registry.alike.sound");
            case RELATED -> t.of("registry.alike.related");
            case CLOSE -> t.of("registry.alike.close");
            case ALIKE -> t.of("registry.alike.partly");
            case SWAPPED -> t.of("registry.alike.swapped");
            case DIFFERENT -> t.of("registry.alike.differs");
            case ONE_DIGIT -> t.of("registry.alike.one-digit");
            case DAY_AND_MONTH_SWAPPED -> t.of("registry.alike.day-and-month");
            case ONE_PART -> t.of("registry.alike.one-part");
            case YEAR_KNOWN, YEAR_ONLY -> t.of("registry.alike.year");
        };
    }

    /** Nothing where the field is silent. */
    static String weight(Evidence evidence, Words t) {
        double size = Math.abs(evidence.bits());
        if (evidence.agreement() == Agreement.MISSING) {
            return "";
        }
        if (size < LITTLE) {
            return t.of("registry.weight.little");
        }
        boolean one = evidence.bits() > 0;
        if (size < SLIGHT) {
            return one ? t.of("registry.weight.slightly-for") : t.of("registry.weight.slightly-against");
        }
        if (size < STRONG) {
            return one ? t.of("registry.weight.for") : t.of("registry.weight.against");
        }
        return one ? t.of("registry.weight.strongly-for") : t.of("registry.weight.strongly-against");
    }
}
