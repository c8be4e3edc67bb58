package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chronicle.Habit.Style;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.FollowUp;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.ledger.Transcripts.Page;

/**
 * Tells the city day by day. A day is told from the seed and its date alone, so that a year told at once and a year told day
 * by day are the same.
 */
final class Story {

    static final long SEED = 2026;

    /** Which telling this is: a city that was told otherwise before is told anew. */
    static final int EDITION = 2;

    static final String KIND = "chronicle.invented";

    private static final int MANY = 300;
    private static final double SENT_AWAY = 0.03;
    private static final double ASKED_BEFORE = 0.3;
    private static final double THOUGHT_BETTER = 0.06;
    private static final int A_DECADE_OF_DAYS = 10;
    private static final List<Reason> USUAL =
            List.of(Reason.CLOSED, Reason.PAPERS, Reason.NOT_ELIGIBLE, Reason.NO_ANSWER);

    private final Lot lot = new Lot(SEED);
    private final List<Habit> habits;
    private final Map<String, Door> doors;
    private final LocalDate began;
    private final Facts facts;
    private final UUID batch;
    private final Guests guests;
    private final Planted planted;

    Story(List<Door> doors, LocalDate began, LocalDate anchor, UUID batch, Map<String, List<UUID>> known) {
        var usual = new Habits(lot);
        this.habits = doors.stream().flatMap(door -> usual.of(door).stream()).toList();
        this.doors = doors.stream().collect(Collectors.toMap(Door::name, door -> door));
        this.began = began;
        this.facts = new Facts(anchor);
        this.batch = batch;
        this.guests = new Guests(lot, known);
        this.planted = new Planted(this, lot, facts);
    }

    Facts facts() {
        return facts;
    }

    @Nullable
    Door door(String name) {
        return doors.get(name);
    }

    void tell(LocalDate day, Page page) {
        for (var habit : habits) {
            if (!facts.isSilent(habit.door(), habit.type(), day)) {
                tell(habit, day, page);
            }
        }
        planted.tell(day, page);
    }

    private void tell(Habit habit, LocalDate day, Page page) {
        var chance = lot.of(habit.name(), day);
        var rota = habit.door().rota();
        int came = 0;
        boolean counts = !habit.seldom()
                || !rota.isRegular(day)
                || Math.floorMod(day.toEpochDay() + habit.door().name().hashCode(), (long) Habits.SELDOM) == 0;
        if (!counts) {
            return;
        }
        boolean overnight = habit.room() != null && Habits.HOSTELS.contains(habit.type());
        if (overnight || rota.isOpen(day)) {
            came = came(habit, day, chance);
        } else if (isRemembered(habit, day) && !rota.isRegular(day)) {
            came = 6 + chance.nextInt(4);
        }
        if (came == 0) {
            return;
        }
        if (habit.style() == Style.HEADS) {
            page.delivery(delivery(habit.about(day.toEpochDay()), day, habit.many(came), Source.HEADCOUNT), null);
        } else {
            one(habit, day, came, chance, page);
        }
        sentAway(habit, day, came, chance, page);
    }

    /** Out of season somebody calls all the same. */
    private static boolean isRemembered(Habit habit, LocalDate day) {
        return Math.floorMod(day.toEpochDay() + habit.door().name().hashCode(), (long) A_DECADE_OF_DAYS) == 0;
    }

    private int came(Habit habit, LocalDate day, SplittableRandom chance) {
        var room = habit.room();
        if (habit.door().name().equals(Facts.HOUSE) && room != null) {
            return facts.guests(
                    habit.group(), day, lot.of(Facts.HOUSE + habit.group(), day).nextDouble());
        }
        if (habit.isLimited() && room != null) {
            int came = Math.min(room.maximum(), Lot.about(chance, habit.mean(), 0.02));
            return habit.unit() == Amount.Unit.MEAL ? came * (1 + closedAfter(habit, day)) : came;
        }
        return Math.max(1, Lot.about(chance, habit.mean() * Seasons.of(day, facts.anchor()), 0.3));
    }

    /** Before a kitchen closes for the weekend people take along what they will eat on those days. */
    private static int closedAfter(Habit habit, LocalDate day) {
        int closed = 0;
        while (closed < 2 && !habit.door().rota().isOpen(day.plusDays(closed + 1L))) {
            closed++;
        }
        return closed;
    }

    /** A line for each guest or visitor. Some asked, waited or were sent before; a few thought better of it. */
    private void one(Habit habit, LocalDate day, int came, SplittableRandom chance, Page page) {
        var about = habit.about(day.toEpochDay());
        for (int i = 0; i < came; i++) {
            boolean nights = habit.style() == Style.NIGHTS;
            var who = nights ? guests.inBed(habit, i, day) : guests.visiting(habit, chance);
            var delivery = delivery(about, day, habit.one(), Source.RECORDS);
            boolean asked = nights ? guests.isNew(habit, i, day) : chance.nextDouble() < ASKED_BEFORE;
            if (asked) {
                var asking = before(day, chance.nextInt(12));
                page.meets(page.need(need(about, asking, habit.one(), way(chance), null), who), delivery, who);
            } else {
                page.delivery(delivery, who);
            }
            if (!nights && chance.nextDouble() < THOUGHT_BETTER) {
                int need = page.need(
                        need(about, before(day, chance.nextInt(9)), habit.one(), Source.ASKED, null),
                        guests.visiting(habit, chance));
                page.closes(need, day, FollowUp.State.WITHDRAWN, null);
            }
        }
    }

    private static Source way(SplittableRandom chance) {
        double drawn = chance.nextDouble();
        return drawn < 0.5 ? Source.REFERRED : drawn < 0.8 ? Source.ASKED : Source.WAITING_LIST;
    }

    /** Where very many come a few are always sent away, some of them with a word why: too few to be called a deficit. */
    private void sentAway(Habit habit, LocalDate day, int came, SplittableRandom chance, Page page) {
        if (habit.mean() * A_DECADE_OF_DAYS * 2 < MANY || Facts.shortfalls().containsKey(habit.type())) {
            return;
        }
        int away = Lot.about(chance, came * SENT_AWAY, 0.5);
        if (away > 0) {
            var reason = USUAL.get(chance.nextInt(USUAL.size()));
            int need = page.need(
                    need(habit.about(day.toEpochDay()), day, Amount.people(away), Source.ASKED, reason), null);
            if (chance.nextBoolean()) {
                page.closes(need, day, FollowUp.State.REFUSED, reason);
            }
        }
    }

    private LocalDate before(LocalDate day, int days) {
        var asking = day.minusDays(days);
        return asking.isBefore(began) ? began : asking;
    }

    Need need(About about, LocalDate day, Amount amount, Source source, @Nullable Reason reason) {
        return new Need(KIND, day, about, amount, source, reason, null, Map.of(), batch);
    }

    Delivery delivery(About about, LocalDate day, Amount amount, Source source) {
        return new Delivery(KIND, day, about, amount, source, null, null, null, Map.of(), batch);
    }
}
