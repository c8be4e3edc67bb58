package org.opensocialnet.anonymous;

import java.util.Optional;
import org.opensocialnet.web.Words;

/** One part of a code that somebody can always say again without a paper. */
enum CodePart {
    GIVEN_1("\\p{L}", "Μ"),
    GIVEN_2("\\p{L}{2}", "ΜΑ"),
    FAMILY_1("\\p{L}", "Π"),
    FAMILY_2("\\p{L}{2}", "ΠΑ"),
    MOTHER_1("\\p{L}", "Ε"),
    MOTHER_2("\\p{L}{2}", "ΕΛ"),
    FATHER_1("\\p{L}", "Γ"),
    FATHER_2("\\p{L}{2}", "ΓΙ"),
    YEAR_2("[0-9]{2}", "85"),
    YEAR_4("(19|20)[0-9]{2}", "1985"),
    DAY_2("(0[1-9]|[12][0-9]|3[01])", "07"),
    GENDER_1("\\p{L}", "Γ"),
    DIGITS_2("[0-9]{2}", "42"),
    DIGITS_4("[0-9]{4}", "4321");

    private final String pattern;
    private final String example;

    CodePart(String pattern, String example) {
        this.pattern = pattern;
        this.example = example;
    }

    /** What may stand there, of capitals without accents. */
    String pattern() {
        return pattern;
    }

    String example() {
        return example;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<CodePart> of(String code) {
        for (var part : values()) {
            if (part.code().equals(code)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    String words(Words t) {
        return switch (this) {
            case GIVEN_1 -> t.of("anonymous.part.given-1");
            case GIVEN_2 -> t.of("anonymous.part.given-2");
            case FAMILY_1 -> t.of("anonymous.part.family-1");
            case FAMILY_2 -> t.of("anonymous.part.family-2");
            case MOTHER_1 -> t.of("anonymous.part.mother-1");
            case MOTHER_2 -> t.of("anonymous.part.mother-2");
            case FATHER_1 -> t.of("anonymous.part.father-1");
            case FATHER_2 -> t.of("anonymous.part.father-2");
            case YEAR_2 -> t.of("anonymous.part.year-2");
            case YEAR_4 -> t.of("anonymous.part.year-4");
            case DAY_2 -> t.of("anonymous.part.day-2");
            case GENDER_1 -> t.of("anonymous.part.gender-1");
            case DIGITS_2 -> t.of("anonymous.part.digits-2");
            case DIGITS_4 -> t.of("anonymous.part.digits-4");
        };
    }
}
