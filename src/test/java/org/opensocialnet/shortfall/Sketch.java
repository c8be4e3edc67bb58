package org.opensocialnet.shortfall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Counter;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Picture.Key;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.population.Estimate;

/** A picture drawn by hand, for tests of how it is read. */
public final class Sketch {

    public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private final Map<Key, Shown> unmet = new HashMap<>();
    private final Map<Key, Shown> reached = new HashMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Counter> counters = new ArrayList<>();
    private final List<Estimate> estimates = new ArrayList<>();
    private final Set<String> wrote = new HashSet<>();
    private final Map<String, Set<String>> far = new HashMap<>();

    /** So many were helped in thirty days, and so many not. */
    public Sketch counted(String type, String group, long helped, long not) {
        return counted(type, group, Picture.ALL, helped, not);
    }

    public Sketch counted(String type, String group, String zone, long helped, long not) {
        reached.put(new Key(Split.ZONE, type, group, zone), new Shown.Value(helped));
        unmet.put(new Key(Split.ZONE, type, group, zone), new Shown.Value(not));
        return this;
    }

    public Sketch told(String type, String group, Shown helped, Shown not) {
        reached.put(new Key(Split.ZONE, type, group, Picture.ALL), helped);
        unmet.put(new Key(Split.ZONE, type, group, Picture.ALL), not);
        return this;
    }

    public Sketch because(String type, String group, String reason, long people) {
        unmet.put(new Key(Split.REASON, type, group, reason), new Shown.Value(people));
        return this;
    }

    public Sketch offered(String organization, String type, String group) {
        offers.add(new Offer(
                "service of " + organization,
                organization,
                Set.of(type),
                group.isEmpty() ? Set.of() : Set.of(group),
                Set.of(),
                List.of(),
                DAY.minusDays(10)));
        return this;
    }

    public Sketch wrote(String organization, String type) {
        wrote.add(type + "|" + organization);
        return this;
    }

    public Sketch counts(String organization, String group, double maximum, int full, int known) {
        counters.add(new Counter("service of " + organization, group, "places", 0, maximum, full, known, null));
        return this;
    }

    /** Places on so many of the thirty days. */
    public Sketch countsWhenOpen(String organization, String group, double maximum, int open) {
        counters.add(new Counter("service of " + organization, group, "places", 0, maximum, 0, 30, open));
        return this;
    }

    public Sketch reckoned(String type, String group, double people, double least, double most) {
        estimates.add(new Estimate("", group, type, people, least, most, "survey", DAY.minusYears(1)));
        return this;
    }

    public Sketch outOfReach(String type, String zone) {
        far.put(type, Set.of(zone));
        return this;
    }

    /** As it is read where these organisations take no part in the count. */
    public Reading readWithout(String... apart) {
        return new Reading(read().picture(), Declared.usual(), Set.of("night-shelter", "soup-kitchen"), Set.of(apart));
    }

    public Reading read() {
        return new Reading(
                new Picture(
                        DAY.minusDays(29),
                        DAY,
                        Instant.EPOCH,
                        true,
                        unmet,
                        reached,
                        new Around(offers, counters, estimates, wrote, far, DAY)),
                Declared.usual(),
                Set.of("night-shelter", "soup-kitchen"));
    }
}
