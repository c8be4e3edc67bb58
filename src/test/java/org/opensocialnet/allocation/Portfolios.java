package org.opensocialnet.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Line.Recipient;
import org.opensocialnet.allocation.Source.Envelope;
import org.opensocialnet.allocation.Source.Pledge;
import org.opensocialnet.allocation.Source.Stock;

/** Portfolios as a city has them, drawn by chance: many lines, and too little of everything. */
record Portfolios(Random random, int lines, int envelopes) {

    static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static final List<String> CATEGORIES =
            List.of("food", "clothes", "hygiene", "transport", "rent", "medicine", "equipment", "interpreting");
    private static final List<String> GROUPS =
            List.of("homeless", "families", "refugees", "roma", "drugs", "elderly", "women", "disabled");
    private static final List<String> COMMUNITIES = List.of("1", "2", "3", "4", "5", "6", "7");

    /** With floors and quotas as well. */
    Portfolio fair() {
        var plain = plain();
        var quotas = new ArrayList<Quota>();
        for (int i = 0; i < beneficiaries(); i += 5) {
            quotas.add(new Quota("b" + i, i % 2 == 0 ? "" : "food", 5 + random.nextInt(200)));
        }
        return new Portfolio(
                DAY,
                plain.lines(),
                plain.sources(),
                quotas,
                List.of(new Floor(Floor.Of.GROUP, 10 + random.nextInt(20)), new Floor(Floor.Of.COMMUNITY, 15)),
                Weights.USUAL);
    }

    Portfolio plain() {
        var asked = new ArrayList<Line>();
        long cost = 0;
        for (int i = 0; i < lines; i++) {
            var line = line(i);
            asked.add(line);
            var price = line.pieces().getFirst().price();
            cost += price == null ? 0 : price.cents() * line.amount().quantity();
        }
        var sources = new ArrayList<Source>();
        for (int i = 0; i < 1 + lines / 25; i++) {
            var category = any(CATEGORIES);
            sources.add(new Stock("stock " + i, category, random.nextInt(100), Conditions.NONE));
            sources.add(new Pledge("pledge " + i, any(CATEGORIES), random.nextInt(60), conditions()));
        }
        long part = (long) (cost * (0.3 + 0.4 * random.nextDouble()) / envelopes);
        for (int i = 0; i < envelopes; i++) {
            sources.add(envelope(i, (long) (part * 2 * random.nextDouble())));
        }
        Collections.shuffle(asked, random);
        return Portfolio.of(DAY, asked, sources);
    }

    private int beneficiaries() {
        return 1 + lines / 10;
    }

    private Line line(int number) {
        var category = any(CATEGORIES);
        long quantity = 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 12);
        long cents = 100 + (long) (3_000 * Math.exp(random.nextGaussian()));
        var supplier = "s" + random.nextInt(1 + lines / 20);
        var piece = switch (random.nextInt(10)) {
            case 0 -> Piece.given(category);
            default -> Piece.bought(category, cents, supplier);
        };
        var pieces = new ArrayList<>(List.of(piece));
        if (random.nextInt(10) == 0) {
            pieces.add(Piece.bought("carrying", 50 + random.nextInt(500), supplier));
        }
        var amount = switch (random.nextInt(3)) {
            case 0 -> Amount.whole(quantity);
            case 1 -> Amount.inSteps(quantity, 1);
            default -> new Amount(quantity, 1, 1 + quantity / 2);
        };
        return new Line(
                "line " + number,
                "request " + number / 3,
                category,
                new Recipient(any(GROUPS), any(COMMUNITIES), "b" + random.nextInt(beneficiaries())),
                DAY.plusDays(random.nextInt(40)),
                amount,
                pieces,
                Need.of(
                        random.nextInt(101),
                        random.nextInt(40),
                        random.nextInt(120),
                        1 + random.nextInt((int) quantity * 2)));
    }

    private Envelope envelope(int number, long held) {
        var ceilings = new ArrayList<Ceiling>();
        ceilings.add(Ceiling.each(Per.BENEFICIARY, held / 3));
        if (random.nextBoolean()) {
            ceilings.add(Ceiling.each(Per.SUPPLIER, held / 2));
        }
        if (random.nextBoolean()) {
            ceilings.add(new Ceiling(Per.CATEGORY, any(CATEGORIES), held / 4));
        }
        return new Envelope("envelope " + (char) ('A' + number), held, conditions(), ceilings);
    }

    private Conditions conditions() {
        return new Conditions(
                some(CATEGORIES, 4),
                random.nextInt(3) == 0 ? some(GROUPS, 4) : Set.of(),
                random.nextInt(4) == 0 ? some(COMMUNITIES, 4) : Set.of(),
                Set.of(),
                random.nextInt(8) == 0 ? DAY.plusDays(7) : null,
                random.nextInt(20) == 0 ? DAY.minusDays(1) : null);
    }

    private Set<String> some(List<String> all, int about) {
        var chosen = new TreeSet<String>();
        for (int i = 0; i < about; i++) {
            chosen.add(any(all));
        }
        return chosen;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
