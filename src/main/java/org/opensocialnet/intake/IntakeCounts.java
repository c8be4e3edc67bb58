package org.opensocialnet.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.IntakeReport.TableCount;

/** How many rows of each table came, and how many of them were left out before the merge. */
final class IntakeCounts {

    private static final class Counter {
        long read;
        long leftOut;
    }

    private final Map<String, Counter> counters = new HashMap<>();

    void came(String table) {
        counter(table).read++;
    }

    void leftOut(String table, long rows) {
        counter(table).leftOut += rows;
    }

    private Counter counter(String table) {
        return counters.computeIfAbsent(table, _ -> new Counter());
    }

    /** Together with what the merge made of them; tables of which nothing came and nothing went are not told. */
    List<TableCount> with(List<TableCount> merged) {
        var byTable = new LinkedHashMap<String, TableCount>();
        for (var table : HsdsTable.all()) {
            var counter = counters.getOrDefault(table.name(), new Counter());
            byTable.put(table.name(), new TableCount(table.name(), counter.read, 0, 0, 0, 0, counter.leftOut));
        }
        for (var count : merged) {
            byTable.computeIfPresent(count.table(), (_, read) -> read.plus(count));
        }
        return byTable.values().stream()
                .filter(count -> count.read() + count.added() + count.changed() + count.gone() > 0)
                .toList();
    }
}
