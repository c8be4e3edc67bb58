package org.opensocialnet;

import java.util.Map;

/** Which floor each room lies on. A new room is entered here, after thought. */
final class Floors {

    /** Tens are the floors of the house; index and search lie on landings between directory and finding. */
    private static final Map<String, Integer> OF_ROOM = Map.of(
            "kernel", 0,
            "hours", 10,
            "database", 10,
            "web", 20,
            "directory", 40,
            "index", 44,
            "search", 47,
            "finding", 50,
            "exchange", 50,
            "demo", 90);

    private Floors() {}

    static int of(String room) {
        var floor = OF_ROOM.get(room);
        if (floor == null) {
            throw new AssertionError("Room %s has no floor: enter it in Floors".formatted(room));
        }
        return floor;
    }
}
