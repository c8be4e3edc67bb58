package org.opensocialnet.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.coverage.Coverage;
import org.opensocialnet.database.Rows;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.web.Words;
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
    private static final Duration QUOTA_TIME = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Goods goods;
    private final Usual usual;
    private final Coverage coverage;
    private final TransactionOperations transactions;
    private final SupportChoices choices;
    private final Clock clock;

    NeedCheck(
            JdbcClient jdbc,
            Goods goods,
            Usual usual,
            Coverage coverage,
            TransactionOperations transactions,
            SupportChoices choices,
            Clock clock) {
        this.jdbc = jdbc;
        this.goods = goods;
        this.usual = usual;
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
     * @param quotas of the goods that have one
     * @param cost of what is open; empty where nobody knows a price
     */
    record Found(
            List<Coverage.Said> coverage,
            String before,
            List<String> quotas,
            List<Helper> helpers,
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
                organization == null ? "" : before(organization, request.id(), t),
                organization == null ? List.of() : quotas(organization, request.id(), lines, t),
                helpers(organization, lines, t),
                cost(lines, t),
                lines.stream()
                        .filter(usual::isUnusual)
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

    private record Year(int requests, int refused, int confirmed) {}

    private String before(UUID organization, UUID but, Words t) {
        var year = jdbc.sql("""
                select count(*)::int as requests,
                       count(*) filter (where status = 'Refused')::int as refused,
                       count(*) filter (where status in ('Confirmed', 'Closed'))::int as confirmed
                from support.request
                where organization = :organization and id <> :but and made_at >= :since
                  and status not in ('Draft', 'Withdrawn')
                """)
                .param("organization", organization)
                .param("but", but)
                .param("since", since(Duration.ofDays(365)))
                .query(Rows.of(Year.class))
                .single();
        return year.requests() == 0
                ? t.of("support.check.first")
                : t.of("support.check.before", year.requests(), year.confirmed(), year.refused());
    }

    private List<String> quotas(UUID organization, UUID but, List<Line> lines, Words t) {
        var said = new ArrayList<String>();
        for (var asked : ofEachGood(lines).entrySet()) {
            if (goods.find(asked.getKey()).orElse(null) instanceof Item item && item.quota() != null) {
                var had = had(organization, but, item.id());
                var asks = asked.getValue();
                said.add(
                        had.add(asks).compareTo(BigDecimal.valueOf(item.quota())) > 0
                                ? t.of(
                                        "support.check.over-quota",
                                        item.name(t.lang()),
                                        t.number(had),
                                        t.number(asks.stripTrailingZeros()),
                                        t.number(item.quota()))
                                : t.of(
                                        "support.check.quota",
                                        item.name(t.lang()),
                                        t.number(had),
                                        t.number(asks.stripTrailingZeros()),
                                        t.number(item.quota())));
            }
        }
        return said;
    }

    /** A quota is of a good, in however many lines it is asked for. */
    private static Map<UUID, BigDecimal> ofEachGood(List<Line> lines) {
        var asked = new LinkedHashMap<UUID, BigDecimal>();
        for (var line : lines) {
            if (line.thing() instanceof Thing.Goods(UUID item, String _) && item != null) {
                asked.merge(item, line.quantity(), BigDecimal::add);
            }
        }
        return asked;
    }

    /** What else of it the team agreed to in thirty days. */
    private BigDecimal had(UUID organization, UUID but, UUID item) {
        return jdbc.sql("""
                select coalesce(sum(l.quantity), 0)
                from support.line l
                join support.request r on r.id = l.request
                where r.organization = :organization and r.id <> :but and l.item = :item and r.made_at >= :since
                  and r.status not in ('Draft', 'Submitted', 'Returned', 'Refused', 'Appealed', 'Withdrawn')
                """)
                .param("organization", organization)
                .param("but", but)
                .param("item", item)
                .param("since", since(QUOTA_TIME))
                .query(BigDecimal.class)
                .single()
                .stripTrailingZeros();
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

    private OffsetDateTime since(Duration ago) {
        return clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
    }
}
