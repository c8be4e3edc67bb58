package org.opensocialnet.chronicle;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.chronicle.Door.Room;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;

/**
 * What happens at a door day after day: people of one group come for one kind of help.
 *
 * @param mean how many come on a day on which it is open
 * @param seldom whether some days are counted together
 * @param room what limits it; none where nobody counts
 * @param unit what is counted beside people; none where people alone are
 */
record Habit(
        Door door,
        String type,
        String group,
        Style style,
        double mean,
        boolean seldom,
        @Nullable Room room,
        Amount.@Nullable Unit unit) {

    /** How it is written down. */
    enum Style {
        /** Each night a line for each guest. */
        NIGHTS,
        /** A line for each visit. */
        VISITS,
        /** One line for all who came. */
        HEADS
    }

    String name() {
        return door.name() + "/" + type + "/" + group;
    }

    About about(long day) {
        var zones = door.zones();
        var zone = zones.isEmpty() ? "" : zones.get((int) Math.floorMod(day, (long) zones.size()));
        return new About(type, group, zone, door.organization(), door.service());
    }

    Amount one() {
        return unit == null ? Amount.people(1) : Amount.of(1, 1, unit);
    }

    Amount many(int people) {
        return unit == null ? Amount.people(people) : Amount.of(people, people, unit);
    }

    boolean isLimited() {
        return room != null && Habits.DAILY.contains(type);
    }
}
