package org.opensocialnet.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What envelopes pay of which lines. */
@Component
@Transactional
class PaidParts {

    private static final int MOST = 200;

    private static final String READ = """
            select earmark, cover, request, line, envelope, organization, money, quantity, amount from funding.part
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PaidParts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Part part) {
        var sight = Sight.current();
        jdbc.sql("""
                insert into funding.part (earmark, cover, request, line, envelope, organization, money, quantity, amount,
                                          made_by, made_at)
                values (:earmark, :cover, :request, :line, :envelope, :organization, :money, :quantity, :amount, :member, :now)
                """)
                .param("earmark", part.earmark().value())
                .param("cover", part.cover())
                .param("request", part.request())
                .param("line", part.line())
                .param("envelope", part.envelope().value())
                .param("organization", part.organization(), Types.OTHER)
                .param("money", part.money())
                .param("quantity", part.quantity())
                .param("amount", part.amount().euros())
                .param("member", sight == null ? null : sight.member(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Part> find(EarmarkId earmark) {
        return jdbc.sql(READ + "where earmark = ?")
                .param(earmark.value())
                .query((row, _) -> part(row))
                .optional();
    }

    List<Part> of(UUID request) {
        return jdbc.sql(READ + "where request = :request order by earmark limit :most")
                .param("request", request)
                .param("most", MOST)
                .query((row, _) -> part(row))
                .list();
    }

    Optional<UUID> keeper(UUID earmark) {
        return jdbc.sql("select organization from funding.part where earmark = ? and organization is not null")
                .param(earmark)
                .query(UUID.class)
                .optional();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                new EarmarkId(row.getObject("earmark", UUID.class)),
                row.getObject("cover", UUID.class),
                row.getObject("request", UUID.class),
                row.getObject("line", UUID.class),
                new EnvelopeId(row.getObject("envelope", UUID.class)),
                row.getObject("organization", UUID.class),
                row.getBoolean("money"),
                row.getBigDecimal("quantity"),
                new Money(row.getBigDecimal("amount")));
    }
}
