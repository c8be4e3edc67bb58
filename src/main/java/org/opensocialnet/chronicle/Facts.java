package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;

/**
 * What is planted in the story to be found, counted back from the day on which it was told first. All of it is of invented
 * bodies; docs/demo.md tells it to whoever shows the city.
 */
record Facts(LocalDate anchor) {

    /** Women find no bed: the only house that takes them has been full since May. */
    static final String HOUSE = "fanari/ypnotirio";

    static final int WOMENS_BEDS = 12;
    static final int WOMEN_TURNED_AWAY = 28;

    /** In the same house beds of the large hall have stood free since the autumn. */
    static final int BEDS = 45;

    static final int GUESTS = 27;

    /** Refugees ask for a psychologist, and nobody speaks their language. */
    static final String COUNSELLING = "psychi-gefyra/psychologos";

    static final int REFUGEES_ASKING = 48;
    static final int REFUGEES_HELPED = 15;

    /** Older people of the seventh community ask for a warm meal; the nearest kitchen is too far to walk. */
    static final String KITCHEN = "karydia/mesimeri";

    static final String VISITORS = "dyo-karekles/parea";
    static final String FAR = "91860107";
    static final int FAR_AWAY = 24;

    /** Three who offer courses have said nothing of them since the summer. */
    static final String SILENT_ABOUT = "vocational-training";

    static final Set<String> SILENT = Set.of("mastorema", "skala", "kokkini-klosti");

    private static final int SEEN_FOR = 45;
    private static final int RAMP = 60;
    private static final double FEWEST = 0.25;

    /** The first of May of this year, or of the last where that is not long ago. */
    LocalDate fullSince() {
        return latest(Month.MAY);
    }

    LocalDate halfEmptySince() {
        return latest(Month.SEPTEMBER);
    }

    LocalDate silentSince() {
        return anchor.minusMonths(3).withDayOfMonth(1);
    }

    LocalDate strangersSince() {
        return anchor.minusMonths(10).withDayOfMonth(1);
    }

    LocalDate farSince() {
        return anchor.minusMonths(6).withDayOfMonth(1);
    }

    private LocalDate latest(Month month) {
        var first = LocalDate.of(anchor.getYear(), month, 1);
        return first.isAfter(anchor.minusDays(SEEN_FOR)) ? first.minusYears(1) : first;
    }

    /** From little at the beginning to all of it: what grows does not begin in a day. */
    static double grown(LocalDate since, LocalDate day) {
        long days = day.toEpochDay() - since.toEpochDay();
        return days < 0 ? 0 : Math.min(1, FEWEST + (1 - FEWEST) * days / RAMP);
    }

    /** A night on which one of the women's beds stayed free: one in eight, never two running. */
    static boolean isRelief(LocalDate day) {
        return Math.floorMod(day.toEpochDay(), 8L) == 3;
    }

    boolean isSilent(Door door, String type, LocalDate day) {
        return type.equals(SILENT_ABOUT) && SILENT.contains(door.body()) && !day.isBefore(silentSince());
    }

    /** How many guests of a group the house has on a night. */
    int guests(String group, LocalDate day, double chance) {
        int few = (int) (chance * 3);
        if (group.equals("women")) {
            return day.isBefore(fullSince()) ? WOMENS_BEDS - 1 - few : isRelief(day) ? WOMENS_BEDS - 1 : WOMENS_BEDS;
        }
        return day.isBefore(halfEmptySince()) ? BEDS - 1 - few : GUESTS - 1 + few;
    }

    /** What each planted shortfall is of, to look it up: kind of service and group. */
    static Map<String, String> shortfalls() {
        return Map.of("night-shelter", "women", "mental-health-counselling", "refugees", "soup-kitchen", "older");
    }
}
