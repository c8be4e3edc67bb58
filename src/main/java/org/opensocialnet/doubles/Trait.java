package org.opensocialnet.doubles;

/** What two records may have in common, and how much that says of their being one. */
enum Trait {
    IDENTIFIER(60),
    SAME_NAME(50),
    LIKE_NAME(30),
    PHONE(30),
    ADDRESS(30),
    EMAIL(25),
    WEB(20),
    NEAR(15);

    private final int points;

    Trait(int points) {
        this.points = points;
    }

    int points() {
        return points;
    }
}
