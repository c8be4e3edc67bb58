package org.opensocialnet.directory;

import java.util.List;

/**
 * What a good record tells. The list is published, so that everyone knows what the score of a record means; the
 * sentences with these keys say what is asked for.
 */
public enum Criterion {
    CONFIRMED(30, "directory.quality.confirmed"),
    PLACE(15, "directory.quality.place"),
    HOURS(15, "directory.quality.hours"),
    PHONE(10, "directory.quality.phone"),
    DESCRIPTION(10, "directory.quality.description"),
    KIND(5, "directory.quality.kind"),
    GROUPS(5, "directory.quality.groups"),
    COST(5, "directory.quality.cost"),
    LANGUAGES(5, "directory.quality.languages"),
    CAPACITY(5, "directory.quality.capacity");

    private final int weight;
    private final String key;

    Criterion(int weight, String key) {
        this.weight = weight;
        this.key = key;
    }

    /** How much it counts. The score is the share that is met of all that apply to a record. */
    public int weight() {
        return weight;
    }

    public String key() {
        return key;
    }

    /** For the page that publishes them, the heaviest first. */
    public static List<Criterion> published() {
        return List.of(values());
    }
}
