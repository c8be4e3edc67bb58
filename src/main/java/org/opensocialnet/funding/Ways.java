package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Offer;
import org.opensocialnet.budget.Offer.Obstacle;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Which envelopes may pay what is open of a line, how much of it, and why others may not; what it may cost. */
@Component
class Ways {

    private final Budget budget;
    private final Goods goods;
    private final Clock clock;

    Ways(Budget budget, Goods goods, Clock clock) {
        this.budget = budget;
        this.goods = goods;
        this.clock = clock;
    }

    /** What one piece usually costs, as the catalogue says. */
    record Price(BigDecimal least, BigDecimal most) {

        Money least(BigDecimal quantity) {
            return times(least, quantity);
        }

        Money most(BigDecimal quantity) {
            return times(most, quantity);
        }

        Money middle(BigDecimal quantity) {
            return times(least.add(most).divide(BigDecimal.TWO), quantity);
        }

        private static Money times(BigDecimal price, BigDecimal quantity) {
            return new Money(price.multiply(quantity).setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** One envelope beside a line, in words; the reasons are empty where it may pay. */
    record Way(String envelope, String name, String free, String covers, List<String> reasons) {

        boolean fits() {
            return reasons.isEmpty();
        }
    }

    @Nullable
    Price price(LineFacts line) {
        return line.item() == null
                ? null
                : goods.find(line.item())
                        .filter(item -> item.priceMost().signum() > 0)
                        .map(item -> new Price(item.priceLeast(), item.priceMost()))
                        .orElse(null);
    }

    /** Those that may pay first, and of them those that end first. */
    List<Way> of(LineFacts line, Words t) {
        var price = price(line);
        return budget.offers(line.serviceType(), line.group(), line.zone(), LocalDate.now(clock)).stream()
                .map(offer -> way(offer, line, price, t))
                .sorted(Comparator.comparing(way -> !way.fits()))
                .toList();
    }

    private static Way way(Offer offer, LineFacts line, @Nullable Price price, Words t) {
        return new Way(
                offer.envelope().value().toString(),
                Envelope.named(offer.name(), offer.english(), t),
                t.of("funding.free", offer.most(), offer.until()),
                offer.fits() ? covers(offer, line, price, t) : "",
                offer.obstacles().stream().sorted().map(one -> said(one, t)).toList());
    }

    private static String covers(Offer offer, LineFacts line, @Nullable Price price, Words t) {
        var most = offer.most();
        if (FundingActs.isMoney(line)) {
            var open = new Money(line.open());
            return most.compareTo(open) >= 0 ? t.of("funding.covers.all") : t.of("funding.covers.euros", most, open);
        }
        if (price == null) {
            return "";
        }
        if (most.compareTo(price.most(line.open())) >= 0) {
            return t.of("funding.covers.all");
        }
        var some = most.euros().divide(price.most(), 0, RoundingMode.DOWN).min(line.open());
        return t.of("funding.covers.some", in(some, line, t), in(line.open(), line, t));
    }

    static String in(BigDecimal quantity, LineFacts line, Words t) {
        return Calls.quantity(quantity, line.unit(), line.kind(), t);
    }

    private static String said(Obstacle obstacle, Words t) {
        return switch (obstacle) {
            case CATEGORY -> t.of("funding.obstacle.category");
            case GROUP -> t.of("funding.obstacle.group");
            case AREA -> t.of("funding.obstacle.area");
            case PERIOD -> t.of("funding.obstacle.period");
            case EMPTY -> t.of("funding.obstacle.empty");
            case CEILING -> t.of("funding.obstacle.ceiling");
        };
    }
}
