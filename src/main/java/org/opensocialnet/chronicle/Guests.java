package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Who comes: people who were made up, and at two bodies those whom the demo city has invented with a name, under the
 * pseudonym the ledger gave them.
 *
 * @param known by the short name of the organisation
 */
record Guests(Lot lot, Map<String, List<UUID>> known) {

    private static final int A_STAY = 28;
    private static final int A_LEASE = 180;
    private static final int ONE_AFTER_THE_OTHER = 5;
    private static final int NEXT = 47;
    private static final int VISITS = 4;

    /** Whoever has a bed keeps it for a while; then somebody else has it. */
    UUID inBed(Habit habit, int bed, LocalDate day) {
        long stay = Math.floorDiv(day.toEpochDay() + (long) bed * ONE_AFTER_THE_OTHER, (long) stay(habit));
        var named = known.getOrDefault(habit.door().body(), List.of());
        return named.isEmpty()
                ? lot.somebody(habit.name(), stay * 1_000 + bed)
                : named.get((int) Math.floorMod(bed + stay * NEXT, (long) named.size()));
    }

    boolean isNew(Habit habit, int bed, LocalDate day) {
        return Math.floorMod(day.toEpochDay() + (long) bed * ONE_AFTER_THE_OTHER, stay(habit)) == 0;
    }

    private static int stay(Habit habit) {
        return habit.type().equals("supported-housing") ? A_LEASE : A_STAY;
    }

    /** Each comes some times. */
    UUID visiting(Habit habit, SplittableRandom chance) {
        var named = known.getOrDefault(habit.door().body(), List.of());
        return named.isEmpty()
                ? lot.somebody(habit.name(), chance.nextInt(1 + (int) (habit.mean() * 365 * 2 / VISITS)))
                : named.get(chance.nextInt(named.size()));
    }
}
