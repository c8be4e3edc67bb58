package org.opensocialnet.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the lines of closed days away when their time is over, a family of a day at once, and the chain of a day when
 * no line of it is left. The closing hash of the day stays.
 */
@Component
class Retention {

    /** Shorter terms are refused by the database itself. */
    private static final int LEAST_YEARS = 1;

    private static final int MOST_YEARS = 50;
    private static final int PARTS_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Map<Family, Setting<Integer>> TERMS = new EnumMap<>(Map.of(
            Family.PEOPLE, term(Family.PEOPLE, "audit.setting.people", "audit.setting.people.hint"),
            Family.ENTRY, term(Family.ENTRY, "audit.setting.entry", "audit.setting.entry.hint"),
            Family.TRAIL, term(Family.TRAIL, "audit.setting.trail", "audit.setting.trail.hint"),
            Family.WORK, term(Family.WORK, "audit.setting.work", "audit.setting.work.hint")));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Settings settings;
    private final TransactionTemplate transaction;

    /** A part of a day whose time is over. */
    private record Part(LocalDate day, String part) {}

    Retention(JdbcClient jdbc, Clock clock, Settings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes away what may go, each part in a transaction of its own; says how many lines went. */
    long forget() {
        var removed = new long[1];
        Sight.job("retention").run(() -> {
            for (var family : Family.values()) {
                removed[0] += forget(family);
            }
            parts("""
                    select distinct l.day, 'chain' as part
                    from audit.link l
                    where l.day < :until
                      and not exists (select from audit.link k join audit.act a on a.id = k.act where k.day = l.day)
                    order by 1
                    limit :most
                    """, until(LEAST_YEARS), "chain").forEach(this::forget);
        });
        return removed[0];
    }

    private long forget(Family family) {
        var until = until(settings.value(Objects.requireNonNull(TERMS.get(family))));
        var parts = parts("""
                select distinct l.day, l.family as part
                from audit.link l
                where l.day < :until and l.family = :part
                  and not exists (select from audit.removal r where r.day = l.day and r.part = l.family)
                order by 1
                limit :most
                """, until, family.code());
        long lines = 0;
        for (var part : parts) {
            lines += forget(part);
        }
        if (lines > 0) {
            LOG.atInfo()
                    .addKeyValue("family", family.code())
                    .addKeyValue("before", until)
                    .addKeyValue("days", parts.size())
                    .addKeyValue("lines", lines)
                    .log("lines of the trail were taken away, because their time is over");
        }
        return lines;
    }

    private List<Part> parts(String which, LocalDate until, String part) {
        return transaction.execute(_ -> jdbc.sql(which)
                .param("until", until)
                .param("part", part)
                .param("most", PARTS_AT_ONCE)
                .query((row, _) -> new Part(row.getObject("day", LocalDate.class), row.getString("part")))
                .list());
    }

    private long forget(Part part) {
        return transaction.execute(_ -> jdbc.sql("select audit.forget(:day, :part, :removal, :note, :now)")
                .param("day", part.day())
                .param("part", part.part())
                .param("removal", Uuid7.next())
                .param("note", Uuid7.next())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    private LocalDate until(int years) {
        return LocalDate.ofInstant(clock.instant(), Chain.CITY).minusYears(years);
    }

    private static Setting<Integer> term(Family family, String label, String hint) {
        return new Setting<>(
                "audit.keep-%s-years".formatted(family.code()),
                Setting.Group.RETENTION,
                10 + family.ordinal(),
                Forms.number(LEAST_YEARS, MOST_YEARS),
                family.years(),
                label,
                hint);
    }

    /** Tells the settings' room of the terms. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        Declared trailSettings() {
            return new Declared(
                    Arrays.stream(Family.values()).<Setting<?>>map(TERMS::get).toList());
        }
    }
}
