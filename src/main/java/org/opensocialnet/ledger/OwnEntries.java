package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
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

    /** What an entry says, to be compared with those that are there. */
    public record Saying(LocalDate day, About about, Amount amount) {}

    /** Which of these (by their place in the list) an entry that stands already says. */
    public Set<Integer> saidAlready(UUID organization, Book book, List<Saying> sayings) {
        return new HashSet<>(jdbc.sql("""
                select distinct s.place
                from unnest(cast(cast(:days as text[]) as date[]), cast(:types as text[]), cast(:groups as text[]), cast(:zones as text[]),
                            cast(cast(:people as text[]) as integer[]), cast(cast(:quantities as text[]) as numeric[]))
                     with ordinality s (day, service_type, target_group, zone, people, quantity, place)
                join ledger.%1$s e on e.organization = :organization and e.day = s.day and e.service_type = s.service_type
                    and e.target_group = s.target_group and e.zone = s.zone and e.people = s.people
                    and e.quantity = s.quantity and e.reverses is null
                where not exists (select from ledger.%1$s r where r.reverses = e.id and r.day = e.day)
                """.formatted(book.code()))
                .param("organization", organization)
                .param("days", texts(sayings, one -> one.day().toString()))
                .param("types", texts(sayings, one -> one.about().serviceType()))
                .param("groups", texts(sayings, one -> one.about().group()))
                .param("zones", texts(sayings, one -> one.about().zone()))
                .param(
                        "people",
                        texts(sayings, one -> Integer.toString(one.amount().people())))
                .param(
                        "quantities",
                        texts(sayings, one -> one.amount().quantity().toPlainString()))
                .query((row, _) -> row.getInt("place") - 1)
                .list());
    }

    private static final String OPEN = """
            select n.id, n.day, n.people - coalesce(f.people, 0) as people
            from ledger.need n
            left join lateral (select sum(people) as people from ledger.follow_up where need = n.id) f on true
            where n.reverses is null
              and not exists (select from ledger.need r where r.reverses = n.id and r.day = n.day)
              and n.people > coalesce(f.people, 0)
            """;

    /** A need of which so many people are without help still. */
    public record OpenNeed(EntryId need, int people) {}

    /** An open need as it lies in the database. */
    private record OpenRow(UUID id, LocalDate day, int people) {

        OpenNeed open() {
            return new OpenNeed(new EntryId(Book.NEED, id, day), people);
        }
    }

    /** What is left of a need that the sight may see, also of nobody's; none where nothing is. */
    public Optional<OpenNeed> open(EntryId need) {
        return jdbc.sql(OPEN + " and n.id = :id and n.day = :day")
                .param("id", need.id())
                .param("day", need.day())
                .query(Rows.of(OpenRow.class))
                .optional()
                .map(OpenRow::open);
    }

    private static String[] texts(List<Saying> sayings, Function<Saying, String> of) {
        return sayings.stream().map(of).toArray(String[]::new);
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
