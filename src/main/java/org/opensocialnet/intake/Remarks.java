package org.opensocialnet.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;

/** What is said once of a file, and leaves no row out: tables and columns that are ignored, values nobody reckons with. */
final class Remarks {

    private final Set<IntakeProblem> all = new HashSet<>();

    int count() {
        return all.size();
    }

    List<IntakeProblem> first(int most) {
        return all.stream()
                .sorted(Comparator.comparing(IntakeProblem::toString))
                .limit(Math.max(0, most))
                .toList();
    }

    void unknownTable(RowOrigin origin, String table) {
        remark(origin, table, null, "is no table of the directory; its rows are ignored");
    }

    void unknownColumns(HsdsTable table, RowOrigin origin, Map<String, String> values) {
        for (var name : values.keySet()) {
            if (table.column(name).isEmpty() && all.size() < IntakeReport.PROBLEMS_KEPT) {
                remark(origin, table.name(), name, "is no column of this table and is ignored");
            }
        }
    }

    void addAll(Collection<IntakeProblem> more) {
        all.addAll(more);
    }

    private void remark(RowOrigin origin, String table, @Nullable String column, String reason) {
        all.add(new IntakeProblem(origin.file(), 0, table, column, null, reason, false));
    }
}
