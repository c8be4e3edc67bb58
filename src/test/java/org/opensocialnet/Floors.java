package org.opensocialnet;

import static java.util.Map.entry;

import java.util.Map;

/** Which floor each room lies on. A new room is entered here, after thought. */
final class Floors {

    /** Tens are the floors of the house; some rooms lie on landings between two floors. */
    private static final Map<String, Integer> OF_ROOM = Map.ofEntries(
            entry("kernel", 0),
            entry("spelling", 5),
            entry("margins", 5),
            entry("hours", 10),
            entry("disclosure", 10),
            entry("catchment", 10),
            entry("allocation", 10),
            entry("database", 10),
            entry("places", 10),
            entry("matching", 10),
            entry("settings", 15),
            entry("vault", 16),
            entry("chores", 15),
            entry("audit", 17),
            entry("mail", 17),
            entry("web", 20),
            entry("workspace", 22),
            entry("messaging", 25),
            entry("access", 30),
            entry("signin", 32),
            entry("passkeys", 33),
            entry("federation", 33),
            entry("desk", 35),
            entry("members", 37),
            entry("directory", 40),
            entry("people", 40),
            entry("intake", 42),
            entry("consents", 42),
            entry("care", 42),
            entry("forms", 43),
            entry("index", 44),
            entry("parcels", 45),
            entry("drafts", 46),
            entry("search", 47),
            entry("budget", 47),
            entry("treasury", 48),
            entry("naming", 42),
            entry("goods", 44),
            entry("support", 51),
            entry("pledges", 52),
            entry("deliveries", 53),
            entry("funding", 52),
            entry("asks", 52),
            entry("attachments", 40),
            entry("account", 54),
            entry("proposals", 53),
            entry("finding", 50),
            entry("coverage", 50),
            entry("exchange", 50),
            entry("reports", 48),
            entry("rounds", 50),
            entry("questionnaire", 50),
            entry("upkeep", 50),
            entry("imports", 50),
            entry("linking", 50),
            entry("doubles", 50),
            entry("successions", 50),
            entry("safeguards", 50),
            entry("letters", 50),
            entry("entries", 50),
            entry("registry", 50),
            entry("mydata", 50),
            entry("admissions", 50),
            entry("retention", 41),
            entry("anonymous", 42),
            entry("ledger", 43),
            entry("population", 46),
            entry("evidence", 47),
            entry("shortfall", 48),
            entry("administration", 50),
            entry("chronicle", 90),
            entry("demo", 90),
            entry("gallery", 90));

    private Floors() {}

    static int of(String room) {
        var floor = OF_ROOM.get(room);
        if (floor == null) {
            throw new AssertionError("Room %s has no floor: enter it in Floors".formatted(room));
        }
        return floor;
    }
}
