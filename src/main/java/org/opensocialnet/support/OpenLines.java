package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.ledger.Amount.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of accepted and called requests that are not covered, for rooms above that think about how to cover them. */
@Component
public class OpenLines {

    private final JdbcClient jdbc;
    private final Goods goods;

    OpenLines(JdbcClient jdbc, Goods goods) {
        this.jdbc = jdbc;
        this.goods = goods;
    }

    /**
     * One of them, as whoever looks may see it.
     *
     * @param kind goods, service, places, transport, people or money
     * @param what in the words of the request; of the catalogue's goods their name is asked for by the item
     * @param open how much of it nobody has promised
     * @param price of one, the highest the catalogue knows; a euro costs one; none where nobody knows
     * @param since the day the request was begun
     */
    public record OpenLine(
            UUID id,
            UUID request,
            int number,
            String title,
            String kind,
            String what,
            @Nullable UUID item,
            BigDecimal open,
            Unit unit,
            @Nullable BigDecimal price,
            int people,
            String serviceType,
            String group,
            String zone,
            @Nullable UUID organization,
            @Nullable LocalDate neededBy,
            LocalDate since) {}

    private record Row(
            UUID id,
            UUID request,
            int number,
            String title,
            String kind,
            String what,
            @Nullable UUID item,
            BigDecimal open,
            String unit,
            int people,
            String serviceType,
            String targetGroup,
            String zone,
            @Nullable UUID organization,
            @Nullable LocalDate neededBy,
            LocalDate since) {}

    /** Those first that are needed first. */
    @Transactional(readOnly = true)
    public List<OpenLine> all(int atMost) {
        return jdbc.sql("""
                select l.id, l.request, r.number, r.title, l.kind, l.what, l.item, l.quantity - l.covered as open, l.unit,
                       l.people, l.service_type, l.target_group, l.zone, r.organization, l.needed_by,
                       r.made_at::date as since
                from support.line l
                join support.request r on r.id = l.request
                where r.status in ('Accepted', 'Open', 'PartlyCovered', 'InDelivery', 'PartlyDelivered')
                  and l.covered < l.quantity
                order by l.needed_by nulls last, l.id
                limit :most
                """).param("most", atMost).query(Rows.of(Row.class)).list().stream()
                .map(this::line)
                .toList();
    }

    private OpenLine line(Row row) {
        var item = row.item() == null ? null : goods.find(row.item()).orElse(null);
        return new OpenLine(
                row.id(),
                row.request(),
                row.number(),
                row.title(),
                row.kind(),
                item == null ? row.what() : item.name(),
                row.item(),
                row.open(),
                Unit.of(row.unit()),
                price(row, item),
                row.people(),
                row.serviceType(),
                row.targetGroup(),
                row.zone(),
                row.organization(),
                row.neededBy(),
                row.since());
    }

    private static @Nullable BigDecimal price(Row row, @Nullable Item item) {
        return item != null ? item.priceMost() : row.kind().equals("money") ? BigDecimal.ONE : null;
    }
}
