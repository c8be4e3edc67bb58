package org.opensocialnet.support;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.ledger.Amount.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is usually asked for, so that 5,000 typed for 500 is asked about once more: of the catalogue what it says, of all else
 * five times what half of the lines of its kind stay under.
 */
@Component
class Usual {

    private static final int ENOUGH = 5;
    private static final BigDecimal FAR = BigDecimal.valueOf(5);

    private final Goods goods;
    private final JdbcClient jdbc;

    Usual(Goods goods, JdbcClient jdbc) {
        this.goods = goods;
        this.jdbc = jdbc;
    }

    private record Half(BigDecimal quantity, int lines) {}

    /** More than this is unusual; none where nobody knows. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> most(Line line) {
        return line.thing() instanceof Thing.Goods(UUID item, String _) && item != null
                ? goods.find(item).map(found -> BigDecimal.valueOf(found.usualMost()))
                : most(line.thing().kind(), line.unit(), line.id());
    }

    private Optional<BigDecimal> most(String kind, Unit unit, UUID but) {
        var half = jdbc.sql("""
                select coalesce(percentile_disc(0.5) within group (order by quantity), 0) as quantity, count(*)::int as lines
                from (select quantity from support.line
                      where kind = :kind and unit = :unit and item is null and id <> :but
                      order by id desc
                      limit 200) latest
                """)
                .param("kind", kind)
                .param("unit", unit.code())
                .param("but", but)
                .query(Rows.of(Half.class))
                .single();
        return half.lines() < ENOUGH
                ? Optional.empty()
                : Optional.of(half.quantity().multiply(FAR));
    }

    @Transactional(readOnly = true)
    public boolean isUnusual(Line line) {
        return most(line).filter(most -> line.quantity().compareTo(most) > 0).isPresent();
    }
}
