package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.Standing.Cell;
import org.opensocialnet.ledger.Standing.Cell.Measure;
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

    private static final Axis[] AXES = Axis.values();

    /** Codes are put into order as plain letters; nobody's come last. */
    private static final Comparator<List<@Nullable Object>> BY_CODES = (one, other) -> {
        for (int i = 0; i < AXES.length; i++) {
            var first = one.get(i);
            var second = other.get(i);
            int order = first == null || second == null
                    ? Boolean.compare(first == null, second == null)
                    : first.toString().compareTo(second.toString());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final Standings standings;

    LedgerFigures(Standings standings) {
        this.standings = standings;
    }

    /** What stood in each cell at the end of each of these days, from one reading of the book; the days in their order. */
    public List<Standing> standing(List<LocalDate> days) {
        return standings.at(days, null);
    }

    /** One line for each combination that has figures, in the order of its codes. */
    public List<Line> lines(Asked asked) {
        var sums = new HashMap<List<@Nullable Object>, long[]>();
        if (asked.by().isEmpty()) {
            sums.put(key(asked, null), new long[Measure.values().length * Standing.SUMS]);
        }
        for (var standing : standings.at(days(asked), asked.only().get(Axis.ORGANIZATION))) {
            if (isAsked(standing.cell(), asked)) {
                add(
                        standing,
                        sums.computeIfAbsent(
                                key(asked, standing.cell()), _ -> new long[Measure.values().length * Standing.SUMS]));
            }
        }
        return sums.entrySet().stream()
                .filter(each ->
                        asked.by().isEmpty() || Arrays.stream(each.getValue()).anyMatch(sum -> sum != 0))
                .sorted(Map.Entry.comparingByKey(BY_CODES))
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<LocalDate> days(Asked asked) {
        var from = asked.from();
        return from == null ? List.of(asked.to()) : List.of(from.minusDays(1), asked.to());
    }

    private static boolean isAsked(Cell cell, Asked asked) {
        return asked.only().entrySet().stream()
                .allMatch(only -> only.getValue().contains(Objects.toString(cell.on(only.getKey()), "")));
    }

    /** What it is told apart by; nothing in all other places. */
    private static List<@Nullable Object> key(Asked asked, @Nullable Cell cell) {
        var key = new @Nullable Object[AXES.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = cell != null && asked.by().contains(AXES[i]) ? cell.on(AXES[i]) : null;
        }
        return Arrays.asList(key);
    }

    private static void add(Standing standing, long[] sums) {
        int at = standing.cell().measure().ordinal() * Standing.SUMS;
        for (int sum = 0; sum < Standing.SUMS; sum++) {
            sums[at + sum] += standing.inAll(sum);
        }
    }

    private static Line line(List<@Nullable Object> key, long[] sums) {
        return new Line(
                (String) key.get(Axis.SERVICE_TYPE.ordinal()),
                (String) key.get(Axis.GROUP.ordinal()),
                (String) key.get(Axis.ZONE.ordinal()),
                (UUID) key.get(Axis.ORGANIZATION.ordinal()),
                (String) key.get(Axis.SOURCE.ordinal()),
                (String) key.get(Axis.REASON.ordinal()),
                (String) key.get(Axis.UNIT.ordinal()),
                sum(Measure.NEED, sums),
                sum(Measure.MET, sums),
                sum(Measure.WITHDRAWN, sums),
                sum(Measure.REFUSED, sums),
                sum(Measure.DELIVERY, sums));
    }

    private static Line.Sum sum(Measure measure, long[] sums) {
        int at = measure.ordinal() * Standing.SUMS;
        return new Line.Sum(sums[at], BigDecimal.valueOf(sums[at + 1], 2), sums[at + 2]);
    }
}
