package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chronicle.Door.Room;
import org.opensocialnet.chronicle.Habit.Style;
import org.opensocialnet.ledger.Amount;

/** What is usual at each door, from what the directory says of it: whom it is for, how much room it has, when it opens. */
record Habits(Lot lot) {

    static final Set<String> HOSTELS =
            Set.of("night-shelter", "transitional-hostel", "womens-hostel", "violence-shelter", "supported-housing");

    /** What comes again each day, as coverage counts it: places there are places a day. */
    static final Set<String> DAILY = Stream.concat(
                    HOSTELS.stream(),
                    Stream.of(
                            "soup-kitchen",
                            "breakfast",
                            "meals-at-home",
                            "day-centre",
                            "warm-cool-space",
                            "childcare",
                            "home-help"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> EVERYBODY = Set.of("everyone", "residents");
    private static final List<String> OF_EVERYBODY = List.of("poverty", "migrants", "families", "unemployed", "young");

    /** A full house has a bed being cleaned now and then. */
    private static final double FULL = 0.985;

    private static final int MOST_GROUPS = 3;
    private static final double FEWEST = 9;
    private static final double MOST = 45;
    private static final double BESIDE = 0.4;
    private static final double MONTH = 30;

    /** What is only beside is counted together for some days. */
    static final int SELDOM = 3;

    private static final double WEEKS = 4.3;

    List<Habit> of(Door door) {
        var habits = new ArrayList<Habit>();
        var main = main(door);
        for (var type : door.kinds()) {
            if (HOSTELS.contains(type) && door.rooms().isEmpty()) {
                continue; // a line that finds beds has none
            }
            boolean counts = type.equals(main) || DAILY.contains(type);
            var told = new ArrayList<String>();
            if (counts) {
                for (var room : door.rooms()) {
                    if (!room.group().isEmpty()) {
                        told.add(room.group());
                        habits.add(habit(door, type, room.group(), room, 1));
                    }
                }
            }
            var shared = door.rooms().stream()
                    .filter(room -> room.group().isEmpty())
                    .findFirst()
                    .orElse(null);
            if (told.isEmpty() || shared != null) {
                var groups = groups(door, told, type.equals(main));
                groups.forEach(
                        group -> habits.add(habit(door, type, group, counts ? shared : null, 1.0 / groups.size())));
            }
        }
        return habits;
    }

    private static String main(Door door) {
        return door.kinds().stream()
                .min(Comparator.comparing((String type) -> !HOSTELS.contains(type))
                        .thenComparing(type -> !DAILY.contains(type))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Of everybody a few groups come, and some of whom nobody said who they are. */
    private List<String> groups(Door door, List<String> told, boolean most) {
        var groups = new ArrayList<>(door.groups());
        groups.removeAll(told);
        if (groups.removeAll(EVERYBODY)) {
            var chance = lot.of(door.name() + " groups");
            groups.add(OF_EVERYBODY.get(chance.nextInt(OF_EVERYBODY.size())));
            groups.add("");
        }
        var some = groups.stream().distinct().limit(most ? MOST_GROUPS : 1).toList();
        return some.isEmpty() ? List.of("") : some;
    }

    private Habit habit(Door door, String type, String group, @Nullable Room room, double share) {
        var style = style(door, type, room);
        double open = open(door.rota());
        double mean = room == null ? unlimited(door, type, group, open) : share * limited(type, room, open);
        boolean seldom = !type.equals(main(door)) && !DAILY.contains(type);
        double least = Math.max(mean, FEWEST / open);
        return new Habit(door, type, group, style, seldom ? least * SELDOM : least, seldom, room, unit(type, style));
    }

    private static Style style(Door door, String type, @Nullable Room room) {
        if (room == null || !type.equals(main(door))) {
            return Style.HEADS;
        }
        return HOSTELS.contains(type) ? Style.NIGHTS : room.unit().startsWith("ραντεβού") ? Style.VISITS : Style.HEADS;
    }

    private double unlimited(Door door, String type, String group, double open) {
        double usual = 4 + 10 * lot.of(door.name() + type + group).nextDouble();
        return Math.min(usual, 12 * MONTH / open) * (type.equals(main(door)) ? 1 : BESIDE);
    }

    private static double limited(String type, Room room, double open) {
        double most = room.maximum();
        if (DAILY.contains(type)) {
            return most * FULL;
        }
        var unit = room.unit();
        if (unit.contains("τον μήνα")) {
            return FULL * most / open;
        }
        if (unit.contains("την εβδομάδα")) {
            return FULL * most * WEEKS / open;
        }
        return unit.startsWith("θέσεις") ? most * 0.85 : Math.min(MOST, most / open);
    }

    /** On how many days of a month it is open, at the times of the year when it is. */
    private static double open(Rota rota) {
        int open = 1;
        for (int month = 2; month <= 11; month += 3) {
            open = Math.max(open, rota.openDays(LocalDate.of(2025, month, 15)));
        }
        return open;
    }

    private static Amount.@Nullable Unit unit(String type, Style style) {
        if (HOSTELS.contains(type)) {
            return Amount.Unit.NIGHT;
        }
        return switch (type) {
            case "soup-kitchen", "breakfast", "meals-at-home" -> Amount.Unit.MEAL;
            case "food-parcels", "gift-parcels", "social-grocery" -> Amount.Unit.PARCEL;
            default -> style == Style.VISITS ? Amount.Unit.VISIT : null;
        };
    }
}
