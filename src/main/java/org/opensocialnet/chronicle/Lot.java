package org.opensocialnet.chronicle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that is always the same for the same seed, name and day: a day can be told alone, and again. */
record Lot(long seed) {

    /** For what is the same every day. */
    SplittableRandom of(String name) {
        return new SplittableRandom(mixed(seed ^ hash(name)));
    }

    SplittableRandom of(String name, LocalDate day) {
        return new SplittableRandom(mixed(mixed(seed ^ hash(name)) + day.toEpochDay()));
    }

    /** A number near another one: whole, not below nothing, the fraction as often as it says. */
    static int about(SplittableRandom chance, double mean, double spread) {
        double drawn = mean * (1 + spread * (chance.nextDouble() + chance.nextDouble() - 1));
        int whole = (int) Math.floor(drawn);
        return Math.max(0, whole + (chance.nextDouble() < drawn - whole ? 1 : 0));
    }

    /** Somebody who was made up: a pseudonym of nobody's. */
    UUID somebody(String pool, long number) {
        return UUID.nameUUIDFromBytes((seed + "/" + pool + "/" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** The form an invented request is begun with: the same name begins it once. */
    static UUID form(String name) {
        return UUID.nameUUIDFromBytes(("demo request " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static long hash(String name) {
        long hash = 1125899906842597L;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
