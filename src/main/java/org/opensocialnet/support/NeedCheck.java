package org.opensocialnet.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.coverage.Coverage;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.naming.Names;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What stands beside a request while somebody decides: what the asker had before and its quota, who could help and how many
 * places are free there, about what it would cost to buy what is open, which quantities are unusual.
 */
@Component
class NeedCheck {

    private static final int MOST_HELPERS = 8;
    private static final int MOST_CELLS = 5;

    private final JdbcClient jdbc;
    private final Goods goods;
    private final Yardstick yardstick;
    private final ObjectProvider<Calls.Known> known;
    private final Coverage coverage;
    private final TransactionOperations transactions;
    private final Names choices;
    private final Clock clock;

    NeedCheck(
            JdbcClient jdbc,
            Goods goods,
            Yardstick yardstick,
            Coverage coverage,
            TransactionOperations transactions,
            Names choices,
            ObjectProvider<Calls.Known> known,
            Clock clock) {
        this.jdbc = jdbc;
        this.goods = goods;
        this.yardstick = yardstick;
        this.known = known;
        this.coverage = coverage;
        this.transactions = transactions;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * All of it in words.
     *
     * @param coverage what coverage says of the cells of its lines
     * @param before what the asker asked for and got in a year
     * @param quotas how many requests it sent, and the goods that have one
     * @param stock what others are known to have of it
     * @param cost of what is open; empty where nobody knows a price
     */
    record Found(
            List<Coverage.Said> coverage,
            List<String> before,
            int quotaDays,
            List<String> quotas,
            List<Helper> helpers,
            List<String> stock,
            String cost,
            List<String> unusual) {}

    /** Somebody who does such things; free: places, where they are counted. */
    record Helper(String path, String name, String organization, String free) {}

    /** Coverage reads in transactions of its own, and with the program's eyes where a day is told for the first time. */
    Found of(Request request, List<Line> lines, Words t) {
        var said = coverage(lines, t);
        return Objects.requireNonNull(transactions.execute(_ -> of(request, lines, said, t)));
    }

    private Found of(Request request, List<Line> lines, List<Coverage.Said> said, Words t) {
        var organization = request.asker().organization();
        return new Found(
                said,
                organization == null ? List.of() : before(organization, request.id(), t),
                yardstick.quotaDays(),
                organization == null ? List.of() : quotas(organization, request.id(), lines, t),
                helpers(organization, lines, t),
                stock(request.id(), t),
                cost(lines, t),
                lines.stream()
                        .filter(yardstick::isUnusual)
                        .map(line -> t.of(
                                "support.check.unusual",
                                name(line, t),
                                SupportWords.quantity(line, line.quantity(), t)))
                        .toList());
    }

    /** Each cell once, in the order of the lines. */
    private List<Coverage.Said> coverage(List<Line> lines, Words t) {
        var today = LocalDate.now(clock);
        return lines.stream()
                .filter(line -> !line.serviceType().isEmpty())
                .map(NeedCheck::cell)
                .distinct()
                .limit(MOST_CELLS)
                .flatMap(cell -> coverage.of(cell, today, t).stream())
                .toList();
    }

    private static Cell cell(Line line) {
        var group = line.group().isEmpty() ? Picture.ALL : line.group();
        return line.zone().isEmpty()
                ? Cell.of(line.serviceType(), group)
                : Cell.inZone(line.serviceType(), group, line.zone());
    }

    /** In a year: how many requests, and what came of them. */
    private List<String> before(UUID organization, UUID but, Words t) {
        var said = new ArrayList<String>();
        var year = yardstick.year(organization, but);
        said.add(
                year.requests() == 0
                        ? t.of("support.check.first")
                        : t.of("support.check.before", year.requests(), year.confirmed(), year.refused()));
        var received = yardstick.received(organization).stream()
                .map(one -> t.of(
                        "support.check.one-received",
                        one.what(),
                        SupportWords.quantity(one.quantity(), Unit.of(one.unit()), one.kind(), t)))
                .toList();
        if (!received.isEmpty()) {
            said.add(t.of("support.check.received", String.join(" · ", received)));
        }
        return said;
    }

    private List<String> quotas(UUID organization, UUID but, List<Line> lines, Words t) {
        var said = new ArrayList<String>();
        int sent = yardstick.sent(organization);
        said.add(
                sent > yardstick.quotaRequests()
                        ? t.of("support.check.over-requests", sent, yardstick.quotaRequests())
                        : t.of("support.check.requests", sent, yardstick.quotaRequests()));
        for (var quota : yardstick.quotas(organization, but, lines)) {
            said.add(
                    quota.isOver()
                            ? t.of(
                                    "support.check.over-quota",
                                    quota.item().name(t.lang()),
                                    t.number(quota.had()),
                                    t.number(quota.asks()),
                                    t.number(quota.most()))
                            : t.of(
                                    "support.check.quota",
                                    quota.item().name(t.lang()),
                                    t.number(quota.had()),
                                    t.number(quota.asks()),
                                    t.number(quota.most())));
        }
        return said;
    }

    private List<Helper> helpers(@Nullable UUID own, List<Line> lines, Words t) {
        return jdbc.sql("""
                select s.id, s.name, s.translations, s.organization_id, c.available, c.maximum
                from directory.public_service s
                left join lateral (
                    select sum(available) as available, sum(maximum) as maximum
                    from directory.public_service_capacity where service_id = s.id
                ) c on true
                where s.gone_at is null and s.organization_id is distinct from :own
                  and s.id in (
                    select a.link_id from directory.public_attribute a
                    join directory.public_taxonomy_term w on w.id = a.taxonomy_term_id
                    join directory.public_taxonomy x on x.id = w.taxonomy_id
                    where a.link_entity = 'service' and x.code = 'osn-service' and w.code = any (:types))
                order by c.available desc nulls last, s.name, s.id
                limit :most
                """)
                .param("own", own, Types.OTHER)
                .param("types", lines.stream().map(Line::serviceType).distinct().toArray(String[]::new))
                .param("most", MOST_HELPERS)
                .query((row, _) -> new Helper(
                        "/service/" + row.getString("id"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text(),
                        choices.organization(row.getObject("organization_id", UUID.class), t),
                        row.getBigDecimal("available") == null
                                ? ""
                                : row.getBigDecimal("maximum") == null
                                        ? t.of("support.check.free", t.number(row.getBigDecimal("available")))
                                        : t.of(
                                                "support.check.free-of",
                                                t.number(row.getBigDecimal("available")),
                                                t.number(row.getBigDecimal("maximum")))))
                .list();
    }

    private List<String> stock(UUID request, Words t) {
        return known.orderedStream().flatMap(one -> one.of(request, t).stream()).toList();
    }

    /** From the catalogue's prices; sums of money as they are asked for. */
    private String cost(List<Line> lines, Words t) {
        var least = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (var line : lines) {
            if (line.thing() instanceof Thing.Funds) {
                least = least.add(line.open());
                most = most.add(line.open());
            } else if (item(line) instanceof Item item) {
                least = least.add(item.priceLeast().multiply(line.open()));
                most = most.add(item.priceMost().multiply(line.open()));
            }
        }
        return most.signum() == 0
                ? ""
                : least.compareTo(most) == 0
                        ? t.of("support.check.costs", euros(most, t))
                        : t.of("support.check.cost", euros(least, t), euros(most, t));
    }

    private static String euros(BigDecimal amount, Words t) {
        return t.money(new Money(amount.setScale(2, RoundingMode.HALF_UP)));
    }

    private @Nullable Item item(Line line) {
        return line.thing() instanceof Thing.Goods(UUID id, String _) && id != null
                ? goods.find(id).orElse(null)
                : null;
    }

    /** What a line asks for, in the reader's language where it is of the catalogue. */
    String name(Line line, Words t) {
        return item(line) instanceof Item item
                ? item.name(t.lang())
                : line.thing().text();
    }
}
