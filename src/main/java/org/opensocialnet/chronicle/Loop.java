package org.opensocialnet.chronicle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.goods.Item;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Asker;
import org.opensocialnet.support.Line;
import org.opensocialnet.support.Request.Gap;
import org.opensocialnet.support.Thing;
import org.springframework.stereotype.Component;

/**
 * The loop in the middle of happening: older people of the seventh community find no warm meal; the team asked for help from
 * that cell, two organisations promised a part and one of them is on its way, the rest waits to be paid.
 */
@Component
class Loop {

    static final String TITLE = "Ζεστό φαγητό για ηλικιωμένους, 7η Κοινότητα";

    private static final String TYPE = "soup-kitchen";
    private static final String GROUP = "older";
    private static final String FIRST = "karydia";
    private static final String SECOND = "psomi-thymari";
    private static final int MEALS = 300;
    private static final int FROM_FIRST = 120;
    private static final int FROM_SECOND = 60;
    private static final int UNDERWAY = 40;
    private static final int ASKED_AGO = 9;

    private final Asked asked;
    private final Promised promised;

    Loop(Asked asked, Promised promised) {
        this.asked = asked;
        this.promised = promised;
    }

    /** False where it was told before, or the city has not what it is told of. */
    boolean tell(List<Door> city, Map<String, Item> goods, LocalDate anchor) {
        var first = body(city, FIRST);
        var second = body(city, SECOND);
        var meal = goods.get("Έτοιμο γεύμα");
        var wish = wish(meal, anchor.minusDays(ASKED_AGO));
        if (first == null || second == null || asked.isKnown(wish)) {
            return false;
        }
        var request = asked.ask(wish, new Gap(TYPE, GROUP, Facts.FAR));
        asked.call(request, wish.day());
        for (var line : promised.lines(wish, request)) {
            var one = promised.promise(wish, line, first, BigDecimal.valueOf(FROM_FIRST), anchor.minusDays(4));
            promised.promise(wish, line, second, BigDecimal.valueOf(FROM_SECOND), anchor.minusDays(3));
            promised.go(one, first, BigDecimal.valueOf(UNDERWAY), anchor.minusDays(1));
        }
        return true;
    }

    private static Wish wish(@Nullable Item meal, LocalDate day) {
        var line = new Line(
                Uuid7.next(),
                new UUID(0, 0),
                Thing.of("goods", meal == null ? null : meal.id(), "Έτοιμο γεύμα", ""),
                BigDecimal.valueOf(MEALS),
                Unit.MEAL,
                24,
                TYPE,
                GROUP,
                Facts.FAR,
                day.plusDays(30),
                null,
                "",
                false,
                true,
                Line.Come.NOTHING);
        return new Wish(
                Lot.form("loop"),
                new Asker.OfTeam(null),
                TITLE,
                "Περίπου 24 ηλικιωμένοι ζητούν κάθε μέρα ένα ζεστό γεύμα. Η κοντινότερη κουζίνα είναι πολύ μακριά για να πάνε με"
                        + " τα πόδια.",
                List.of(line),
                day,
                Fate.PARTLY_COVERED);
    }

    private static @Nullable UUID body(List<Door> city, String key) {
        return city.stream()
                .filter(door -> door.body().equals(key))
                .map(Door::organization)
                .findFirst()
                .orElse(null);
    }
}
