package org.opensocialnet.directory;

import java.util.List;
import java.util.Optional;

/**
 * One table of the directory, under its HSDS name. Checks of an import, exports and documentation derive from
 * this one definition; a test holds it against the database and against the HSDS schemas.
 *
 * @param root the record stands for itself: when its source no longer has it, it becomes inactive (gone_at);
 *     rows of other tables hang on a root and are deleted
 * @param ours the whole table is beyond HSDS 3.1
 */
public record HsdsTable(String name, boolean root, boolean ours, List<HsdsColumn> columns) {

    public HsdsTable {
        columns = List.copyOf(columns);
    }

    /** All tables, each after those it refers to. */
    public static List<HsdsTable> all() {
        return HsdsTables.IN_LOAD_ORDER;
    }

    public static Optional<HsdsTable> named(String name) {
        return Optional.ofNullable(HsdsTables.BY_NAME.get(name));
    }

    public Optional<HsdsColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The columns of HSDS 3.1 itself, in the specification's order. */
    public List<HsdsColumn> hsdsColumns() {
        return columns.stream().filter(column -> !column.ours()).toList();
    }

    /** The columns its public view has, beside record_source and, for a root, gone_at. */
    public List<HsdsColumn> publishedColumns() {
        return columns.stream().filter(HsdsColumn::published).toList();
    }

    /** The view that other rooms read. */
    public String publicView() {
        return "directory.public_" + name;
    }

    /** The columns that name the records a row hangs on. */
    public List<HsdsColumn> owners() {
        return columns.stream().filter(HsdsColumn::owner).toList();
    }
}
