package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a request is measured by: what is usually asked for, so that 5,000 typed for 500 is asked about once more; what the
 * asker had before, and its quota; and how long is too long at each point of the way.
 */
@Component
class Yardstick {

    private static final int ENOUGH = 5;
    private static final BigDecimal FAR = BigDecimal.valueOf(5);
    private static final int MOST_RECEIVED = 6;

    static final Setting<Integer> QUOTA_DAYS =
            setting("support.quota-days", 1, 365, 30, "support.setting.quota-days", "support.setting.quota-days.hint");
    static final Setting<Integer> QUOTA_REQUESTS = setting(
            "support.quota-requests",
            2,
            1_000,
            10,
            "support.setting.quota-requests",
            "support.setting.quota-requests.hint");
    static final Setting<Integer> DECIDED =
            setting("support.days-decided", 10, 90, 5, "support.setting.days-decided", "support.setting.days.hint");
    static final Setting<Integer> COVERED =
            setting("support.days-covered", 11, 90, 7, "support.setting.days-covered", "support.setting.days.hint");
    static final Setting<Integer> ON_THE_WAY =
            setting("support.days-going", 12, 90, 7, "support.setting.days-going", "support.setting.days.hint");
    static final Setting<Integer> CONFIRMED =
            setting("support.days-confirmed", 13, 90, 5, "support.setting.days-confirmed", "support.setting.days.hint");

