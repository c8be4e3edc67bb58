package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Ledger.Months;
import org.opensocialnet.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies years of a book that was kept elsewhere, or was invented, into ours: thousands of lines at once, with what became of
 * the needs. People stand in it under chance pseudonyms which nobody can resolve, or under those of people who are known here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Transcripts {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Checks checks;
    private final Months months;
    private final Pseudonyms pseudonyms;
    private final Rollups rollups;

    Transcripts(JdbcClient jdbc, Checks checks, Months months, Pseudonyms pseudonyms, Rollups rollups) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.months = months;
        this.pseudonyms = pseudonyms;
        this.rollups = rollups;
    }

    /** Entries in the order in which they are copied. */
    public static final class Page {

        private final List<Needed> needs = new ArrayList<>();
        private final List<Helped> deliveries = new ArrayList<>();
        private final List<Followed> followed = new ArrayList<>();

        /** A need that will be copied, and whose it is. */
        private record Needed(UUID id, Need need, @Nullable UUID pseudonym) {}

        /** A delivery that will be copied, and whose it is. */
        private record Helped(
                UUID id, Delivery delivery, @Nullable UUID pseudonym) {}

        /** What became of a need on the same page. */
        private record Followed(
                Needed need,
                LocalDate day,
                FollowUp.State state,
                @Nullable Reason reason,
                @Nullable Helped delivery) {}

        /** How a need stands on this page, to say later what became of it. */
        public int need(Need need, @Nullable UUID pseudonym) {
            needs.add(new Needed(Uuid7.next(), need, pseudonym));
            return needs.size() - 1;
        }

        public void delivery(Delivery delivery, @Nullable UUID pseudonym) {
            deliveries.add(new Helped(Uuid7.next(), delivery, pseudonym));
        }

        /** A delivery that met all of a need. */
        public void meets(int need, Delivery delivery, @Nullable UUID pseudonym) {
            var helped = new Helped(Uuid7.next(), delivery, pseudonym);
            deliveries.add(helped);
            followed.add(new Followed(needs.get(need), delivery.day(), FollowUp.State.MET, null, helped));
        }

        /** All of a need was withdrawn, or refused for a reason. */
        public void closes(int need, LocalDate day, FollowUp.State state, @Nullable Reason reason) {
            followed.add(new Followed(needs.get(need), day, state, reason, null));
        }

        public List<Need> needs() {
            return needs.stream().map(Needed::need).toList();
        }

        public List<Delivery> deliveries() {
            return deliveries.stream().map(Helped::delivery).toList();
        }

        public int entries() {
            return needs.size() + deliveries.size() + followed.size();
        }

        /** How many different people stand behind its deliveries, as far as it knows them. */
        public Set<UUID> people() {
            var people = new HashSet<UUID>();
            deliveries.forEach(helped -> {
                if (helped.pseudonym() != null) {
                    people.add(helped.pseudonym());
                }
            });
            return people;
        }
    }

    /** The pseudonym of somebody who is known here, made at the first entry about her. */
    public UUID pseudonym(PersonId person) {
        return pseudonyms.of(person);
    }

    public void copy(Page page) {
        page.needs.forEach(one -> checks.mustBeRight(one.need()));
        page.deliveries.forEach(one -> checks.mustBeRight(one.delivery()));
        var days = new HashSet<LocalDate>();
        page.needs.forEach(one -> days.add(one.need().day()));
        page.deliveries.forEach(one -> days.add(one.delivery().day()));
        page.followed.forEach(one -> {
            checks.mustBeADay(one.day());
            days.add(one.day());
        });
        months.mustBeOpen(days);
        write(Book.NEED, page.needs, Transcripts::line);
        write(Book.DELIVERY, page.deliveries, Transcripts::line);
        write(Book.FOLLOW_UP, page.followed, Transcripts::line);
    }

    /** How one entry becomes a line. */
    private interface Writing<T> {
        void write(Lines lines, T one);
    }

    private <T> void write(Book book, List<T> all, Writing<T> writing) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var lines = new Lines(book);
            all.subList(from, Math.min(all.size(), from + AT_ONCE)).forEach(one -> writing.write(lines, one));
            lines.write(jdbc);
        }
    }

    private static void line(Lines lines, Page.Needed one) {
        var need = one.need();
        lines.next(one.id(), need.day(), need.about(), need.amount(), need.source())
                .put("kind", need.kind())
                .put("service", need.about().service())
                .put("reason", code(need.reason()))
                .put("pseudonym", one.pseudonym())
                .attributes(need.attributes())
                .put("batch", need.batch());
    }

    private static void line(Lines lines, Page.Helped one) {
        var delivery = one.delivery();
        lines.next(one.id(), delivery.day(), delivery.about(), delivery.amount(), delivery.source())
                .put("kind", delivery.kind())
                .put("service", delivery.about().service())
                .put("envelope", delivery.envelope())
                .put("pseudonym", one.pseudonym())
                .attributes(delivery.attributes())
                .put("batch", delivery.batch());
    }

    private static void line(Lines lines, Page.Followed one) {
        var need = one.need().need();
        var reason = one.reason() == null ? need.reason() : one.reason();
        lines.next(Uuid7.next(), one.day(), need.about(), need.amount(), need.source())
                .put("reason", code(reason))
                .put("need", one.need().id())
                .put("need_day", need.day())
                .put("state", one.state().code())
                .put("delivery", one.delivery() == null ? null : one.delivery().id())
                .put(
                        "delivery_day",
                        one.delivery() == null
                                ? null
                                : one.delivery().delivery().day());
    }

    private static String code(@Nullable Reason reason) {
        return reason == null ? "" : reason.code();
    }

    /** What a line of the directory counted at a moment. */
    public record Counted(UUID counter, OffsetDateTime at, BigDecimal available) {}

    /** What was free in the past, of lines that the directory has. */
    public int counted(Collection<Counted> counts) {
        return jdbc.sql("""
                insert into ledger.capacity (
                    id, counter, service, organization, target_group, unit, available, maximum, at, invented)
                select uuidv7(), c.id, c.service_id, s.organization_id, coalesce(g.code, ''), coalesce(u.name, ''),
                       x.available, c.maximum, x.at, s.record_source = 'demo'
                from unnest(cast(:counters as uuid[]), cast(cast(:moments as text[]) as timestamptz[]),
                            cast(cast(:available as text[]) as numeric[])) x (counter, at, available)
                join directory.public_service_capacity c on c.id = x.counter
                join directory.public_service s on s.id = c.service_id
                left join directory.public_unit u on u.id = c.unit_id
                left join directory.public_taxonomy_term g on g.id = c.target_group_id
                order by x.at
                """)
                .param("counters", counts.stream().map(Counted::counter).toArray(UUID[]::new))
                .param(
                        "moments",
                        counts.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param(
                        "available",
                        counts.stream()
                                .map(one -> one.available().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Takes out for good what is of an invented kind, and what invented services counted: nothing else can be taken out.
     * Roll-ups keep saying what they said until they are reckoned anew.
     *
     * @param organizations the invented ones: whose figures stood for somebody they knew is not kept either
     */
    public void forgetInvented(Collection<UUID> organizations) {
        jdbc.sql("""
                delete from ledger.follow_up f using ledger.need n
                where n.kind like '%.invented' and f.need = n.id and f.need_day = n.day
                """).update();
        jdbc.sql("delete from ledger.delivery where kind like '%.invented'").update();
        jdbc.sql("delete from ledger.need where kind like '%.invented'").update();
        jdbc.sql("delete from ledger.capacity where invented").update();
        jdbc.sql("delete from ledger.pseudonym where organization = any (:organizations)")
                .param("organizations", organizations.toArray(UUID[]::new))
                .update();
    }

    /** Folds what was copied, once all of it is. */
    @Transactional(propagation = Propagation.NEVER)
    public void fold() {
        rollups.fold();
    }

    /** Reckons the roll-ups anew, after something was taken out. */
    @Transactional(propagation = Propagation.NEVER)
    public void reckonAnew() {
        rollups.fold();
        rollups.compare(true);
        rollups.forgetEmpty();
    }
}
