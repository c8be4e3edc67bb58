package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.deliveries.Handover.State;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans what goes where and when: one delivery of several covers, and its parts for several receivers. */
@Component
@Transactional
class Planning {

    /** At how many places one delivery is handed over at most. */
    static final int MOST_PLACES = 40;

    private final DeliveryBook book;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Planning(DeliveryBook book, Trail trail, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is brought, and when. */
    record Wanted(
            UUID form,
            UUID request,
            String title,
            @Nullable UUID organization,
            LocalDate planned,
            String brings,
            String carrier,
            String note,
            Where where,
            List<Piece> pieces) {}

    /** To whom and to where. */
    record Where(@Nullable UUID receiver, @Nullable UUID place, String words) {}

    /** So much of one cover, and what is not planned of it yet. */
    record Piece(UUID cover, UUID line, String what, String kind, String unit, BigDecimal quantity, BigDecimal free) {}

    /** Sent twice, it is one delivery. */
    UUID plan(Wanted wanted) {
        return book.plannedWith(wanted.form()).orElseGet(() -> {
            wanted.pieces().forEach(piece -> mustFit(piece.quantity(), piece.free()));
            var id = Uuid7.next();
            jdbc.sql("""
                    insert into deliveries.delivery (id, form, request, title, organization, planned, brings, carrier, note,
                                                     made_at)
                    values (:id, :form, :request, :title, :organization, :planned, :brings, :carrier, :note, :now)
                    """)
                    .param("id", id)
                    .param("form", wanted.form())
                    .param("request", wanted.request())
                    .param("title", wanted.title())
                    .param("organization", wanted.organization(), Types.OTHER)
                    .param("planned", wanted.planned())
                    .param("brings", wanted.brings())
                    .param("carrier", wanted.carrier())
                    .param("note", wanted.note())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            var handover = place(id, wanted.request(), wanted.organization(), wanted.where());
            wanted.pieces().forEach(piece -> put(handover, piece));
            trail.note(Act.on("deliveries.delivery.planned", "delivery", id).of(wanted.organization()));
            return id;
        });
    }

    /** How much of each cover is planned or brought already. */
    @Transactional(readOnly = true)
    public BigDecimal planned(UUID cover) {
        return jdbc.sql("select coalesce(sum(quantity - returned), 0) from deliveries.part where cover = :cover")
                .param("cover", cover)
                .query(BigDecimal.class)
                .single();
    }

    /** Gives a part of what is planned for one place to another; nothing has left yet. */
    void split(UUID from, Where to, Map<UUID, BigDecimal> quantities) {
        var handover = book.locked(from);
        if (handover.state() != State.PLANNED) {
            throw Refusal.conflict("deliveries.split.gone");
        }
        if (book.ofDelivery(handover.delivery()).size() >= MOST_PLACES) {
            throw Refusal.conflict("deliveries.split.too-many", MOST_PLACES);
        }
        var id = place(handover.delivery(), handover.request(), handover.organization(), to);
        for (var part : handover.parts()) {
            var quantity = quantities.getOrDefault(part.id(), BigDecimal.ZERO);
            mustFit(quantity, part.quantity());
            if (quantity.signum() > 0) {
                jdbc.sql("update deliveries.part set quantity = quantity - :quantity where id = :id")
                        .param("quantity", quantity)
                        .param("id", part.id())
                        .update();
                put(
                        id,
                        new Piece(
                                part.cover(), part.line(), part.what(), part.kind(), part.unit(), quantity, quantity));
            }
        }
        trail.note(Act.on("deliveries.delivery.split", "handover", id).of(handover.organization()));
    }

    /** Takes back what was planned and has not left; the delivery goes with its last place. */
    void cancel(UUID id) {
        var handover = book.locked(id);
        if (handover.state() != State.PLANNED) {
            throw Refusal.conflict("deliveries.cancel.gone");
        }
        for (var sql : List.of(
                "delete from deliveries.link where handover = :id",
                "delete from deliveries.part where handover = :id",
                "delete from deliveries.handover where id = :id")) {
            jdbc.sql(sql).param("id", id).update();
        }
        jdbc.sql("""
                delete from deliveries.delivery d
                where d.id = :id and not exists (select from deliveries.handover h where h.delivery = d.id)
                """).param("id", handover.delivery()).update();
        trail.note(Act.on("deliveries.delivery.cancelled", "handover", id).of(handover.organization()));
    }

    private static void mustFit(BigDecimal quantity, BigDecimal free) {
        if (quantity.signum() < 0 || quantity.compareTo(free) > 0) {
            throw Refusal.conflict("deliveries.too-much");
        }
    }

    private UUID place(UUID delivery, UUID request, @Nullable UUID giver, Where where) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into deliveries.handover (id, delivery, request, organization, receiver, place, place_words)
                values (:id, :delivery, :request, :giver, :receiver, :place, :words)
                """)
                .param("id", id)
                .param("delivery", delivery)
                .param("request", request)
                .param("giver", giver, Types.OTHER)
                .param("receiver", where.receiver(), Types.OTHER)
                .param("place", where.place(), Types.OTHER)
                .param("words", where.words())
                .update();
        return id;
    }

    private void put(UUID handover, Piece piece) {
        jdbc.sql("""
                insert into deliveries.part (id, handover, cover, line, what, kind, unit, quantity)
                values (:id, :handover, :cover, :line, :what, :kind, :unit, :quantity)
                """)
                .param("id", Uuid7.next())
                .param("handover", handover)
                .param("cover", piece.cover())
                .param("line", piece.line())
                .param("what", piece.what())
                .param("kind", piece.kind())
                .param("unit", piece.unit())
                .param("quantity", piece.quantity())
                .update();
    }
}