    private final Goods goods;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Yardstick(Goods goods, Settings settings, JdbcClient jdbc, Clock clock) {
        this.goods = goods;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Setting<Integer> setting(String key, int order, int most, int usual, String label, String hint) {
        return new Setting<>(key, Group.SUPPORT, order, Forms.number(1, most), usual, label, hint);
    }

    @Bean
    static Declared supportMeasures() {
        return new Declared(List.of(QUOTA_DAYS, QUOTA_REQUESTS, DECIDED, COVERED, ON_THE_WAY, CONFIRMED));
    }

    private record Half(BigDecimal quantity, int lines) {}

    /** More than this is unusual: of the catalogue what it says, of all else five times what half of its kind stay under. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> most(Line line) {
        return item(line)
                .map(item -> Optional.of(BigDecimal.valueOf(item.usualMost())))
                .orElseGet(() -> most(line.thing().kind(), line.unit(), line.id()));
    }

    private Optional<BigDecimal> most(String kind, Unit unit, UUID but) {
        var half = jdbc.sql("""
                select coalesce(percentile_disc(0.5) within group (order by quantity), 0) as quantity, count(*)::int as lines
                from (select quantity from support.line
                      where kind = :kind and unit = :unit and item is null and id <> :but
                      order by id desc
                      limit 200) latest
                """)
                .param("kind", kind)
                .param("unit", unit.code())
                .param("but", but)
                .query(Rows.of(Half.class))
                .single();
        return half.lines() < ENOUGH
                ? Optional.empty()
                : Optional.of(half.quantity().multiply(FAR));
    }

    @Transactional(readOnly = true)
    public boolean isUnusual(Line line) {
        return most(line).filter(most -> line.quantity().compareTo(most) > 0).isPresent();
    }

    private Optional<Item> item(Line line) {
        return line.thing() instanceof Thing.Goods(UUID item, String _) && item != null
                ? goods.find(item)
                : Optional.empty();
    }

    /** What an organisation asked for in a year beside one request, and what became of it. */
    record Year(int requests, int refused, int confirmed) {}

    Year year(UUID organization, UUID but) {
        return jdbc.sql("""
                select count(*)::int as requests,
                       count(*) filter (where status = 'Refused')::int as refused,
                       count(*) filter (where status in ('Confirmed', 'Closed'))::int as confirmed
                from support.request
                where organization = :organization and id <> :but and made_at >= :since
                  and status not in ('Draft', 'Withdrawn')
                """)
                .param("organization", organization)
                .param("but", but)
                .param("since", since(365))
                .query(Rows.of(Year.class))
                .single();
    }

    /** So much of one thing that was handed over. */
    record Received(String what, String kind, String unit, BigDecimal quantity) {}

    /** What an organisation was given in a year, the latest first: the sums of its covers. */
    List<Received> received(UUID organization) {
        return jdbc.sql("""
                select l.what, l.kind, l.unit, sum(c.delivered) as quantity
                from support.cover c
                join support.line l on l.id = c.line
                join support.request r on r.id = c.request
                where r.organization = :organization and c.delivered > 0 and c.changed_at >= :since
                group by l.what, l.kind, l.unit
                order by max(c.changed_at) desc
                limit :most
                """)
                .param("organization", organization)
                .param("since", since(365))
                .param("most", MOST_RECEIVED)
                .query(Rows.of(Received.class))
                .list();
    }

    /** How many requests an organisation sent in the days of a quota, this one with them. */
    int sent(UUID organization) {
        return jdbc.sql("""
                select count(*)::int from support.request
                where organization = :organization and made_at >= :since and status not in ('Draft', 'Withdrawn')
                """)
                .param("organization", organization)
                .param("since", since(quotaDays()))
                .query(Integer.class)
                .single();
    }

    /** A good's quota: what the asker had of it, asks for now, and may have. */
    record Quota(Item item, BigDecimal had, BigDecimal asks) {

        int most() {
            return item.quota() == null ? Integer.MAX_VALUE : item.quota();
        }

        boolean isOver() {
            return had.add(asks).compareTo(BigDecimal.valueOf(most())) > 0;
        }
    }

    /** Of each good once that has a quota, in however many lines it is asked for. */
    @Transactional(readOnly = true)
    public List<Quota> quotas(UUID organization, UUID request, List<Line> lines) {
        var asked = new LinkedHashMap<UUID, BigDecimal>();
        for (var line : lines) {
            item(line).ifPresent(item -> asked.merge(item.id(), line.quantity(), BigDecimal::add));
        }
        return asked.entrySet().stream()
                .flatMap(one -> goods.find(one.getKey()).stream()
                        .filter(item -> item.quota() != null)
                        .map(item -> quota(organization, request, item, one)))
                .toList();
    }

    private Quota quota(UUID organization, UUID request, Item item, Map.Entry<UUID, BigDecimal> asked) {
        return new Quota(
                item, had(organization, request, item.id()), asked.getValue().stripTrailingZeros());
    }

    /** What was handed over of it in the days of a quota, and what else the team agreed to and is still to come. */
    private BigDecimal had(UUID organization, UUID but, UUID item) {
        return jdbc.sql("""
                select coalesce(sum(case when r.status in ('Closed', 'Confirmed') then l.delivered else l.quantity end), 0)
                from support.line l
                join support.request r on r.id = l.request
                where r.organization = :organization and r.id <> :but and l.item = :item and r.made_at >= :since
                  and r.status not in ('Draft', 'Submitted', 'Returned', 'Refused', 'Appealed', 'Withdrawn')
                """)
                .param("organization", organization)
                .param("but", but)
                .param("item", item)
                .param("since", since(quotaDays()))
                .query(BigDecimal.class)
                .single()
                .stripTrailingZeros();
    }

    int quotaDays() {
        return settings.value(QUOTA_DAYS);
    }

    int quotaRequests() {
        return settings.value(QUOTA_REQUESTS);
    }

    /** Since when something waits too long at each point of the way. */
    record Patience(OffsetDateTime decided, OffsetDateTime covered, OffsetDateTime going, OffsetDateTime confirmed) {}

    Patience patience() {
        return new Patience(
                since(settings.value(DECIDED)),
                since(settings.value(COVERED)),
                since(settings.value(ON_THE_WAY)),
                since(settings.value(CONFIRMED)));
    }

    private OffsetDateTime since(int days) {
        return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }
}
