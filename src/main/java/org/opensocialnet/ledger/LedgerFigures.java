package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.ledger.Asked.Axis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the ledger's figures, of any days and as of any day. They are counts as they stand in the book: before they leave an
 * organisation or the coordination team they pass the room that protects small ones.
 *
 * <p>An organisation's sight reads its own cells, the network's bodies read all. What it costs depends on how many cells
 * there are, not on which days are asked for nor on how many entries the book has.
 */
@Component
@Transactional(readOnly = true)
public class LedgerFigures {

    /**
     * One line of an answer: the sums of all cells that are alike in what was asked by.
     *
     * @param serviceType none where it was not asked by; empty where it was not said
     * @param organization none where it was not asked by, and for what is nobody's
     * @param reason of needs why they were not met at once, of refusals why they were refused
     * @param unit of the quantities; sums of different units are no sums, so ask by it before reading quantities
     */
    public record Line(
            @Nullable String serviceType,
            @Nullable String group,
            @Nullable String zone,
            @Nullable UUID organization,
            @Nullable String source,
            @Nullable String reason,
            @Nullable String unit,
            Sum need,
            Sum met,
            Sum withdrawn,
            Sum refused,
            Sum delivered) {

        /** People, a quantity, and in how many entries that hold. */
        public record Sum(long people, BigDecimal quantity, long entries) {

            Sum minus(Sum other) {
                return new Sum(people - other.people, quantity.subtract(other.quantity), entries - other.entries);
            }
        }

        /** Needs that nobody met, refused or withdrew; of the days asked for, so ask as of a day to know what is open on it. */
        public Sum open() {
            return need.minus(met).minus(withdrawn).minus(refused);
        }
    }

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    private static final List<String> MEASURES = List.of("need", "met", "withdrawn", "refused", "delivery");

    private final JdbcClient jdbc;

    LedgerFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each combination that has figures, in the order of its codes. */
    public List<Line> lines(Asked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        var by = Arrays.stream(Axis.values())
                .filter(asked.by()::contains)
                .map(Axis::column)
                .toList();
        var listed = by.stream().map(column -> column + ", ").collect(Collectors.joining());
        var sql = """
                with folded as (%1$s), figures as (
                    select c.measure, %6$s f.people, f.quantity, f.entries
                    from folded f
                    join ledger.cell c on c.id = f.cell
                    where true %3$s
                    union all
                    select measure, %6$s people, (quantity * 100)::bigint, entries
                    from ledger.delta
                    where day between :from and :to %3$s
                ), sums as (
                    select measure, %2$s sum(people) as people, sum(quantity) as quantity, sum(entries) as entries
                    from figures
                    group by %2$s measure
                )
                select %2$s %4$s
                from sums
                %5$s
                """.formatted(
                        edges(asked, parameters),
                        listed,
                        only(asked, parameters),
                        MEASURES.stream().map(LedgerFigures::sums).collect(Collectors.joining(",\n")),
                        by.isEmpty() ? "" : GROUPED.formatted(String.join(", ", by)),
                        Arrays.stream(Axis.values())
                                .filter(asked.by()::contains)
                                .map(LedgerFigures::plain)
                                .collect(Collectors.joining()));
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> line(row, asked))
                .list();
    }

    /** What came to nothing, day by day or in all, is no figure. */
    private static final String GROUPED = """
            group by %s
            having bool_or(people <> 0 or quantity <> 0 or entries <> 0)
            order by %1$s
            """;

    /** Codes are put into order as plain letters; by the Greek alphabet it took longer than all else. */
    private static String plain(Axis axis) {
        return axis == Axis.ORGANIZATION ? "organization, " : "%s collate \"C\" as %1$s, ".formatted(axis.column());
    }

    private static String sums(String measure) {
        return """
                coalesce(sum(people) filter (where measure = '%1$s'), 0)::bigint as %1$s_people,
                coalesce(sum(quantity) filter (where measure = '%1$s'), 0)::bigint as %1$s_quantity,
                coalesce(sum(entries) filter (where measure = '%1$s'), 0)::bigint as %1$s_entries""".formatted(measure);
    }

    private static String only(Asked asked, Map<String, @Nullable Object> parameters) {
        var only = new StringBuilder();
        asked.only().forEach((axis, codes) -> {
            only.append(" and %s = any (cast(:only_%1$s as %s[]))"
                    .formatted(axis.column(), axis == Axis.ORGANIZATION ? "uuid" : "text"));
            parameters.put("only_" + axis.column(), codes.toArray(String[]::new));
        });
        return only.toString();
    }

    /** All up to the last day, less all up to the day before the first. */
    private static String edges(Asked asked, Map<String, @Nullable Object> parameters) {
        var from = asked.from();
        parameters.put("from", from == null ? BEGINNING : from);
        parameters.put("to", asked.to());
        var last = edge("to", asked.to(), 1, parameters);
        return from == null ? last : last + " union all " + edge("before", from.minusDays(1), -1, parameters);
    }

    /** Each cell's page of the month, and on it the line of the day. After the last month there is, all of that one counts. */
    private static String edge(String name, LocalDate day, int sign, Map<String, @Nullable Object> parameters) {
        parameters.put(name + "_month", day.withDayOfMonth(1));
        parameters.put(name + "_day", day.getDayOfMonth());
        var own = own(parameters);
        return """
                select cell, %1$s * (people + coalesce(people_by[at], 0)) as people,
                       %1$s * (quantity + coalesce(quantity_by[at], 0)) as quantity,
                       %1$s * (entries + coalesce(entries_by[at], 0)) as entries
                from (
                    select p.*, width_bucket(
                        case when month = :%2$s_month then :%2$s_day else 31 end, days) as at
                    from ledger.cell_month p
                    where month = least(:%2$s_month, (select max(month) from ledger.cell_month where true %3$s)) %3$s
                ) pages
                """.formatted(sign, name, own);
    }

    /** The rows PostgreSQL would show an organisation in any case; so it finds them by their index. */
    private static String own(Map<String, @Nullable Object> parameters) {
        var sight = Sight.current();
        if (sight == null || sight.reach() != Sight.Reach.ORGANIZATION) {
            return "";
        }
        parameters.put("own", sight.organization());
        return "and organization = :own";
    }

    private static Line line(ResultSet row, Asked asked) throws SQLException {
        return new Line(
                text(row, asked, Axis.SERVICE_TYPE),
                text(row, asked, Axis.GROUP),
                text(row, asked, Axis.ZONE),
                asked.by().contains(Axis.ORGANIZATION) ? row.getObject("organization", UUID.class) : null,
                text(row, asked, Axis.SOURCE),
                text(row, asked, Axis.REASON),
                text(row, asked, Axis.UNIT),
                sum(row, "need"),
                sum(row, "met"),
                sum(row, "withdrawn"),
                sum(row, "refused"),
                sum(row, "delivery"));
    }

    private static @Nullable String text(ResultSet row, Asked asked, Axis axis) throws SQLException {
        return asked.by().contains(axis) ? row.getString(axis.column()) : null;
    }

    private static Line.Sum sum(ResultSet row, String measure) throws SQLException {
        return new Line.Sum(
                row.getLong(measure + "_people"),
                BigDecimal.valueOf(row.getLong(measure + "_quantity"), 2),
                row.getLong(measure + "_entries"));
    }
}
