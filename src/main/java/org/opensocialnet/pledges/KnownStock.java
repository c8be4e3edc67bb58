package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What organisations have of the goods a request asks for, beside it while the team decides: what is free, the most first. */
@Component
class KnownStock implements Calls.Known {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final Clock clock;

    KnownStock(JdbcClient jdbc, Calls calls, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.clock = clock;
    }

    /** A good, counted as the request counts it. */
    private record Wanted(UUID item, Unit unit) {}

    @Override
    public List<String> of(UUID request, Words t) {
        return wanted(calls.lines(request)).stream()
                .flatMap(wanted -> free(wanted, t).stream())
                .toList();
    }

    private static Set<Wanted> wanted(List<LineFacts> lines) {
        var all = new LinkedHashSet<Wanted>();
        for (var line : lines) {
            if (line.item() instanceof UUID item) {
                all.add(new Wanted(item, line.unit()));
            }
        }
        return all;
    }

    private List<String> free(Wanted wanted, Words t) {
        return jdbc.sql("""
                select o.name as owner, o.translations, min(s.name) as good, sum(s.quantity - s.promised) as free
                from pledges.stock s
                join directory.public_organization o on o.id = s.organization
                where s.item = :item and s.unit = :unit and s.gone_at is null and s.quantity > s.promised
                  and (s.until is null or s.until >= :today)
                group by o.id, o.name, o.translations
                order by free desc, o.name
                limit :most
                """)
                .param("item", wanted.item())
                .param("unit", wanted.unit().code())
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, _) -> said(row, wanted.unit(), t))
                .list();
    }

    private static String said(ResultSet row, Unit unit, Words t) throws SQLException {
        BigDecimal free = row.getBigDecimal("free");
        return t.of(
                "pledges.stock.known",
                t.text(row.getString("owner"), row.getString("translations"), "name")
                        .text(),
                row.getString("good"),
                Calls.quantity(free, unit, "goods", t));
    }
}
