package org.opensocialnet.matching;

/** What a column says of a person: how its values are folded and compared, and who may share them without being her. */
public enum Kind {
    /** First names, in any script and order; diminutives count as agreeing. */
    GIVEN_NAME(Shape.NAME, Shared.BY_NOBODY, 0.01),
    /** Surname; the forms of father, wife and daughter count as related. */
    FAMILY_NAME(Shape.NAME, Shared.AT_HOME, 0.001),
    /** Given and family name in one column. */
    FULL_NAME(Shape.NAME, Shared.BY_NOBODY, 0.0005),
    /** Name of father or mother: brothers and sisters share it. */
    PARENT_NAME(Shape.NAME, Shared.AT_HOME, 0.015),
    /** Date of birth in any usual way of writing it, or the year alone. */
    BIRTH_DATE(Shape.DATE, Shared.BY_NOBODY, 5e-5),
    SEX(Shape.WORD, Shared.BY_NOBODY, 0.5),
    NATIONALITY(Shape.WORD, Shared.AT_HOME, 0.25),
    PHONE(Shape.NUMBER, Shared.AT_HOME, 1e-7),
    EMAIL(Shape.NUMBER, Shared.BY_NOBODY, 1e-7),
    /** A number given to one person: of social insurance, of tax, of a card. */
    CODE(Shape.NUMBER, Shared.BY_NOBODY, 1e-9),
    HOUSE_NUMBER(Shape.NUMBER, Shared.AT_HOME, 0.02),
    STREET(Shape.TEXT, Shared.AT_HOME, 0.005),
    /** Town, suburb, neighbourhood. */
    PLACE(Shape.TEXT, Shared.IN_THE_AREA, 0.05),
    POSTCODE(Shape.NUMBER, Shared.IN_THE_AREA, 0.02),
    /** State, region, municipality: few different values. */
    REGION(Shape.WORD, Shared.IN_THE_AREA, 0.3),
    /** Few different values that say something of the person. */
    CATEGORY(Shape.WORD, Shared.BY_NOBODY, 0.3),
    /** Anything else in words. */
    TEXT(Shape.TEXT, Shared.BY_NOBODY, 0.01);

    /** Which different persons often have the same value. */
    enum Shared {
        BY_NOBODY,
        AT_HOME,
        IN_THE_AREA
    }

    private final Shape shape;
    private final Shared shared;
    private final double chance;

    /**
     * @param chance how probable it is that two strangers have the same value, before anything was learnt: rough, and for
     *     numbers given to one person what typing errors and wrong lines make of never
     */
    Kind(Shape shape, Shared shared, double chance) {
        this.shape = shape;
        this.shared = shared;
        this.chance = chance;
    }

    /** How probable this level is between strangers, before anything was learnt. */
    double chance(int level) {
        return shape.chance(level, chance);
    }

    Shape shape() {
        return shape;
    }

    Shared shared() {
        return shared;
    }

    /** Whether a value may by mistake stand in the other field: given for family name, a number for another. */
    boolean mixedUpWith(Kind other) {
        return this == GIVEN_NAME && other == FAMILY_NAME || this == other && (this == STREET || this == TEXT);
    }

    /** Fields whose values must be comparable with each other are encoded under one salt, the others each under its own. */
    String salt(String field) {
        return switch (this) {
            case GIVEN_NAME, FAMILY_NAME -> "person";
            case STREET -> "street";
            case TEXT -> "text";
            default -> name() + " " + field;
        };
    }
}
