package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is entered of a purchase: the order, what came, what was billed, what was paid. */
@Component
@Transactional
class PurchaseEntries {

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Purchase purchase, @Nullable UUID organization) {
        jdbc.sql("""
                insert into treasury.purchase (id, organization, envelope, earmark, supplier, number, ordered_on, total,
                                               made_by, made_at)
                values (:id, :organization, :envelope, :earmark, :supplier, :number, :orderedOn, :total, :member, :now)
                """)
                .param("id", purchase.id())
                .param("organization", organization, Types.OTHER)
                .param("envelope", purchase.envelope().value())
                .param("earmark", purchase.earmark().value())
                .param("supplier", purchase.supplier())
                .param("number", purchase.number())
                .param("orderedOn", purchase.orderedOn())
                .param("total", purchase.total().euros())
                .param("member", me(), Types.OTHER)
                .param("now", now())
                .update();
        for (var line : purchase.lines()) {
            jdbc.sql(
                            "insert into treasury.purchase_line (purchase, place, what, quantity, price) values (?, ?, ?, ?, ?)")
                    .params(
                            purchase.id(),
                            line.place(),
                            line.what(),
                            line.quantity(),
                            line.price().euros())
                    .update();
        }
    }

    /** Whether it was new: the same receipt sent twice is one. */
    boolean receive(UUID id, UUID purchase, LocalDate on, Map<Integer, BigDecimal> quantities) {
        int added = jdbc.sql("""
                insert into treasury.receipt (id, purchase, received_on, made_by, made_at)
                values (:id, :purchase, :on, :member, :now)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("purchase", purchase)
                .param("on", on)
                .param("member", me(), Types.OTHER)
                .param("now", now())
                .update();
        if (added == 1) {
            quantities.forEach((place, quantity) -> jdbc.sql(
                            "insert into treasury.receipt_line (receipt, place, quantity) values (?, ?, ?)")
                    .params(id, place, quantity)
                    .update());
        }
        return added == 1;
    }

    void bill(Purchase purchase, Invoice invoice) {
        jdbc.sql("""
                insert into treasury.invoice (id, purchase, supplier, number, dated, total, made_by, made_at)
                values (:id, :purchase, :supplier, :number, :dated, :total, :member, :now)
                """)
                .param("id", invoice.id())
                .param("purchase", purchase.id())
                .param("supplier", purchase.supplier())
                .param("number", invoice.number())
                .param("dated", invoice.dated())
                .param("total", invoice.total().euros())
                .param("member", me(), Types.OTHER)
                .param("now", now())
                .update();
        for (var line : invoice.lines()) {
            jdbc.sql("insert into treasury.invoice_line (invoice, place, quantity, price) values (?, ?, ?, ?)")
                    .params(
                            invoice.id(),
                            line.place(),
                            line.quantity(),
                            line.price().euros())
                    .update();
        }
    }

    void pay(UUID invoice, LocalDate on, UUID act, String why) {
        jdbc.sql("update treasury.invoice set paid_on = ?, act = ?, why = ? where id = ?")
                .params(on, act, why, invoice)
                .update();
    }

    /** A payment a second person did not let pass is none. */
    void unpay(UUID act) {
        jdbc.sql("update treasury.invoice set paid_on = null, act = null, why = '' where act = ?")
                .param(act)
                .update();
    }

    void close(UUID purchase) {
        jdbc.sql("update treasury.purchase set closed_at = ? where id = ? and closed_at is null")
                .params(now(), purchase)
                .update();
    }

    private static @Nullable UUID me() {
        var sight = Sight.current();
        return sight == null ? null : sight.member();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
