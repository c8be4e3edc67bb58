package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.budget.Offer.Obstacle;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which envelopes may pay for something, and what speaks against the others. */
@Component
class Fitting {

    private final JdbcClient jdbc;
    private final Envelopes envelopes;
    private final Ceilings ceilings;

    Fitting(JdbcClient jdbc, Envelopes envelopes, Ceilings ceilings) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.ceilings = ceilings;
    }

    List<Offer> of(String category, String group, String zone, LocalDate day) {
        var available = available();
        var used = ceilings.usedBy(category);
        return envelopes.open(day).stream()
                .map(envelope -> offer(
                        envelope,
                        obstacles(envelope, category, group, zone, day),
                        available.getOrDefault(envelope.id(), Money.ZERO),
                        left(envelope, category, used)))
                .toList();
    }

    private static Offer offer(Envelope envelope, Set<Obstacle> obstacles, Money available, Money left) {
        if (!available.isPositive()) {
            obstacles.add(Obstacle.EMPTY);
        }
        if (!left.isPositive()) {
            obstacles.add(Obstacle.CEILING);
        }
        var terms = envelope.terms();
        return new Offer(
                envelope.id(),
                terms.name(),
                terms.english(),
                available,
                left.isNegative() ? Money.ZERO : available.atMost(left),
                terms.until(),
                Set.copyOf(obstacles));
    }

    /** What the rules say, money aside. An unsaid group or zone meets only an envelope that is for all. */
    static Set<Obstacle> obstacles(Envelope envelope, String category, String group, String zone, LocalDate day) {
        var terms = envelope.terms();
        var obstacles = EnumSet.noneOf(Obstacle.class);
        if (!holds(terms.categories(), category)) {
            obstacles.add(Obstacle.CATEGORY);
        }
        if (!holds(terms.groups(), group)) {
            obstacles.add(Obstacle.GROUP);
        }
        if (!holds(terms.zones(), zone)) {
            obstacles.add(Obstacle.AREA);
        }
        if (day.isBefore(terms.starts()) || day.isAfter(terms.until()) || envelope.closedOn(day)) {
            obstacles.add(Obstacle.PERIOD);
        }
        return obstacles;
    }

    private static boolean holds(List<String> allowed, String code) {
        return allowed.isEmpty() || allowed.contains(code);
    }

    private static final Money ENDLESS = Money.euros("999999999999.99");

    private static Money left(Envelope envelope, String category, Map<EnvelopeId, Money> used) {
        return Ceilings.of(envelope.terms().ceilings(), Ceiling.Kind.CATEGORY, category)
                .map(ceiling -> ceiling.amount().minus(used.getOrDefault(envelope.id(), Money.ZERO)))
                .orElse(ENDLESS);
    }

    private Map<EnvelopeId, Money> available() {
        return jdbc
                .sql("select envelope, available from budget.balance limit 10000")
                .query((row, _) -> Map.entry(
                        new EnvelopeId(row.getObject("envelope", UUID.class)),
                        new Money(row.getBigDecimal("available"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
