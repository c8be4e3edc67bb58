package org.opensocialnet.index;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an index was made of, and until when it knows the hours: noted with every commit. */
record Made(String database, String stamp, int horizon, String words) {

    /** To be raised whenever points are described in another way. */
    private static final String SHAPE = "2";

    static @Nullable Made of(Map<String, String> notes) {
        return SHAPE.equals(notes.get("shape"))
                ? new Made(
                        notes.getOrDefault("database", ""),
                        notes.getOrDefault("stamp", "0"),
                        Integer.parseInt(notes.getOrDefault("horizon", "0")),
                        notes.getOrDefault("words", ""))
                : null;
    }

    Map<String, String> notes() {
        return Map.of(
                "shape",
                SHAPE,
                "database",
                database,
                "stamp",
                stamp,
                "horizon",
                Integer.toString(horizon),
                "words",
                words);
    }

    boolean isOf(String otherDatabase, Vocabulary vocabulary) {
        return database.equals(otherDatabase) && words.equals(vocabulary.fingerprint());
    }

    Made at(String otherStamp) {
        return new Made(database, otherStamp, horizon, words);
    }
}
