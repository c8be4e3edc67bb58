package org.opensocialnet.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets people with whom nothing happened for the years that settings say, and nothing goes on: each night, and as a
 * rehearsal whenever somebody asks who would go.
 */
@Component
class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final ZoneId CITY = ZoneId.of("Europe/Athens");
    private static final int AT_ONCE = 500;

    static final Setting<Integer> YEARS = new Setting<>(
            "people.keep-years",
            Setting.Group.RETENTION,
            1,
            Forms.number(1, 20),
            5,
            "registry.setting.keep-years",
            "registry.setting.keep-years.hint");

    private final People people;
    private final Erasure erasure;
    private final ObjectProvider<PersonRecords> rooms;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    Forgetting(
            People people,
            Erasure erasure,
            ObjectProvider<PersonRecords> rooms,
            Settings settings,
            TransactionOperations transactions,
            JobBook jobs,
            Clock clock) {
        this.people = people;
        this.erasure = erasure;
        this.rooms = rooms;
        this.settings = settings;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    int years() {
        return settings.value(YEARS);
    }

    /** Who would go of those whom the sight that holds may see; nothing is changed. */
    List<UUID> due() {
        var since = since();
        var due = new ArrayList<UUID>();
        @Nullable UUID after = null;
        do {
            var from = after;
            var page = Objects.requireNonNull(transactions.execute(_ -> people.registeredBefore(since, from, AT_ONCE)));
            due.addAll(Objects.requireNonNull(transactions.execute(_ -> quiet(page, since))));
            after = page.size() < AT_ONCE ? null : page.getLast();
        } while (after != null);
        return due;
    }

    private List<UUID> quiet(List<UUID> page, Instant since) {
        var used = new HashSet<UUID>();
        rooms.forEach(room -> used.addAll(room.using(page, since)));
        return page.stream().filter(person -> !used.contains(person)).toList();
    }

    /** One by one, so that one that cannot go does not keep the others; it stays among those who would go. */
    int forget() {
        var due = due();
        int gone = 0;
        RuntimeException last = null;
        for (var person : due) {
            try {
                erasure.erase(new PersonId(person), "erasure.retention");
                gone++;
            } catch (RuntimeException failed) {
                last = failed;
            }
        }
        if (last != null) {
            throw new IllegalStateException(
                    "%d of %d could not be forgotten".formatted(due.size() - gone, due.size()), last);
        }
        return gone;
    }

    @Scheduled(cron = "${osn.people.forget:0 40 3 * * *}", zone = "Europe/Athens")
    void atNight() {
        jobs.run(
                "registry.at-night",
                () -> Sight.job("retention").call(() -> {
                    int gone = forget();
                    LOG.atInfo().addKeyValue("people", gone).log("people whose time is over were forgotten");
                    return gone;
                }));
    }

    private Instant since() {
        return clock.instant().atZone(CITY).minusYears(years()).toInstant();
    }

    @Bean
    static Declared peopleSettings() {
        return new Declared(List.of(YEARS));
    }
}
