package org.opensocialnet.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.ledger.Standing.Cell;
import org.opensocialnet.ledger.Standing.Cell.Measure;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place that reads the pages of months: one statement for however many days, which reads each month once and brings
 * what waits to be folded along, so that whoever reads sees both of one moment. Sums are made by whoever asked: the database
 * took most of its time to put together what is told apart by six texts.
 */
@Component
class Standings {

    /** What waits has no number of a cell yet. */
    private static final int WAITS = 0;

    private final JdbcClient jdbc;
    private final Map<Integer, Cell> known = new ConcurrentHashMap<>();

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands in each cell that whoever looks may see.
     *
     * @param days in their order
     * @param organizations whose cells alone; none for all
     */
    List<Standing> at(List<LocalDate> days, @Nullable Collection<String> organizations) {
        var parameters = new HashMap<String, @Nullable Object>();
        var whose = whose(organizations, parameters);
        var folded = new HashMap<Integer, long[]>();
        var standings = new ArrayList<Standing>();
        jdbc.sql(sql(days, whose, parameters)).params(parameters).query((RowCallbackHandler) row -> {
            int cell = row.getInt("cell");
            if (cell == WAITS) {
                standings.add(waiting(row, days));
            } else {
                add(row, folded.computeIfAbsent(cell, _ -> new long[Standing.SUMS * days.size()]));
            }
        });
        var known = cells(folded.keySet());
        folded.forEach((cell, sums) -> standings.add(new Standing(Objects.requireNonNull(known.get(cell)), sums)));
        return standings;
    }

    private static void add(ResultSet row, long[] sums) throws SQLException {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row.getLong(i + 2);
        }
    }

    /** What waits stands at the end of its day and of all days after it. */
    private static Standing waiting(ResultSet row, List<LocalDate> days) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        var sums = new long[Standing.SUMS * days.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = day.isAfter(days.get(i / Standing.SUMS)) ? 0 : row.getLong(i % Standing.SUMS + 2);
        }
        return new Standing(cell(row), sums);
    }

    private static String sql(List<LocalDate> days, String whose, Map<String, @Nullable Object> parameters) {
        var months = new TreeMap<YearMonth, List<Integer>>();
        for (int i = 0; i < days.size(); i++) {
            months.computeIfAbsent(YearMonth.from(days.get(i)), _ -> new ArrayList<>())
                    .add(i);
        }
        parameters.put("last", days.getLast());
        var pages = months.entrySet().stream()
                .map(month -> pages(month.getKey(), month.getValue(), days, whose, parameters))
                .collect(Collectors.joining(" union all "));
        return """
                %s
                union all
                select 0, people, (quantity * 100)::bigint, entries, %s
                       day, measure, service_type, target_group, zone, organization, source, reason, unit
                from ledger.delta
                where day <= :last %s
                """.formatted(pages, "0, ".repeat(Standing.SUMS * (days.size() - 1)), whose);
    }

    /** Each cell's page of a month, and on it the lines of some days. After the last month there is, all of that one counts. */
    private static String pages(
            YearMonth month,
            List<Integer> asked,
            List<LocalDate> days,
            String whose,
            Map<String, @Nullable Object> parameters) {
        var name = "month_" + asked.getFirst();
        parameters.put(name, month.atDay(1));
        var lines = new ArrayList<String>();
        asked.forEach(at -> {
            parameters.put("day_" + at, days.get(at).getDayOfMonth());
            lines.add("width_bucket(case when month = :%s then :day_%d else 31 end, days) as at_%2$d"
                    .formatted(name, at));
        });
        var sums = IntStream.range(0, days.size())
                .mapToObj(at -> asked.contains(at) ? sums(at) : "0::bigint, ".repeat(Standing.SUMS))
                .collect(Collectors.joining());
        return """
                select cell, %s null::date as day, null::text as measure, null::text as service_type,
                       null::text as target_group, null::text as zone, null::uuid as organization, null::text as source,
                       null::text as reason, null::text as unit
                from (
                    select p.*, %s
                    from ledger.cell_month p
                    where month = least(:%s, (select max(month) from ledger.cell_month where true %4$s)) %4$s
                ) pages
                """.formatted(sums, String.join(", ", lines), name, whose);
    }

    private static String sums(int at) {
        return Arrays.asList("people", "quantity", "entries").stream()
                .map(sum -> "%s + coalesce(%1$s_by[at_%d], 0), ".formatted(sum, at))
                .collect(Collectors.joining());
    }

    /** The rows PostgreSQL would show an organisation in any case; so it finds them by their index. */
    private static String whose(@Nullable Collection<String> organizations, Map<String, @Nullable Object> parameters) {
        var sight = Sight.current();
        var whose = new StringBuilder();
        if (sight != null && sight.reach() == Sight.Reach.ORGANIZATION) {
            parameters.put("own", sight.organization());
            whose.append(" and organization = :own");
        }
        if (organizations != null) {
            parameters.put("organizations", organizations.toArray(String[]::new));
            whose.append(" and organization = any (cast(:organizations as uuid[]))");
        }
        return whose.toString();
    }

    /**
     * What the numbers of cells mean, kept in memory: cells are made and never changed. Each is asked for by whoever was shown its
     * page, so that nobody learns of one through another's eyes.
     */
    private Map<Integer, Cell> cells(Collection<Integer> ids) {
        var missing = ids.stream().filter(id -> !known.containsKey(id)).toArray(Integer[]::new);
        if (missing.length > 0) {
            jdbc.sql("""
                    select id, measure, service_type, target_group, zone, organization, source, reason, unit
                    from ledger.cell where id = any (:ids)
                    """).param("ids", missing).query((RowCallbackHandler)
                    row -> known.put(row.getInt("id"), cell(row)));
        }
        return known;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                measure(row.getString("measure")),
                row.getString("service_type").intern(),
                row.getString("target_group").intern(),
                row.getString("zone").intern(),
                row.getObject("organization", UUID.class),
                row.getString("source").intern(),
                row.getString("reason").intern(),
                row.getString("unit").intern());
    }

    private static Measure measure(String code) {
        return Measure.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
