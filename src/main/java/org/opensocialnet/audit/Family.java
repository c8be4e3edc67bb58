package org.opensocialnet.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Acts that are kept for the same time, told by how their codes begin; the longest beginning wins. Stored with each
 * line when it is sealed, so a change here concerns later lines. Why so long: docs/decisions/0079.
 */
enum Family {

    /** What was seen or done of people, and what was opened in danger or for an authority. */
    PEOPLE(
            10,
            "people.",
            "consents.",
            "mydata.",
            "referral.",
            "accommodation.",
            "outreach.",
            "harmreduction.",
            "actions.",
            "access.glass",
            "access.legal"),

    /** Who came in and went out. */
    ENTRY(2, "access.sign-", "access.session"),

    /** What was done with the trail itself: as long as what it tells of. */
    TRAIL(10, "audit."),

    /** The rest: the directory, settings, members and their roles. */
    WORK(5, "");

    private final int years;
    private final List<String> beginnings;

    Family(int years, String... beginnings) {
        this.years = years;
        this.beginnings = List.of(beginnings);
    }

    static Family of(String what) {
        return Arrays.stream(values())
                .max(Comparator.comparingInt(family -> family.fit(what)))
                .orElseThrow();
    }

    private int fit(String what) {
        return beginnings.stream()
                .filter(what::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }

    /** How many years its lines are kept until an operator decides otherwise. */
    int years() {
        return years;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
