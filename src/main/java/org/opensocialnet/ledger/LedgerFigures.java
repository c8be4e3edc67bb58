package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Asked.Axis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the ledger's figures, of any days and as of any day. They are counts as they stand in the book: before they leave an
 * organisation or the coordination team they pass the room that protects small ones.
 *
 * <p>An organisation's sight reads its own cells, the network's bodies read all. What it costs depends on how many cells
 * there are and on the month about the two days, not on how many entries the book has.
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

    /** Shorter spans are summed day by day. */
    private static final int FEW_DAYS = 20;

    private final JdbcClient jdbc;

    LedgerFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each combination that has figures, in the order of its codes. */
    public List<Line> lines(Asked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        var parts = parts(asked, parameters);
        var from = asked.from();
        parameters.put("from", from == null ? BEGINNING : from);
        parameters.put("to", asked.to());
        var only = only(asked, parameters);
        var columns = Arrays.stream(Axis.values()).map(Axis::column).collect(Collectors.joining(", "));
        var by = Arrays.stream(Axis.values())
                .filter(asked.by()::contains)
                .map(Axis::column)
                .toList();
        var sql = """
                with folded as (
                    select cell, sum(people) as people, sum(quantity) as quantity, sum(entries) as entries
                    from (%s) parts
                    group by cell
                ), figures as (
                    select c.measure, %s, f.people, f.quantity, f.entries
                    from folded f
                    join ledger.cell c on c.id = f.cell
                    union all
                    select measure, %s, people, quantity, entries
                    from ledger.delta
                    where day between :from and :to
                )
                select %s %s
                from figures
                where true %s
                %s
                """.formatted(
                        String.join(" union all ", parts),
                        columns,
                        columns,
                        by.stream().map(column -> column + ", ").collect(Collectors.joining()),
                        sums(),
                        only,
                        by.isEmpty() ? "" : "group by %s order by %1$s".formatted(String.join(", ", by)));
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> line(row, asked))
                .list();
    }

    private static String sums() {
        return MEASURES.stream().map(measure -> """
                        coalesce(sum(people) filter (where measure = '%1$s'), 0) as %1$s_people,
                        coalesce(sum(quantity) filter (where measure = '%1$s'), 0) as %1$s_quantity,
                        coalesce(sum(entries) filter (where measure = '%1$s'), 0) as %1$s_entries""".formatted(measure)).collect(Collectors.joining(",\n"));
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

    /**
     * What stood when the month nearest to a day began, and the days between: added for the last day, taken off for the day
     * before the first.
     */
    private List<String> parts(Asked asked, Map<String, @Nullable Object> parameters) {
        var parts = new ArrayList<String>();
        var from = asked.from();
        if (from != null && !from.plusDays(FEW_DAYS).isBefore(asked.to())) {
            days(parts, parameters, from, asked.to(), 1);
            return parts;
        }
        var latest = jdbc.sql("select max(month) from ledger.cell_month")
                .query(LocalDate.class)
                .optional()
                .orElse(BEGINNING);
        upTo(asked.to(), latest, 1, parts, parameters);
        if (from != null) {
            upTo(from.minusDays(1), latest, -1, parts, parameters);
        }
        return parts;
    }

    private static void upTo(
            LocalDate day, LocalDate latest, int sign, List<String> parts, Map<String, @Nullable Object> parameters) {
        var month = day.getDayOfMonth() > 15 ? day.withDayOfMonth(1).plusMonths(1) : day.withDayOfMonth(1);
        var begun = month.isAfter(latest) ? latest : month;
        var name = "month_" + parts.size();
        parameters.put(name, begun);
        parts.add(
                "select cell, %d * people as people, %1$d * quantity as quantity, %1$d * entries as entries from ledger.cell_month where month = :%s"
                        .formatted(sign, name));
        if (begun.isAfter(day)) {
            days(parts, parameters, day.plusDays(1), begun.minusDays(1), -sign);
        } else {
            days(parts, parameters, begun, day, sign);
        }
    }

    private static void days(
            List<String> parts, Map<String, @Nullable Object> parameters, LocalDate first, LocalDate last, int sign) {
        var at = parts.size();
        parameters.put("first_" + at, first);
        parameters.put("last_" + at, last);
        parts.add(
                "select cell, %d * people as people, %1$d * quantity as quantity, %1$d * entries as entries from ledger.cell_day where day between :first_%d and :last_%2$d"
                        .formatted(sign, at));
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
                row.getBigDecimal(measure + "_quantity"),
                row.getLong(measure + "_entries"));
    }
}
