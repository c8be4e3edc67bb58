package org.opensocialnet.chronicle;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.ledger.Transcripts.Page;

/** Writes what is planted: who was turned away, and why. */
record Planted(Story story, Lot lot, Facts facts) {

    private static final double MONTH = 30.0;
    private static final List<String> WHERE_WOMEN_ASK = List.of("91860101", "91860103", "91860106");
    private static final List<String> WHERE_REFUGEES_ASK = List.of("91860101", "91860106", "91860105");

    void tell(LocalDate day, Page page) {
        women(day, page);
        refugees(day, page);
        older(day, page);
    }

    private void women(LocalDate day, Page page) {
        var house = story.door(Facts.HOUSE);
        double grown = Facts.grown(facts.fullSince(), day);
        if (house == null || grown == 0) {
            return;
        }
        var chance = lot.of("planted women", day);
        int away = Lot.about(chance, Facts.WOMEN_TURNED_AWAY * grown, 0.1);
        for (int i = 0; i < WHERE_WOMEN_ASK.size() && away > 0; i++) {
            int here = i == WHERE_WOMEN_ASK.size() - 1 ? away : Math.min(away, 1 + chance.nextInt(away));
            var about =
                    new About("night-shelter", "women", WHERE_WOMEN_ASK.get(i), house.organization(), house.service());
            var source = i == 0 ? Source.NO_PLACE : i == 1 ? Source.STREET : Source.ASKED;
            page.need(story.need(about, day, Amount.of(here, here, Amount.Unit.NIGHT), source, Reason.FULL), null);
            away -= here;
        }
    }

    private void refugees(LocalDate day, Page page) {
        var house = story.door(Facts.COUNSELLING);
        if (house == null || !house.rota().isOpen(day)) {
            return;
        }
        var chance = lot.of("planted refugees", day);
        double openDays = 21;
        var here = new About(
                "mental-health-counselling",
                "refugees",
                house.zones().isEmpty() ? "" : house.zones().getFirst(),
                house.organization(),
                house.service());
        each(
                chance,
                Facts.REFUGEES_HELPED / openDays,
                () -> page.delivery(
                        story.delivery(here, day, Amount.of(1, 1, Amount.Unit.VISIT), Source.RECORDS),
                        lot.somebody(Facts.COUNSELLING + " refugees", chance.nextInt(60))));
        double grown = Facts.grown(facts.strangersSince(), day);
        each(
                chance,
                Facts.REFUGEES_ASKING * grown / openDays,
                () -> page.need(
                        story.need(
                                new About(
                                        here.serviceType(),
                                        here.group(),
                                        WHERE_REFUGEES_ASK.get(chance.nextInt(WHERE_REFUGEES_ASK.size())),
                                        here.organization(),
                                        here.service()),
                                day,
                                Amount.people(1),
                                Source.ASKED,
                                Reason.LANGUAGE),
                        lot.somebody(Facts.COUNSELLING + " strangers", chance.nextInt(400))));
    }

    private static void each(SplittableRandom chance, double mean, Runnable one) {
        int times = Lot.about(chance, mean, 0.4);
        for (int i = 0; i < times; i++) {
            one.run();
        }
    }

    private void older(LocalDate day, Page page) {
        var kitchen = story.door(Facts.KITCHEN);
        var visitors = story.door(Facts.VISITORS);
        if (kitchen == null || visitors == null) {
            return;
        }
        var chance = lot.of("planted older", day);
        if (kitchen.rota().isOpen(day)) {
            int came = Lot.about(chance, 14, 0.2);
            var about = new About(
                    "soup-kitchen",
                    "older",
                    kitchen.zones().isEmpty() ? "" : kitchen.zones().getFirst(),
                    kitchen.organization(),
                    kitchen.service());
            page.delivery(story.delivery(about, day, Amount.of(came, came, Amount.Unit.MEAL), Source.HEADCOUNT), null);
        }
        int away = Lot.about(chance, Facts.FAR_AWAY * Facts.grown(facts.farSince(), day), 0.15);
        if (away > 0) {
            var about = new About("soup-kitchen", "older", Facts.FAR, visitors.organization(), null);
            page.need(story.need(about, day, Amount.people(away), Source.ASKED, Reason.TOO_FAR), null);
        }
    }
}
