package org.opensocialnet.chronicle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.chronicle.Door.Room;
import org.opensocialnet.ledger.Transcripts.Counted;

/** What was free at each door in these years: counted every second week, and each time it changed at the planted ones. */
record FreePlaces(List<Door> doors, Lot lot, Facts facts) {

    private static final int EVERY = 14;
    private static final int MORNING = 6;
    private static final double LITTLE = 0.12;

    List<Counted> between(LocalDate first, LocalDate last) {
        var counts = new ArrayList<Counted>();
        for (var door : doors) {
            for (var room : door.rooms()) {
                for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    count(door, room, day, counts);
                }
            }
        }
        return counts;
    }

    private void count(Door door, Room room, LocalDate day, List<Counted> counts) {
        if (door.name().equals(Facts.HOUSE)) {
            if (room.group().equals("women") && !day.isBefore(facts.fullSince())) {
                women(room, day, counts);
            } else if (isTurn(room, day)) {
                counts.add(counted(room, day, room.maximum() - facts.guests(room.group(), day, 0.5)));
            }
        } else if (isTurn(room, day)) {
            var chance = lot.of(room.counter().toString(), day);
            counts.add(counted(
                    room, day, room.available() == 0 ? 0 : 1 + chance.nextInt(1 + (int) (room.maximum() * LITTLE))));
        }
    }

    /** Full but for the nights of relief: a bed is free from the morning before, so that the day itself knows no full hour. */
    private void women(Room room, LocalDate day, List<Counted> counts) {
        if (day.equals(facts.fullSince()) || Facts.isRelief(day.minusDays(1))) {
            counts.add(counted(room, day, 0));
        } else if (Facts.isRelief(day.plusDays(1))) {
            counts.add(counted(room, day, 1));
        }
    }

    private static boolean isTurn(Room room, LocalDate day) {
        return Math.floorMod(day.toEpochDay() + room.counter().hashCode(), (long) EVERY) == 0;
    }

    private static Counted counted(Room room, LocalDate day, int available) {
        return new Counted(
                room.counter(), day.atTime(MORNING, 0).atOffset(ZoneOffset.UTC), BigDecimal.valueOf(available));
    }
}
