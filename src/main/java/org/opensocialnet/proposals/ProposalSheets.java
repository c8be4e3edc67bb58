package org.opensocialnet.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opensocialnet.allocation.Ceiling;
import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Weights;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Offer;
import org.opensocialnet.coverage.Coverage;
import org.opensocialnet.proposals.Sheet.Asked;
import org.opensocialnet.proposals.Sheet.Pot;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.support.OpenLines;
import org.opensocialnet.support.OpenLines.OpenLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is open and what there is, as it stands now. */
@Component
@Transactional(readOnly = true)
class ProposalSheets {

    /** More lines than this nobody reads; the engine has been tried with as many. */
    static final int MOST_LINES = 500;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Coverage counts severity from 1 to 5; where it knows nothing, a line stands in the middle. */
    private static final int STEP = 20;

    private static final int UNKNOWN = 50;

    private final OpenLines lines;
    private final Budget budget;
    private final BudgetDesk desk;
    private final Coverage coverage;
    private final Clock clock;

    ProposalSheets(OpenLines lines, Budget budget, BudgetDesk desk, Coverage coverage, Clock clock) {
        this.lines = lines;
        this.budget = budget;
        this.desk = desk;
        this.coverage = coverage;
        this.clock = clock;
    }

    List<OpenLine> lines() {
        return lines.all(MOST_LINES);
    }

    /** Those with money that may still be promised. */
    List<Offer> envelopes() {
        var today = LocalDate.now(clock);
        return budget.offers("", "", "", today).stream()
                .filter(offer ->
                        offer.available().isPositive() && !offer.until().isBefore(today))
                .toList();
    }

    Sheet sheet(Set<String> chosenLines, Set<String> chosenEnvelopes, int floor, Weights weights) {
        var today = LocalDate.now(clock);
        return new Sheet(
                today,
                lines().stream()
                        .filter(line -> chosenLines.contains(line.id().toString()))
                        .map(line -> asked(line, today))
                        .toList(),
                envelopes().stream()
                        .filter(offer -> chosenEnvelopes.contains(
                                offer.envelope().value().toString()))
                        .map(this::pot)
                        .toList(),
                floor,
                weights);
    }

    /** What cannot be counted in whole units is one thing with one price. */
    private Asked asked(OpenLine line, LocalDate today) {
        boolean whole = line.open().stripTrailingZeros().scale() <= 0;
        var price = line.price() == null ? BigDecimal.ZERO : line.price();
        var units = whole ? line.open() : BigDecimal.ONE;
        var each = whole ? price : price.multiply(line.open());
        return new Asked(
                line.id(),
                line.request(),
                line.number(),
                line.what(),
                units.longValueExact(),
                line.unit().code(),
                each.multiply(HUNDRED).setScale(0, RoundingMode.CEILING).longValueExact(),
                line.people(),
                line.serviceType(),
                line.group(),
                line.zone(),
                line.organization() == null
                        ? line.request().toString()
                        : line.organization().toString(),
                line.neededBy(),
                line.since(),
                severity(line, today));
    }

    private int severity(OpenLine line, LocalDate today) {
        return coverage.of(Cell.inZone(line.serviceType(), line.group(), line.zone()), today)
                .map(read -> read.standing().severity())
                .filter(severity -> severity.isPresent())
                .map(severity -> STEP * severity.getAsInt())
                .orElse(UNKNOWN);
    }

    private Pot pot(Offer offer) {
        var envelope = desk.envelope(offer.envelope());
        var terms = envelope.terms();
        return new Pot(
                envelope.id().value(),
                terms.name(),
                terms.english(),
                offer.available().cents(),
                terms.categories(),
                terms.groups(),
                terms.zones(),
                terms.starts(),
                terms.until(),
                ceilings(envelope));
    }

    private List<Ceiling> ceilings(Envelope envelope) {
        return desk.ceilingsLeft(envelope).stream()
                .map(left -> new Ceiling(
                        switch (left.kind()) {
                            case CATEGORY -> Per.CATEGORY;
                            case BENEFICIARY -> Per.BENEFICIARY;
                            case SUPPLIER -> Per.SUPPLIER;
                        },
                        left.whom(),
                        left.amount().cents()))
                .toList();
    }
}
