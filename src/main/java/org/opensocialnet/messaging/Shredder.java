package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps no letter longer than its time: gives up what is too old to send, wipes what was said, then who it was sent to. */
@Component
@ConditionalOnWebApplication
class Shredder {

    private static final Logger LOG = LoggerFactory.getLogger(Shredder.class);
    private static final int AT_ONCE = 1_000;

    private static final Setting<Integer> ADDRESSES_KEPT = new Setting<>(
            "letters.addresses-kept",
            Group.RETENTION,
            50,
            Forms.number(1, 365),
            30,
            "messaging.setting.addresses-kept",
            "messaging.setting.addresses-kept.hint");
    private static final Setting<Integer> LOG_KEPT = new Setting<>(
            "letters.log-kept",
            Group.RETENTION,
            60,
            Forms.number(7, 3650),
            365,
            "messaging.setting.log-kept",
            "messaging.setting.log-kept.hint");

    /** How long a letter that was given up can be sent again by hand. */
    static final Duration DEAD_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final JobBook jobs;
    private final Clock clock;

    Shredder(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Settings settings,
            ApplicationEventPublisher events,
            JobBook jobs,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.events = events;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${osn.letters.tidy:15m}", initialDelayString = "${osn.letters.tidy:1m}")
    void tidy() {
        jobs.run("messaging.tidy", () -> {
            Sight.job("retention").run(this::tidyAll);
            return true;
        });
    }

    private void tidyAll() {
        var now = clock.instant();
        var old = untilNothingIsLeft(() -> giveUpOld(now));
        var wiped = untilNothingIsLeft(() -> wipe(now.minus(DEAD_KEPT)));
        var forgotten = untilNothingIsLeft(() -> forgetAddresses(now.minus(days(ADDRESSES_KEPT))));
        var deleted = untilNothingIsLeft(() -> delete(now.minus(days(LOG_KEPT))));
        if (old + wiped + forgotten + deleted > 0) {
            LOG.atInfo()
                    .addKeyValue("tooOld", old)
                    .addKeyValue("wiped", wiped)
                    .addKeyValue("addressesForgotten", forgotten)
                    .addKeyValue("deleted", deleted)
                    .log("letters tidied up");
        }
    }

    /** In parts, so that no transaction holds many rows for long. */
    private int untilNothingIsLeft(IntSupplier part) {
        var all = 0;
        Integer some;
        do {
            some = transaction.execute(_ -> part.getAsInt());
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    /** Also without a mail server: an old way in is wiped there too. */
    private int giveUpOld(Instant now) {
        var old = jdbc.sql("""
                update messaging.letter
                set state = 'dead', reason = 'too-old', lease = null, ended_at = :now, sealed = null
                where id in (select id from messaging.letter
                             where state = 'waiting' and good_until < :now
                             limit :most for update skip locked)
                returning id, kind, organization, about
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, _) -> new LetterUndelivered(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("organization", UUID.class),
                        row.getObject("about", UUID.class),
                        "too-old"))
                .list();
        old.forEach(events::publishEvent);
        return old.size();
    }

    private int wipe(Instant before) {
        return jdbc.sql("""
                update messaging.letter set sealed = null
                where id in (select id from messaging.letter
                             where sealed is not null and ended_at < :before
                             limit :most for update skip locked)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }

    private int forgetAddresses(Instant before) {
        return jdbc.sql("""
                update messaging.letter set address = null, sealed = null
                where id in (select id from messaging.letter
                             where address is not null and ended_at < :before
                             limit :most for update skip locked)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }

    private int delete(Instant before) {
        return jdbc.sql("""
                delete from messaging.letter
                where id in (select id from messaging.letter
                             where ended_at < :before
                             limit :most for update skip locked)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }

    private Duration days(Setting<Integer> setting) {
        return Duration.ofDays(settings.value(setting));
    }

    /** Tells the settings' room of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        Declared letterSettings() {
            return new Declared(ADDRESSES_KEPT, LOG_KEPT);
        }
    }
}
