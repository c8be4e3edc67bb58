package org.opensocialnet.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people ask, and where they stand: the same turns for every side of a comparison. */
final class Searches {

    record Spot(double latitude, double longitude) {}

    private static final List<String> WORDS = List.of(
            "συσσίτιο",
            "ξενώνας",
            "ναλοξόνη",
            "νομική",
            "ψυχολόγος",
            "ντους",
            "οδοντίατρος",
            "διερμηνεία",
            "εξέταση",
            "ρούχα",
            "εργασία",
            "γυναίκες",
            "παιδιά",
            "φροντίδα",
            "κινητή",
            "υπνωτήριο");

    private static final List<Spot> SPOTS = List.of(
            new Spot(37.9841, 23.7280), // Omonoia
            new Spot(37.9755, 23.7348), // Syntagma
            new Spot(38.0008, 23.7380), // Kypseli
            new Spot(37.9680, 23.7290), // Koukaki
            new Spot(37.9925, 23.7205), // Larissa station
            new Spot(37.9790, 23.7110)); // Kerameikos

    private Searches() {}

    static String words(int turn) {
        return WORDS.get(Math.floorMod(turn, WORDS.size()));
    }

    /** A different doorstep each time, so that nothing can be answered from a cache of whole answers. */
    static Spot spot(int turn) {
        var near = SPOTS.get(Math.floorMod(turn, SPOTS.size()));
        return new Spot(near.latitude() + Math.floorMod(turn, 97) * 1e-5, near.longitude());
    }

    /** Text, distance, open now and facets in one address. */
    static String address(String path, int turn, List<String> words) {
        var spot = spot(turn);
        return path + "?q="
                + URLEncoder.encode(words.get(Math.floorMod(turn, words.size())), StandardCharsets.UTF_8)
                + "&near=%.5f,%.5f&open=now".formatted(spot.latitude(), spot.longitude());
    }

    static List<String> inGreek() {
        return WORDS;
    }

    static List<String> inSanMateo() {
        return List.of("food", "shelter", "legal", "health", "counseling", "senior", "job", "child", "housing", "drug");
    }
}
