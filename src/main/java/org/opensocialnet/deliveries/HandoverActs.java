package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.deliveries.Handover.State;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Covering;
import org.opensocialnet.workspace.Items;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever gives does: sends it off, hands it over, brings it back. Each act is counted at the line, or did not happen. */
@Component
@Transactional
class HandoverActs {

    private final DeliveryBook book;
    private final Covering covering;
    private final ReceiverLinks links;
    private final ReceiverLetters letters;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverActs(
            DeliveryBook book,
            Covering covering,
            ReceiverLinks links,
            ReceiverLetters letters,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.book = book;
        this.covering = covering;
        this.links = links;
        this.letters = letters;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who of the receiver's people took it: a name, a drawing, both or none. */
    record Signed(String by, String path) {}

    /** It is on its way; a second click finds it so. */
    void go(UUID id) {
        var handover = book.locked(id);
        if (handover.state() == State.PLANNED) {
            send(handover);
            note("deliveries.handover.sent", handover);
        }
    }

    private void send(Handover handover) {
        if (handover.sum(Part::quantity).signum() == 0) {
            throw Refusal.conflict("deliveries.nothing-in-it");
        }
        handover.parts().stream()
                .filter(part -> part.quantity().signum() > 0)
                .forEach(part -> covering.go(part.cover(), part.quantity()));
        jdbc.sql("update deliveries.handover set state = 'underway', went_at = :now where id = :id")
                .param("now", now())
                .param("id", handover.id())
                .update();
        links.make(handover.id());
    }

    /** Handed over, all or a part; what was not taken is back where it came from. */
    void hand(UUID id, Map<UUID, BigDecimal> quantities, Signed signed) {
        var handover = book.locked(id);
        if (handover.state() == State.PLANNED) {
            send(handover);
        } else if (handover.state() != State.UNDERWAY) {
            return;
        }
        var sum = BigDecimal.ZERO;
        for (var part : handover.parts()) {
            var quantity = quantities.getOrDefault(part.id(), part.out());
            mustFit(quantity, part.out());
            var rest = part.out().subtract(quantity);
            if (quantity.signum() > 0) {
                covering.deliver(part.cover(), quantity);
            }
            if (rest.signum() > 0) {
                covering.stay(part.cover(), rest);
            }
            jdbc.sql("update deliveries.part set handed = :handed, returned = returned + :rest where id = :id")
                    .param("handed", quantity)
                    .param("rest", rest)
                    .param("id", part.id())
                    .update();
            sum = sum.add(quantity);
        }
        if (sum.signum() == 0) {
            throw Refusal.wrong("deliveries.hand.nothing", "quantities");
        }
        jdbc.sql("""
                update deliveries.handover set state = 'handed', handed_at = :now, signed_by = :by, signature = :path
                where id = :id
                """)
                .param("now", now())
                .param("by", signed.by())
                .param("path", signed.path())
                .param("id", id)
                .update();
        note("deliveries.handover.handed", handover);
        letters.ask(book.get(id), false);
    }

    /** So much of it came back, with the reason; what was confirmed stays until that is corrected. */
    void comeBack(UUID id, UUID form, String why, Map<UUID, BigDecimal> quantities) {
        var handover = book.locked(id);
        if (knows(form)) {
            return;
        }
        if (!handover.takesAnswers() && handover.state() != State.ANSWERED) {
            throw Refusal.conflict("deliveries.comeback.not-gone");
        }
        var sum = BigDecimal.ZERO;
        for (var part : handover.parts()) {
            var quantity = quantities.getOrDefault(part.id(), BigDecimal.ZERO);
            mustFit(quantity, part.loose());
            if (quantity.signum() > 0) {
                takeBack(part, quantity);
                sum = sum.add(quantity);
            }
        }
        if (sum.signum() == 0) {
            throw Refusal.wrong("deliveries.comeback.nothing", "quantities");
        }
        jdbc.sql(
                        "insert into deliveries.comeback (id, form, handover, why, at) values (:id, :form, :handover, :why, :now)")
                .param("id", Uuid7.next())
                .param("form", form)
                .param("handover", id)
                .param("why", why)
                .param("now", now())
                .update();
        var now = book.get(id);
        jdbc.sql("update deliveries.handover set state = :state, unclear = :unclear where id = :id")
                .param("state", Items.code(now.sum(Part::out).signum() == 0 ? State.RETURNED : now.state()))
                .param("unclear", now.isShort())
                .param("id", id)
                .update();
        note("deliveries.handover.came-back", handover);
    }

    /** What is still on the van stays there first; what was handed over is brought back then. */
    private void takeBack(Part part, BigDecimal quantity) {
        var underway = part.out().subtract(part.handed()).min(quantity);
        var handed = quantity.subtract(underway);
        if (underway.signum() > 0) {
            covering.stay(part.cover(), underway);
        }
        if (handed.signum() > 0) {
            covering.bringBack(part.cover(), handed);
        }
        jdbc.sql("update deliveries.part set handed = handed - :handed, returned = returned + :quantity where id = :id")
                .param("handed", handed)
                .param("quantity", quantity)
                .param("id", part.id())
                .update();
    }

    /** A new way in for the receiver, and a letter with it where one can be sent. */
    boolean ask(UUID id) {
        var handover = book.locked(id);
        if (!handover.takesAnswers()) {
            throw Refusal.conflict("deliveries.ask.nothing");
        }
        links.make(id);
        note("deliveries.handover.asked", handover);
        return letters.ask(handover, true);
    }

    private boolean knows(UUID form) {
        return jdbc.sql("select exists (select from deliveries.comeback where form = :form)")
                .param("form", form)
                .query(Boolean.class)
                .single();
    }

    private static void mustFit(BigDecimal quantity, BigDecimal most) {
        if (quantity.signum() < 0 || quantity.compareTo(most) > 0) {
            throw Refusal.wrong("deliveries.too-much", "quantities");
        }
    }

    private void note(String what, Handover handover) {
        trail.note(Act.on(what, "handover", handover.id()).of(handover.organization()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
