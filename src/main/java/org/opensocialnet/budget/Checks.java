package org.opensocialnet.budget;

import java.time.LocalDate;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;

/** What must be true of an act before anybody looks at balances. Each refusal names its field and the remedy. */
final class Checks {

    static final Money MOST = Money.euros("1000000000");

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_CODE = 100;

    private Checks() {}

    static void mustBeKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("an act upon money has a key of its caller's");
        }
    }

    static void mustBeAmount(Money amount) {
        if (!amount.isPositive()) {
            throw Refusal.wrong("budget.fault.amount", "amount");
        }
        if (amount.compareTo(MOST) > 0) {
            throw Refusal.wrong("budget.fault.huge", "amount", MOST);
        }
    }

    static void mustBePurpose(Purpose purpose) {
        if (purpose.category().isBlank() || purpose.category().length() > LONGEST_CODE) {
            throw Refusal.wrong("budget.fault.category", "category");
        }
    }

    /** The envelope's own rules. */
    static void mustBeAllowed(Envelope envelope, Purpose purpose, LocalDate day, LocalDate today) {
        mustBeInTime(envelope, Movement.RESERVED, day, today);
        var obstacles = Fitting.obstacles(envelope, purpose.category(), purpose.group(), purpose.zone(), day);
        if (obstacles.contains(Offer.Obstacle.CATEGORY)) {
            throw Refusal.wrong("budget.refused.category", "category");
        }
        if (obstacles.contains(Offer.Obstacle.GROUP)) {
            throw Refusal.wrong("budget.refused.group", "group");
        }
        if (obstacles.contains(Offer.Obstacle.AREA)) {
            throw Refusal.wrong("budget.refused.area", "zone");
        }
    }

    static void mustBeOfOurTime(LocalDate day, String field) {
        if (day.getYear() < 2000 || day.getYear() > 2100) {
            throw Refusal.wrong("budget.fault.years", field);
        }
    }

    static void mustBeInTime(Envelope envelope, Movement movement, LocalDate day, LocalDate today) {
        var terms = envelope.terms();
        mustBeOfOurTime(day, "day");
        if (day.isAfter(today)) {
            throw Refusal.wrong("budget.fault.future", "day");
        }
        var closed = envelope.closedThrough();
        if (closed != null && envelope.closedOn(day)) {
            throw Refusal.wrong("budget.refused.closed", "day", closed);
        }
        switch (movement) {
            case RESERVED, COMMITTED -> {
                if (day.isBefore(terms.starts()) || day.isAfter(terms.until())) {
                    throw Refusal.wrong("budget.refused.period", "day", terms.starts(), terms.until());
                }
            }
            case SPENT -> {
                if (day.isBefore(terms.starts()) || day.isAfter(terms.payBy())) {
                    throw Refusal.wrong("budget.refused.pay-by", "day", terms.starts(), terms.payBy());
                }
            }
            case ALLOCATED, RELEASED, RETURNED, REUSED, HANDED_BACK, REALLOCATED -> {}
        }
    }
}
