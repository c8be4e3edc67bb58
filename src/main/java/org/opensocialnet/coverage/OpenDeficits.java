package org.opensocialnet.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.coverage.CoverageNames.Named;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.OpenMonths.Line;
import org.opensocialnet.evidence.OpenMonths.Month;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.shortfall.Declared;
import org.opensocialnet.web.Words;

/**
 * What a month that everybody was told says of deficits. It is reckoned from the figures that were told and from nothing else, so
 * that it tells nothing new: where one of them is not told, what hangs on it is empty.
 */
record OpenDeficits(Month month, Declared declared, Named names) {

    /** Reasons that say nothing was there to go to. */
    private static final Set<String> NOWHERE = Set.of(Reason.NO_PROVIDER.code(), Reason.TOO_FAR.code());

    /** What one cell is about. */
    private record Cell(String type, String group, String zone) {}

    /** One row: need, how many of them were helped, how many not, and what follows; empty where it would tell more than was told. */
    record Row(
            String month,
            String service,
            String serviceName,
            String group,
            String groupName,
            String zone,
            String zoneName,
            @Nullable Long need,
            @Nullable Long served,
            @Nullable Long deficit,
            @Nullable Double coverage,
            @Nullable Integer severity,
            @Nullable Long noCapacity,
            @Nullable Long outOfReach,
            String reading) {

        List<@Nullable Object> cells() {
            var cells = new ArrayList<@Nullable Object>();
            cells.addAll(List.of(month, service, serviceName, group, groupName, zone, zoneName));
            cells.add(need);
            cells.add(served);
            cells.add(deficit);
            cells.add(coverage);
            cells.add(severity);
            cells.add(noCapacity);
            cells.add(outOfReach);
            cells.add(reading);
            return cells;
        }
    }

    /** The columns of the files, with the words that define them. */
    enum Column {
        MONTH,
        SERVICE,
        SERVICE_NAME,
        GROUP,
        GROUP_NAME,
        ZONE,
        ZONE_NAME,
        NEED,
        SERVED,
        DEFICIT,
        COVERAGE,
        SEVERITY,
        NO_CAPACITY,
        OUT_OF_REACH,
        READING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String definition(Words t) {
            return switch (this) {
                case MONTH -> t.of("coverage.open.month.means");
                case SERVICE, SERVICE_NAME -> t.of("coverage.open.service.means");
                case GROUP, GROUP_NAME -> t.of("coverage.open.group.means");
                case ZONE, ZONE_NAME -> t.of("coverage.open.zone.means");
                case NEED -> t.of("coverage.open.need.means");
                case SERVED -> t.of("coverage.open.served.means");
                case DEFICIT -> t.of("coverage.open.deficit.means");
                case COVERAGE -> t.of("coverage.open.coverage.means");
                case SEVERITY -> t.of("coverage.open.severity.means");
                case NO_CAPACITY -> t.of("coverage.open.no-capacity.means");
                case OUT_OF_REACH -> t.of("coverage.open.out-of-reach.means");
                case READING -> t.of("coverage.open.reading.means");
            };
        }
    }

    /** Where most is missing first. */
    List<Row> rows() {
        var not = new HashMap<Cell, Shown>();
        var helped = new HashMap<Cell, Shown>();
        for (var line : month.lines()) {
            if (line.split() == Split.ZONE) {
                (line.helped() ? helped : not).put(new Cell(line.type(), line.group(), line.part()), line.people());
            }
        }
        var cells = new ArrayList<>(not.keySet());
        helped.keySet().stream().filter(cell -> !not.containsKey(cell)).forEach(cells::add);
        return cells.stream()
                .map(cell -> row(cell, not, helped))
                .sorted(Comparator.comparingLong((Row row) -> row.deficit() == null ? -1 : row.deficit())
                        .reversed()
                        .thenComparing(Row::service)
                        .thenComparing(Row::group)
                        .thenComparing(Row::zone))
                .toList();
    }

    private Row row(Cell cell, Map<Cell, Shown> not, Map<Cell, Shown> helped) {
        boolean written = writes(not, cell) && writes(helped, cell);
        var deficit = people(not, cell);
        var served = people(helped, cell);
        var need = deficit == null || served == null ? null : Long.valueOf(deficit + served);
        var far = cell.zone().equals(Picture.ALL) ? outOfReach(cell) : null;
        boolean called = deficit != null && need != null && declared.calls(deficit, need);
        return new Row(
                month.month().toString(),
                cell.type(),
                names.type(cell.type()),
                OpenData.code(cell.group()),
                names.group(cell.group()),
                OpenData.code(cell.zone()),
                names.zone(cell.zone()),
                need,
                served,
                deficit,
                need == null || served == null || need == 0 ? null : Math.round(1000.0 * served / need) / 10.0,
                need == null || deficit == null ? null : called ? declared.severity(deficit, need) : 1,
                far == null || deficit == null ? null : Long.valueOf(Math.max(0, deficit - far)),
                far,
                !written ? "unknown" : need == null ? "withheld" : called ? "deficit" : "balanced");
    }

    /** Whether anything at all was written of this kind of service: what nobody wrote is unknown, it is not nobody. */
    private static boolean writes(Map<Cell, Shown> figures, Cell cell) {
        return figures.keySet().stream().anyMatch(other -> other.type().equals(cell.type()));
    }

    private static @Nullable Long people(Map<Cell, Shown> figures, Cell cell) {
        return writes(figures, cell) ? people(figures.getOrDefault(cell, new Shown.Value(0))) : null;
    }

    /** Known where each of the reasons that say so is told. */
    private @Nullable Long outOfReach(Cell cell) {
        long sum = 0;
        for (Line line : month.lines()) {
            if (!line.helped()
                    && line.split() == Split.REASON
                    && NOWHERE.contains(line.part())
                    && line.type().equals(cell.type())
                    && line.group().equals(cell.group())) {
                var people = people(line.people());
                if (people == null) {
                    return null;
                }
                sum += people;
            }
        }
        return sum;
    }

    private static @Nullable Long people(Shown shown) {
        return shown instanceof Shown.Value(long people) ? Long.valueOf(people) : null;
    }
}
