package org.opensocialnet.drafts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.Difference.Kind;
import org.springframework.stereotype.Component;

/** Looks whether what was changed once is still so: only that can be taken back without losing what came later. */
@Component
public class Standing {

    /** What has become of a changed value. */
    public enum State {

        /** It is as it was changed. */
        STANDS,

        /** It is as it was before, or its record is out of use: there is nothing to take back. */
        BACK,

        /** Somebody has changed it again. */
        CHANGED
    }

    /** One changed value and what stands there today. */
    public record Value(
            Difference difference, State state, @Nullable String today) {}

    private static final int AT_ONCE = 1_000;

    private final WholeRecords records;

    Standing(WholeRecords records) {
        this.records = records;
    }

    /** Each difference with what has become of it, in the same order. */
    public List<Value> of(List<Difference> differences) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        differences.forEach(each ->
                ids.computeIfAbsent(each.table(), _ -> new LinkedHashSet<>()).add(each.id()));
        var rows = new HashMap<String, Map<UUID, RecordRow>>();
        ids.forEach((table, some) -> rows.put(table, read(table, List.copyOf(some))));
        return differences.stream()
                .map(each ->
                        value(each, rows.getOrDefault(each.table(), Map.of()).get(each.id())))
                .toList();
    }

    private Map<UUID, RecordRow> read(String table, List<UUID> ids) {
        var rows = new HashMap<UUID, RecordRow>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            records.rows(table, "id", some).forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private static Value value(Difference difference, @Nullable RecordRow row) {
        boolean root = HsdsTable.named(difference.table()).orElseThrow().root();
        if (difference.column().equals(Amendments.IN_USE)) {
            boolean there = row != null && !row.gone();
            boolean came = difference.kind() == Kind.ADDED;
            return new Value(difference, there == came ? State.STANDS : State.BACK, null);
        }
        if (row == null) {
            return new Value(difference, difference.kind() == Kind.REMOVED ? State.STANDS : State.BACK, null);
        }
        var today = row.value(difference.column());
        if (difference.kind() == Kind.ADDED && root && row.gone() || difference.kind() == Kind.REMOVED && !root) {
            return new Value(difference, State.BACK, today);
        }
        var state = same(today, difference.after())
                ? State.STANDS
                : same(today, difference.before()) ? State.BACK : State.CHANGED;
        return new Value(difference, state, today);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one == null ? "" : one, other == null ? "" : other);
    }

    /** The values of some that are in a state. */
    public static List<Difference> in(State state, List<Value> values) {
        var found = new ArrayList<Difference>();
        values.stream().filter(value -> value.state() == state).forEach(value -> found.add(value.difference()));
        return found;
    }
}
