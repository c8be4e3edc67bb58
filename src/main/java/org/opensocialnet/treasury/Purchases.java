package org.opensocialnet.treasury;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
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

    private final JdbcClient jdbc;

    /** One order in a list. */
    record Row(
            UUID id,
            EnvelopeId envelope,
            String number,
            LocalDate orderedOn,
            String supplier,
            Money total,
            boolean closed) {}

    Purchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds an order's number of its own, before there is an order: a double click makes one. */
    void holdNew(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('treasury order ' || ?, 0))::text")
                .param(id.toString())
                .query(String.class)
                .single();
    }

    /** Holds an order until the transaction ends: what is done with it is done one after the other. */
    void hold(UUID id) {
        jdbc.sql("select id from treasury.purchase where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .list();
    }

    /** Whether a supplier's bill of that number was entered; who asks second waits for the first. */
    boolean billed(UUID supplier, String number) {
        jdbc.sql("select id from treasury.supplier where id = ? for no key update")
                .param(supplier)
                .query(UUID.class)
                .list();
        return jdbc.sql("select exists (select from treasury.invoice where supplier = ? and number = ?)")
                .params(supplier, number)
                .query(Boolean.class)
                .single();
    }

    boolean numbered(EnvelopeId envelope, String number) {
        return jdbc.sql("select exists (select from treasury.purchase where envelope = ? and number = ?)")
                .params(envelope.value(), number)
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> organization(UUID purchase) {
        return jdbc.sql("select organization from treasury.purchase where id = ? and organization is not null")
                .param(purchase)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> of(EarmarkId earmark) {
        return jdbc.sql("select id from treasury.purchase where earmark = ?")
                .param(earmark.value())
                .query(UUID.class)
                .optional();
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

    /** All that came, added up for each line: however many deliveries it took. */
    private List<Received> receipts(UUID purchase) {
        return jdbc.sql("""
                select l.place, sum(l.quantity) as quantity, max(r.received_on) as received_on
                from treasury.receipt r
                join treasury.receipt_line l on l.receipt = r.id
                where r.purchase = :purchase
                group by l.place
                order by l.place
                """)
                .param("purchase", purchase)
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
                select id, number, dated, total, paid_on, act from treasury.invoice where purchase = ? order by made_at, id
                """)
                .param(purchase)
                .query((row, _) -> new Invoice(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getObject("dated", LocalDate.class),
                        new Money(row.getBigDecimal("total")),
                        row.getObject("paid_on", LocalDate.class),
                        row.getObject("act", UUID.class),
                        billed.getOrDefault(row.getObject("id", UUID.class), new ArrayList<>())))
                .list();
    }
}
