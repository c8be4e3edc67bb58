package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.EntryId.Book;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An organisation's own entries, as they were written; nobody else sees them. */
@Component
@Transactional(readOnly = true)
public class OwnEntries {

    private static final String COLUMNS = """
            select e.id, e.day, e.kind, e.service_type, e.target_group, e.zone, e.organization, e.service, e.people, e.quantity,
                   e.unit, e.source, %2$s as reason, e.batch,
                   exists (select from ledger.%1$s r where r.reverses = e.id and r.day = e.day) as reversed,
                   %3$s as closed
            from ledger.%1$s e
            where e.reverses is null
            """;
    private static final String CLOSED =
            "coalesce((select sum(f.people) from ledger.follow_up f where f.need = e.id), 0)";

    private final JdbcClient jdbc;

    OwnEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry as it was written.
     *
     * @param reason empty where none was said, and of deliveries
     * @param reversed whether it was taken back
     * @param closed of a need, how many of its people were met, refused or withdrew
     */
    public record Entry(
            EntryId id,
            String kind,
            About about,
            int people,
            BigDecimal quantity,
            String unit,
            Source source,
            String reason,
            @Nullable UUID batch,
            boolean reversed,
            int closed) {}

    /** Which entries of a book; after: the last one of the page before. */
    public record Wanted(
            Book book,
            String serviceType,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable EntryId after) {}

    /** The latest days first, and of a day the last written first. */
    public List<Entry> page(UUID organization, Wanted wanted, int atMost) {
        var after = wanted.after();
        return jdbc.sql(select(wanted.book()) + """
                  and e.organization = :organization
                  and (:type = '' or e.service_type = :type)
                  and e.day between coalesce(:from, date '1900-01-01') and coalesce(:to, date '9999-12-31')
                  and (:afterId::uuid is null or (e.day, e.id) < (:afterDay, :afterId))
                order by e.day desc, e.id desc
                limit :most
                """)
                .param("organization", organization)
                .param("type", wanted.serviceType())
                .param("from", wanted.from(), Types.DATE)
                .param("to", wanted.to(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("most", atMost)
                .query((row, _) -> entry(wanted.book(), row))
                .list();
    }

    public Optional<Entry> find(UUID organization, EntryId id) {
        return id.book() == Book.FOLLOW_UP
                ? Optional.empty()
                : jdbc.sql(select(id.book()) + " and e.organization = :organization and e.id = :id and e.day = :day")
                        .param("organization", organization)
                        .param("id", id.id())
                        .param("day", id.day())
                        .query((row, _) -> entry(id.book(), row))
                        .optional();
    }

    private static String select(Book book) {
        return COLUMNS.formatted(book.code(), book == Book.NEED ? "e.reason" : "''", book == Book.NEED ? CLOSED : "0");
    }

    private static Entry entry(Book book, ResultSet row) throws SQLException {
        return new Entry(
                new EntryId(book, row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)),
                row.getString("kind"),
                new About(
                        row.getString("service_type"),
                        row.getString("target_group"),
                        row.getString("zone"),
                        row.getObject("organization", UUID.class),
                        row.getObject("service", UUID.class)),
                row.getInt("people"),
                row.getBigDecimal("quantity"),
                row.getString("unit"),
                Source.of(row.getString("source")),
                row.getString("reason"),
                row.getObject("batch", UUID.class),
                row.getBoolean("reversed"),
                row.getInt("closed"));
    }
}
