package org.opensocialnet.retention;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets people with whom nothing happened for the years that settings say, and nothing goes on. */
@Component
class PeopleForgetting implements Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleForgetting.class);
    static final int AT_ONCE = 500;

    static final Setting<Integer> YEARS = new Setting<>(
            "people.keep-years",
            Setting.Group.RETENTION,
            1,
            Forms.number(1, 20),
            5,
            "retention.setting.keep-years",
            "retention.setting.keep-years.hint");

    private final People people;
    private final Erasure erasure;
    private final ObjectProvider<PersonRecords> rooms;
    private final TransactionOperations transactions;

    PeopleForgetting(
            People people, Erasure erasure, ObjectProvider<PersonRecords> rooms, TransactionOperations transactions) {
        this.people = people;
        this.erasure = erasure;
        this.rooms = rooms;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return "people.person";
    }

    @Override
    public String what(Words t) {
        return t.of("retention.people");
    }

    @Override
    public Setting<Integer> time() {
        return YEARS;
    }

    @Override
    public Unit unit() {
        return Unit.YEARS;
    }

    /** Who would go of those whom the sight that holds may see; nothing is changed. */
    @Override
    public List<Sum> due(Instant before) {
        var sums = new LinkedHashMap<UUID, Integer>();
        walk(before, person -> whose(person).ifPresent(one -> sums.merge(one, 1, Integer::sum)));
        return sums(sums);
    }

    /**
     * One by one, so that one that cannot go does not keep the others; it stays among those who are due. Everybody is
     * looked at once.
     */
    @Override
    public Forgotten forget(Instant before) {
        var gone = new LinkedHashMap<UUID, Integer>();
        var left = new int[1];
        walk(before, person -> {
            try {
                var organization = whose(person);
                erasure.erase(new PersonId(person), "erasure.retention");
                organization.ifPresent(one -> gone.merge(one, 1, Integer::sum));
            } catch (RuntimeException failed) {
                left[0]++;
                LOG.atError().setCause(failed).log("a record could not be forgotten");
            }
        });
        return new Forgotten(sums(gone), left[0]);
    }

    private Optional<UUID> whose(UUID person) {
        return Objects.requireNonNull(transactions.execute(_ -> people.organization(new PersonId(person))));
    }

    /** A page at a time, however many there are; a page's end is remembered, for who stood there may be gone. */
    private void walk(Instant before, Consumer<UUID> visit) {
        @Nullable UUID after = null;
        do {
            var from = after;
            var page =
                    Objects.requireNonNull(transactions.execute(_ -> people.registeredBefore(before, from, AT_ONCE)));
            Objects.requireNonNull(transactions.execute(_ -> quiet(page, before)))
                    .forEach(visit);
            after = page.size() < AT_ONCE ? null : page.getLast();
        } while (after != null);
    }

    private List<UUID> quiet(List<UUID> page, Instant before) {
        var used = new HashSet<UUID>();
        rooms.forEach(room -> used.addAll(room.using(page, before)));
        return page.stream().filter(person -> !used.contains(person)).toList();
    }

    private static List<Sum> sums(LinkedHashMap<UUID, Integer> rows) {
        return rows.entrySet().stream()
                .map(one -> new Sum(one.getKey(), one.getValue()))
                .toList();
    }

    @Bean
    static Declared peopleKept() {
        return new Declared(List.of(YEARS));
    }
}
