package org.opensocialnet.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;

/**
 * The rows of one table that an export holds. Records gone from their source stay behind, with all that hangs on
 * them; what only mentions one loses the mention. So every reference in the files finds its record.
 *
 * @param gone the kinds of records of which some are gone
 * @param source whose rows; nothing means everybody's
 */
record Exported(
        HsdsTable table, List<HsdsTable> gone, @Nullable String source) {

    /** Words that records of any source use. */
    private static final Set<String> SHARED = Set.of("taxonomy", "taxonomy_term", "unit");

    boolean isShared() {
        return SHARED.contains(table.name());
    }

    String sql() {
        var columns = table.publishedColumns().stream().map(Exported::value).collect(Collectors.joining(", "));
        var conditions = conditions();
        return "select %s from %s r%s order by r.id"
                .formatted(
                        columns,
                        table.publicView(),
                        conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private List<String> conditions() {
        var conditions = new ArrayList<String>();
        if (source != null && !isShared()) {
            conditions.add("r.record_source = ?");
        }
        stays(conditions, table, "r", 0);
        return conditions;
    }

    /** It is not gone itself, nor does it hang on what is. */
    private void stays(List<String> conditions, HsdsTable of, String row, int depth) {
        if (gone.contains(of)) {
            conditions.add(row + ".gone_at is null");
        }
        if (of.name().equals("attribute") || of.name().equals("metadata")) {
            var link = row + (of.name().equals("attribute") ? ".link_id" : ".resource_id");
            gone.forEach(
                    root -> conditions.add("not exists (select from %s g where g.id = %s and g.gone_at is not null)"
                            .formatted(root.publicView(), link)));
        }
        for (var column : of.publishedColumns()) {
            var target = column.references() == null
                    ? null
                    : HsdsTable.named(column.references()).orElseThrow();
            if (target != null && !target.equals(of) && (column.required() || column.owner())) {
                var inner = new ArrayList<String>();
                var name = row + (depth + 1);
                stays(inner, target, name, depth + 1);
                if (!inner.isEmpty()) {
                    conditions.add(
                            "(%1$s.%2$s is null or exists (select from %3$s %4$s where %4$s.id = %1$s.%2$s and %5$s))"
                                    .formatted(
                                            row,
                                            quoted(column),
                                            target.publicView(),
                                            name,
                                            String.join(" and ", inner)));
                }
            }
        }
    }

    /** A column as text that an import reads back. */
    private static String value(HsdsColumn column) {
        var name = "r." + quoted(column);
        if (column.references() != null && !column.required() && !column.owner()) {
            var target = HsdsTable.named(column.references()).orElseThrow();
            return "(select m.id from %s m where m.id = %s%s)"
                    .formatted(target.publicView(), name, target.root() ? " and m.gone_at is null" : "");
        }
        return switch (column.type()) {
            case MOMENT -> "to_json(" + name + ") #>> '{}'";
            case JSON -> "nullif(" + name + ", '{}')::text";
            case YES_NO -> name + "::text";
            default -> name;
        };
    }

    private static String quoted(HsdsColumn column) {
        return '"' + column.name() + '"';
    }
}
