package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.database.Sight;
import org.opensocialnet.deliveries.Handover.Answer;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.evidence.Evidence;
import org.opensocialnet.evidence.Span;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the receiver says. All of it in one transaction with the program's own eyes: the count at the line, the line in the
 * ledger under whoever helped, the need it meets, the figures of coverage; or none of it.
 */
@Component
class Confirming {

    static final String KIND = "deliveries.confirmed";
    static final String MISTAKE = "deliveries.confirmed-by-mistake";

    private final DeliveryBook book;
    private final Covering covering;
    private final Calls calls;
    private final BudgetDesk budget;
    private final Ledger ledger;
    private final Evidence evidence;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Confirming(
            DeliveryBook book,
            Covering covering,
            Calls calls,
            BudgetDesk budget,
            Ledger ledger,
            Evidence evidence,
            Trail trail,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.book = book;
        this.covering = covering;
        this.calls = calls;
        this.budget = budget;
        this.ledger = ledger;
        this.evidence = evidence;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was said; came: how much of each part, all of it where nothing is said of one. */
    record Said(Answer answer, String words, String by, Map<UUID, BigDecimal> came) {}

    /** Outside of a transaction, by whoever's rights were looked at before. Said a second time, nothing happens. */
    void confirm(UUID handover, Said said) {
        wholeSight().run(() -> transactions.executeWithoutResult(_ -> answer(handover, said)));
    }

    /** It was said by mistake: the ledger says so too, and the receiver is asked again. */
    void correct(UUID handover, String why) {
        wholeSight().run(() -> transactions.executeWithoutResult(_ -> takeBack(handover, why)));
    }

    /** Who acts stays who acts; what is seen is all that one confirmation touches, of three organisations at least. */
    private static Sight wholeSight() {
        var eyes = Objects.requireNonNull(Sight.current());
        return new Sight(
                eyes.member(), eyes.organization(), eyes.role(), Sight.Reach.SYSTEM, "delivery-confirmed", eyes.from());
    }

    private void answer(UUID id, Said said) {
        var handover = book.locked(id);
        if (handover.state() == Handover.State.ANSWERED) {
            return;
        }
        if (!handover.takesAnswers()) {
            throw Refusal.conflict("deliveries.confirm.not-yet");
        }
        for (var part : handover.parts()) {
            var came = said.came().getOrDefault(part.id(), said.answer() == Answer.ALL ? part.out() : BigDecimal.ZERO);
            if (came.signum() < 0 || came.compareTo(part.out()) > 0) {
                throw Refusal.wrong("deliveries.confirm.too-much", "came");
            }
            if (came.signum() > 0) {
                confirm(handover, part, came);
            }
        }
        jdbc.sql("""
                update deliveries.handover
                set state = 'answered', answered_at = :now, answer = :answer, words = :words,
                    handed_at = coalesce(handed_at, :now),
                    signed_by = case when signed_by = '' and signature = '' then :by else signed_by end,
                    unclear = exists (select from deliveries.part p
                                      where p.handover = :id and p.quantity - p.returned > p.confirmed)
                where id = :id
                """)
                .param("now", now())
                .param("answer", said.answer().name().toLowerCase(Locale.ROOT))
                .param("words", said.words())
                .param("by", said.by())
                .param("id", id)
                .update();
        evidence.recount(today());
        trail.note(Act.on("deliveries.handover.confirmed", "handover", id).of(handover.receiver()));
    }

    private void confirm(Handover handover, Part part, BigDecimal came) {
        var more = came.subtract(part.handed());
        if (more.signum() > 0) {
            covering.deliver(part.cover(), more);
        }
        covering.confirm(part.cover(), came);
        var cover = covering.find(part.cover()).orElseThrow(() -> Refusal.notFound("deliveries.unknown"));
        var line = calls.line(part.line()).orElseThrow(() -> Refusal.notFound("deliveries.unknown"));
        var whose = helper(handover, cover);
        int people = people(line);
        var about = new About(line.serviceType(), line.group(), line.zone(), whose, null);
        var entry = ledger.write(new Delivery(
                KIND,
                today(),
                about,
                new Amount(people, came, Unit.of(part.unit())),
                Source.RECORDS,
                null,
                line.need(),
                cover.envelope(),
                Map.of(),
                null));
        if (line.need() == null && people > 0) {
            // It answers a cell of coverage: those who wait there are the ones it helped.
            ledger.meetWaiting(entry, about, people, today().minusDays(Span.THIRTY_DAYS.days() - 1L));
        }
        jdbc.sql("""
                update deliveries.part set handed = greatest(handed, :came), confirmed = :came where id = :id
                """).param("came", came).param("id", part.id()).update();
        jdbc.sql("""
                insert into deliveries.confirmation (id, handover, part, cover, line, request, quantity, unit, people,
                                                     organization, envelope, entry, entry_day, at)
                values (:id, :handover, :part, :cover, :line, :request, :quantity, :unit, :people, :organization, :envelope,
                        :entry, :day, :now)
                """)
                .param("id", Uuid7.next())
                .param("handover", handover.id())
                .param("part", part.id())
                .param("cover", part.cover())
                .param("line", part.line())
                .param("request", handover.request())
                .param("quantity", came)
                .param("unit", part.unit())
                .param("people", people)
                .param("organization", whose, Types.OTHER)
                .param("envelope", cover.envelope(), Types.OTHER)
                .param("entry", entry.id())
                .param("day", entry.day())
                .param("now", now())
                .update();
    }

    /** Who gave; of an envelope's money who keeps it; of the network's money and of citizens' gifts who hands it on. */
    private @Nullable UUID helper(Handover handover, Cover cover) {
        if (cover.organization() != null) {
            return cover.organization();
        }
        var envelope = cover.envelope();
        var keeper = envelope == null
                ? null
                : budget.envelope(new EnvelopeId(envelope)).organization();
        return keeper == null ? handover.receiver() : keeper;
    }

    /** The line's people as far as its quantity is confirmed, less those that are in the book: together never one more. */
    private int people(LineFacts line) {
        var confirmed =
                covering.ofLine(line.id()).stream().map(Cover::confirmed).reduce(BigDecimal.ZERO, BigDecimal::add);
        int reached = confirmed.compareTo(line.quantity()) >= 0
                ? line.people()
                : confirmed
                        .multiply(BigDecimal.valueOf(line.people()))
                        .divide(line.quantity(), 0, RoundingMode.DOWN)
                        .intValueExact();
        int written =
                jdbc.sql("""
                select coalesce(sum(people), 0)::int from deliveries.confirmation
                where line = :line and reversed_at is null
                """).param("line", line.id()).query(Integer.class).single();
        return Math.max(0, reached - written);
    }

    /** A confirmation that holds, and its line in the ledger. */
    private record Held(UUID id, UUID part, UUID cover, BigDecimal quantity, UUID entry, LocalDate day) {}

    private void takeBack(UUID id, String why) {
        var handover = book.locked(id);
        if (handover.state() != Handover.State.ANSWERED) {
            throw Refusal.conflict("deliveries.correct.nothing");
        }
        for (var held : held(id)) {
            ledger.reverse(new EntryId(Book.DELIVERY, held.entry(), held.day()), MISTAKE);
            covering.unconfirm(held.cover(), held.quantity());
            evidence.recount(held.day());
            jdbc.sql("update deliveries.part set confirmed = 0 where id = :id")
                    .param("id", held.part())
                    .update();
            jdbc.sql("update deliveries.confirmation set reversed_at = :now, why = :why where id = :id")
                    .param("now", now())
                    .param("why", why)
                    .param("id", held.id())
                    .update();
        }
        jdbc.sql("""
                update deliveries.handover set state = 'handed', answered_at = null, answer = null, words = '', unclear = false
                where id = :id
                """).param("id", id).update();
        evidence.recount(today());
        trail.note(Act.on("deliveries.handover.corrected", "handover", id).of(handover.receiver()));
    }

    private List<Held> held(UUID handover) {
        return jdbc.sql("""
                select id, part, cover, quantity, entry, entry_day from deliveries.confirmation
                where handover = :handover and reversed_at is null
                order by id
                """)
                .param("handover", handover)
                .query((row, _) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("part", UUID.class),
                        row.getObject("cover", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getObject("entry", UUID.class),
                        row.getObject("entry_day", LocalDate.class)))
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
