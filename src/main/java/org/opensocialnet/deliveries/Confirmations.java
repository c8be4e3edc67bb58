package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What receivers confirmed and did not take back, each with its line in the ledger, for rooms above: exact counts, never for a public page. */
@Component
@Transactional(readOnly = true)
public class Confirmations {

    private static final int MOST = 5_000;

    private static final String HELD = """
            select handover, cover, line, request, quantity, unit, people, organization, envelope, entry, entry_day, at
            from deliveries.confirmation
            where reversed_at is null
            """;

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So much of a cover, as the receiver confirmed it.
     *
     * @param people how many were helped by it, as the ledger has it
     * @param organization under whom it is in the ledger
     * @param envelope whose money bought it
     */
    public record Confirmed(
            UUID handover,
            UUID cover,
            UUID line,
            UUID request,
            BigDecimal quantity,
            String unit,
            int people,
            @Nullable UUID organization,
            @Nullable UUID envelope,
            EntryId entry,
            OffsetDateTime at) {}

    public List<Confirmed> ofRequest(UUID request) {
        return jdbc.sql(HELD + " and request = :request order by id limit :most")
                .param("request", request)
                .param("most", MOST)
                .query((row, _) -> confirmed(row))
                .list();
    }

    public List<Confirmed> ofEnvelope(UUID envelope) {
        return jdbc.sql(HELD + " and envelope = :envelope order by id limit :most")
                .param("envelope", envelope)
                .param("most", MOST)
                .query((row, _) -> confirmed(row))
                .list();
    }

    private static Confirmed confirmed(ResultSet row) throws SQLException {
        return new Confirmed(
                row.getObject("handover", UUID.class),
                row.getObject("cover", UUID.class),
                row.getObject("line", UUID.class),
                row.getObject("request", UUID.class),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                row.getInt("people"),
                row.getObject("organization", UUID.class),
                row.getObject("envelope", UUID.class),
                new EntryId(
                        Book.DELIVERY, row.getObject("entry", UUID.class), row.getObject("entry_day", LocalDate.class)),
                row.getObject("at", OffsetDateTime.class));
    }
}
