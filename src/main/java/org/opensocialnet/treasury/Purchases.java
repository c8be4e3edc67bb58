package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.opensocialnet.treasury.Purchase.Received;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was bought, with its receipts and invoices. */
@Component
@Transactional
class Purchases {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** One order in a list. */
    record Row(
            UUID id,
            EnvelopeId envelope,
            String number,
            LocalDate orderedOn,
            String supplier,
            Money total,
            boolean closed) {}

    Purchases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Purchase purchase) {
        var sight = Sight.current();
        jdbc.sql("""
                insert into treasury.purchase (id, organization, envelope, earmark, supplier, number, ordered_on, total,
                                               made_by, made_at)
                values (:id, :organization, :envelope, :earmark, :supplier, :number, :orderedOn, :total, :member, :now)
                """)
                .param("id", purchase.id())
                .param("organization", sight == null ? null : sight.organization(), Types.OTHER)
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

    /** Holds an order until the transaction ends: what is done with it is done one after the other. */
    void hold(UUID id) {
        jdbc.sql("select id from treasury.purchase where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .list();
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

    boolean billed(UUID supplier, String number) {
        return jdbc.sql("select exists (select from treasury.invoice where supplier = ? and number = ?)")
                .params(supplier, number)
                .query(Boolean.class)
                .single();
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

    boolean numbered(EnvelopeId envelope, String number) {
        return jdbc.sql("select exists (select from treasury.purchase where envelope = ? and number = ?)")
                .params(envelope.value(), number)
                .query(Boolean.class)
                .single();
    }

    List<Row> list(@Nullable EnvelopeId envelope, @Nullable UUID before, int size) {
        return jdbc.sql("""
                select p.id, p.envelope, p.number, p.ordered_on, s.name, p.total, p.closed_at is not null as closed
                from treasury.purchase p
                join treasury.supplier s on s.id = p.supplier
                where (:envelope::uuid is null or p.envelope = :envelope::uuid)
                  and (:before::uuid is null or p.id < :before::uuid)
                order by p.id desc
                limit :size
                """)
                .param("envelope", envelope == null ? null : envelope.value(), Types.OTHER)
                .param("before", before, Types.OTHER)
                .param("size", size)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        new EnvelopeId(row.getObject("envelope", UUID.class)),
                        row.getString("number"),
                        row.getObject("ordered_on", LocalDate.class),
                        row.getString("name"),
                        new Money(row.getBigDecimal("total")),
                        row.getBoolean("closed")))
                .list();
    }

    Optional<Purchase> find(UUID id) {
        var lines = lines(id);
        var receipts = receipts(id);
        var invoices = invoices(id);
        return jdbc.sql("""
                select p.envelope, p.earmark, p.supplier, s.name, p.number, p.ordered_on, p.total,
                       p.closed_at is not null as closed
                from treasury.purchase p
                join treasury.supplier s on s.id = p.supplier
                where p.id = ?
                """)
                .param(id)
                .query((row, _) -> new Purchase(
                        id,
                        new EnvelopeId(row.getObject("envelope", UUID.class)),
                        new EarmarkId(row.getObject("earmark", UUID.class)),
                        row.getObject("supplier", UUID.class),
                        row.getString("name"),
                        row.getString("number"),
                        row.getObject("ordered_on", LocalDate.class),
                        new Money(row.getBigDecimal("total")),
                        row.getBoolean("closed"),
                        lines,
                        receipts,
                        invoices))
                .optional();
    }

    private List<Ordered> lines(UUID purchase) {
        return jdbc.sql("""
                select place, what, quantity, price from treasury.purchase_line where purchase = ? order by place
                """)
                .param(purchase)
                .query((row, _) -> new Ordered(
                        row.getInt("place"),
                        row.getString("what"),
                        row.getBigDecimal("quantity"),
                        new Money(row.getBigDecimal("price"))))
                .list();
    }

    private List<Received> receipts(UUID purchase) {
        return jdbc.sql("""
                select l.place, l.quantity, r.received_on
                from treasury.receipt r
                join treasury.receipt_line l on l.receipt = r.id
                where r.purchase = :purchase
                order by r.received_on, r.id, l.place
                limit :most
                """)
                .param("purchase", purchase)
                .param("most", MOST)
                .query((row, _) -> new Received(
                        row.getInt("place"),
                        row.getBigDecimal("quantity"),
                        row.getObject("received_on", LocalDate.class)))
                .list();
    }

    private List<Invoice> invoices(UUID purchase) {
        var billed = jdbc
                .sql("""
                select l.invoice, l.place, l.quantity, l.price
                from treasury.invoice i
                join treasury.invoice_line l on l.invoice = i.id
                where i.purchase = ?
                order by l.place
                """)
                .param(purchase)
                .query((row, _) -> Map.entry(
                        row.getObject("invoice", UUID.class),
                        new Billed(
                                row.getInt("place"),
                                row.getBigDecimal("quantity"),
                                new Money(row.getBigDecimal("price")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("""
                select id, number, dated, total, paid_on from treasury.invoice where purchase = ? order by made_at, id
                """)
                .param(purchase)
                .query((row, _) -> new Invoice(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getObject("dated", LocalDate.class),
                        new Money(row.getBigDecimal("total")),
                        row.getObject("paid_on", LocalDate.class),
                        billed.getOrDefault(row.getObject("id", UUID.class), new ArrayList<>())))
                .list();
    }

    private static @Nullable UUID me() {
        var sight = Sight.current();
        return sight == null ? null : sight.member();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
