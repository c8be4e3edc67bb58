package org.opensocialnet.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.opensocialnet.chronicle.Door.Room;
import org.opensocialnet.chronicle.Rota.Turn;
import org.opensocialnet.kernel.Seeded;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Transcripts.Page;

/** A few doors of the demo city, told without a database. */
class StoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BEGAN = TODAY.minusDays(730);
    private static final UUID BATCH = new UUID(0, 7);

    private static final Door HOUSE = door(
            Facts.HOUSE,
            List.of("night-shelter", "soup-kitchen"),
            List.of("homeless", "women"),
            "91860106",
            turn("MO,TU,WE,TH,FR,SA,SU", true),
            room("κλίνες", "homeless", 45),
            room("κλίνες", "women", 12));
    private static final Door COUNSELLING = door(
            Facts.COUNSELLING,
            List.of("mental-health-counselling"),
            List.of("everyone", "mental-health"),
            "91860107",
            turn("MO,TU,WE,TH,FR", false),
            room("ραντεβού τον μήνα", "", 70));
    private static final Door KITCHEN = door(
            Facts.KITCHEN,
            List.of("soup-kitchen"),
            List.of("everyone", "homeless", "poverty"),
            "91860106",
            turn("MO,TU,WE,TH,FR,SA", false),
            room("γεύματα την ημέρα", "", 220));
    private static final Door VISITORS =
            door(Facts.VISITORS, List.of("companionship"), List.of("older"), "91860102", turn("MO,WE,FR", false));
    private static final Door COURSES = door(
            "mastorema/xylourgiko",
            List.of("vocational-training"),
            List.of("unemployed", "young"),
            "91860103",
            turn("MO,TU,WE,TH", false));

    private static Turn turn(String days, boolean holidays) {
        return new Turn(days, null, null, false, holidays);
    }

    private static Room room(String unit, String group, int maximum) {
        return new Room(
                UUID.nameUUIDFromBytes((unit + group).getBytes(StandardCharsets.UTF_8)), unit, group, 1, maximum);
    }

    private static Door door(
            String name, List<String> kinds, List<String> groups, String zone, Turn turn, Room... rooms) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Door(
                id,
                id,
                name.split("/")[0],
                name.split("/")[1],
                kinds,
                groups,
                List.of(zone),
                new Rota(List.of(turn)),
                List.of(rooms));
    }

    private static Page told(LocalDate first, LocalDate last) {
        var story = new Story(List.of(HOUSE, COUNSELLING, KITCHEN, VISITORS, COURSES), BEGAN, TODAY, BATCH, Map.of());
        var page = new Page();
        first.datesUntil(last.plusDays(1)).forEach(day -> story.tell(day, page));
        return page;
    }

    @Seeded
    void someWeeksToldAtOnceAndDayByDayAreTheSame(Random random) {
        var first = BEGAN.plusDays(random.nextInt(700));
        var last = first.plusDays(random.nextInt(20));
        var needs = new ArrayList<Need>();
        var deliveries = new ArrayList<Delivery>();
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            var page = told(day, day);
            needs.addAll(page.needs());
            deliveries.addAll(page.deliveries());
        });

        var atOnce = told(first, last);

        assertThat(atOnce.needs()).isEqualTo(needs);
        assertThat(atOnce.deliveries()).isEqualTo(deliveries);
    }

    @Test
    void womenHaveFoundNoBedSinceMay() {
        assertThat(asked(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), turnedAway(Reason.FULL)))
                .isZero();
        var first = TODAY.minusDays(30);
        var last = TODAY.minusDays(1);
        assertThat(asked(first, last, turnedAway(Reason.FULL))).isCloseTo(28 * 30, within(84));
        assertThat(helped(first, last, "night-shelter", "women")).isBetween(12 * 30 - 4, 12 * 30);
    }

    @Test
    void inTheSameHouseBedsStandFree() {
        var first = TODAY.minusDays(30);
        assertThat(helped(first, TODAY.minusDays(1), "night-shelter", "homeless"))
                .isBetween(26 * 30, 29 * 30);
        assertThat(helped(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30), "night-shelter", "homeless"))
                .isBetween(42 * 30, 44 * 30);
    }

    @Test
    void refugeesFindNobodyWhoSpeaksTheirLanguage() {
        var first = TODAY.minusDays(30);
        assertThat(asked(first, TODAY.minusDays(1), turnedAway(Reason.LANGUAGE)))
                .isCloseTo(48, within(12));
        assertThat(helped(first, TODAY.minusDays(1), "mental-health-counselling", "refugees"))
                .isCloseTo(15, within(8));
    }

    @Test
    void olderPeopleOfOneCommunityLiveTooFarFromAKitchen() {
        var first = TODAY.minusDays(30);
        var needs = told(first, TODAY.minusDays(1)).needs().stream()
                .filter(turnedAway(Reason.TOO_FAR))
                .toList();
        assertThat(needs).allSatisfy(need -> assertThat(need.about().zone()).isEqualTo(Facts.FAR));
        assertThat(needs.stream().mapToInt(need -> need.amount().people()).sum())
                .isCloseTo(24 * 30, within(60));
    }

    @Test
    void threeSayNothingOfTheirCoursesSinceTheSummer() {
        assertThat(helped(TODAY.minusDays(150), TODAY.minusDays(115), "vocational-training", "unemployed"))
                .isPositive();
        assertThat(told(TODAY.minusDays(60), TODAY.minusDays(1)).deliveries())
                .noneMatch(delivery -> delivery.about().serviceType().equals("vocational-training"));
    }

    @Test
    void onHolidaysDoorsStayClosed() {
        for (var holiday : List.of(LocalDate.of(2025, 12, 25), LocalDate.of(2026, 4, 13), LocalDate.of(2026, 10, 28))) {
            assertThat(told(holiday, holiday).deliveries())
                    .extracting(Delivery::about)
                    .extracting(About::service)
                    .containsOnly(HOUSE.service());
        }
    }

    @Test
    void aBedHasAGuestForWeeksAndThenAnother() {
        var page = told(TODAY.minusDays(56), TODAY.minusDays(1));
        var nights = page.deliveries().stream()
                .filter(delivery -> delivery.about().serviceType().equals("night-shelter"))
                .count();
        assertThat(page.people()).hasSizeBetween(100, 400);
        assertThat(nights).isGreaterThan(56 * 35);
    }

    private static Predicate<Need> turnedAway(Reason reason) {
        return need -> need.reason() == reason
                && Facts.shortfalls().containsKey(need.about().serviceType());
    }

    private static int asked(LocalDate first, LocalDate last, Predicate<Need> which) {
        return told(first, last).needs().stream()
                .filter(which)
                .mapToInt(need -> need.amount().people())
                .sum();
    }

    private static int helped(LocalDate first, LocalDate last, String type, String group) {
        return told(first, last).deliveries().stream()
                .filter(delivery -> delivery.about().serviceType().equals(type)
                        && delivery.about().group().equals(group))
                .mapToInt(delivery -> delivery.amount().people())
                .sum();
    }
}
