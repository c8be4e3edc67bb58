package org.opensocialnet.ledger;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to the book: whoever saw a need or helped somebody writes one line, in the transaction of the act itself. The
 * sight that holds must be that of the organisation the line is about; nobody's lines are the program's own.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private static final int AT_ONCE = 5_000;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcClient jdbc;
    private final Checks checks;
    private final Months months;
    private final Pseudonyms pseudonyms;
    private final Following following;
    private final Reversing reversing;

    Ledger(
            JdbcClient jdbc,
            Checks checks,
            Months months,
            Pseudonyms pseudonyms,
            Following following,
            Reversing reversing) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.months = months;
        this.pseudonyms = pseudonyms;
        this.following = following;
        this.reversing = reversing;
    }

    public EntryId write(Need need) {
        return needs(List.of(need)).getFirst();
    }

    public EntryId write(Delivery delivery) {
        return deliveries(List.of(delivery)).getFirst();
    }

    /** Many at once, in few statements: for imports and sums of a day. */
    public List<EntryId> needs(Collection<Need> needs) {
        needs.forEach(checks::mustBeRight);
        months.mustBeOpen(needs.stream().map(Need::day).distinct().toList());
        var written = new ArrayList<EntryId>(needs.size());
        var lines = new Lines(Book.NEED);
        for (var need : needs) {
            var reason = need.reason();
            var id = need.source() == Source.SEARCH ? ofTheDay(need.day()) : Uuid7.next();
            lines.next(id, need.day(), need.about(), need.amount(), need.source())
                    .put("kind", EntryKind.written(need.kind()))
                    .put("service", need.about().service())
                    .put("reason", reason == null ? "" : reason.code())
                    .put("pseudonym", pseudonym(need.person()))
                    .attributes(need.attributes())
                    .put("batch", need.batch());
            written.add(new EntryId(Book.NEED, id, need.day()));
            if (written.size() % AT_ONCE == 0) {
                lines.write(jdbc);
                lines = new Lines(Book.NEED);
            }
        }
        lines.write(jdbc);
        return written;
    }

    /** Many at once; each that meets a need follows it up. */
    public List<EntryId> deliveries(Collection<Delivery> deliveries) {
        deliveries.forEach(checks::mustBeRight);
        months.mustBeOpen(deliveries.stream().map(Delivery::day).distinct().toList());
        var written = new ArrayList<EntryId>(deliveries.size());
        var lines = new Lines(Book.DELIVERY);
        for (var delivery : deliveries) {
            var id = Uuid7.next();
            lines.next(id, delivery.day(), delivery.about(), delivery.amount(), delivery.source())
                    .put("kind", EntryKind.written(delivery.kind()))
                    .put("service", delivery.about().service())
                    .put("envelope", delivery.envelope())
                    .put("pseudonym", pseudonym(delivery.person()))
                    .attributes(delivery.attributes())
                    .put("batch", delivery.batch());
            written.add(new EntryId(Book.DELIVERY, id, delivery.day()));
            if (written.size() % AT_ONCE == 0) {
                lines.write(jdbc);
                lines = new Lines(Book.DELIVERY);
            }
        }
        lines.write(jdbc);
        int at = 0;
        for (var delivery : deliveries) {
            var need = delivery.meets();
            if (need != null) {
                following.met(need, written.get(at), delivery.amount());
            }
            at++;
        }
        return written;
    }

    private @Nullable UUID pseudonym(@Nullable PersonId person) {
        return person == null ? null : pseudonyms.of(person);
    }

    /**
     * Meets needs of a delivery's cell that nobody named: those who were seen since a day and not helped yet, the longest first,
     * as many as the delivery helped. For what answers a cell and not a need; gives how many people those were.
     */
    public int meetWaiting(EntryId delivery, About about, int people, LocalDate since) {
        return following.metOldest(delivery, about, people, since);
    }

    /** Says what became of a need, or of a part of it; more than is open is refused. */
    public EntryId follow(FollowUp followUp) {
        checks.mustBeADay(followUp.day());
        return following.write(followUp);
    }

    /**
     * Takes an entry back by one that reverses it, on the same day's page; what followed up a need, or what a delivery met, goes
     * with it. Twice is refused.
     *
     * @param why the code of the ground, such as "entries.mistyped"
     */
    public EntryId reverse(EntryId entry, String why) {
        return reversing.reverse(entry, why);
    }

    /** Writes an entry that was taken back again; what had followed it up is not. */
    public EntryId again(EntryId entry) {
        return reversing.again(entry);
    }

    /** Takes back all of a batch that was not taken back yet; how many entries it was. */
    public int reverseBatch(UUID batch, String why) {
        return reversing.reverseBatch(batch, why);
    }

    /** A number whose time is the day alone: nobody learns from it when somebody searched. */
    private static UUID ofTheDay(LocalDate day) {
        long midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(midnight << 16 | 0x7000 | CHANCE.nextInt(1 << 12), CHANCE.nextLong() >>> 2 | 1L << 63);
    }

    /**
     * The pages of the book, one for each month: opened ahead by a job, and for months back by whoever writes there first. That is
     * done in the writer's own transaction: a second connection for each of many writers could be more than there are.
     */
    @Component
    @Transactional(propagation = Propagation.MANDATORY)
    static class Months {

        private final JdbcClient jdbc;
        private final Set<YearMonth> open = ConcurrentHashMap.newKeySet();

        Months(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        void mustBeOpen(Collection<LocalDate> days) {
            var missing = new TreeSet<YearMonth>();
            for (var day : days) {
                var month = YearMonth.from(day);
                if (!open.contains(month)) {
                    missing.add(month);
                }
            }
            for (var month : missing) {
                jdbc.sql("select ledger.open_month(:month)::text")
                        .param("month", month.atDay(1))
                        .query((_, _) -> true)
                        .list();
            }
            if (!missing.isEmpty()) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        open.addAll(missing);
                    }
                });
            }
        }
    }
}
