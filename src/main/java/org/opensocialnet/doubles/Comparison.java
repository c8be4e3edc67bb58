package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opensocialnet.directory.Subject.Kind;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Lays two records side by side: the fields in which they differ, and what hangs on each. */
@Component
class Comparison {

    /** Bookkeeping, and what a merger does not decide. */
    private static final Set<String> UNSAID = Set.of(
            "last_modified",
            "organization_id",
            "assurer_email",
            "external_identifier",
            "external_identifier_type",
            "tax_status");

    /** What hangs on records and can be taken from either or both; services at places always come along. */
    private static final List<String> GROUPS = List.of(
            "phone",
            "address",
            "contact",
            "schedule",
            "language",
            "url",
            "accessibility",
            "required_document",
            "cost_option",
            "service_area",
            "service_capacity",
            "funding",
            "attribute",
            "organization_identifier");

    private final FieldWords words;

    Comparison(FieldWords words) {
        this.words = words;
    }

    /** One field that they say differently; one may say nothing. */
    record Field(String column, String label, String left, String right) {}

    /** Rows that hang on them, one line each. */
    record Group(String table, String label, List<String> left, List<String> right) {}

    /** What they agree on, in a line each. */
    record Same(String label, String value) {}

    List<Field> fields(Side left, Side right, Words t) {
        var table = left.kept().subject().kind().table();
        return columns(left, right).stream()
                .filter(column -> !left.root().text(column).equals(right.root().text(column)))
                .map(column -> new Field(
                        column,
                        words.label(t, table, column),
                        value(t, table, column, left),
                        value(t, table, column, right)))
                .toList();
    }

    List<Same> same(Side left, Side right, Words t) {
        var table = left.kept().subject().kind().table();
        return columns(left, right).stream()
                .filter(column -> left.root().text(column).equals(right.root().text(column)))
                .map(column -> new Same(words.label(t, table, column), value(t, table, column, left)))
                .toList();
    }

    private String value(Words t, String table, String column, Side side) {
        return words.value(t, table, column.replaceFirst("@.*", ""), side.root().value(column));
    }

    private static List<String> columns(Side left, Side right) {
        var columns = new LinkedHashSet<String>();
        columns.add("name");
        columns.addAll(new java.util.TreeSet<>(left.root().values().keySet()));
        columns.addAll(new java.util.TreeSet<>(right.root().values().keySet()));
        columns.removeAll(UNSAID);
        if (left.root().value("name") == null && right.root().value("name") == null) {
            columns.remove("name");
        }
        return List.copyOf(columns);
    }

    /** Only where both have some and they are not the same, or the one that goes has some. */
    List<Group> groups(Side left, Side right, Words t) {
        var groups = new ArrayList<Group>();
        for (var table : GROUPS) {
            var ours = lines(left, table, t);
            var theirs = lines(right, table, t);
            if (!ours.isEmpty() || !theirs.isEmpty()) {
                groups.add(new Group(table, words.label(t, table, table), ours, theirs));
            }
        }
        return groups;
    }

    private List<String> lines(Side side, String table, Words t) {
        return rows(side, table).stream()
                .map(line -> words.summary(t, side.sheet(), line))
                .toList();
    }

    /** The rows of a table that hang on the record itself, not on its being somewhere. */
    static List<Line> rows(Side side, String table) {
        var owner = owner(side.kept().subject().kind(), table);
        return side.sheet().kept(table).stream()
                .filter(line -> line.is(owner, side.kept().id().toString()))
                .toList();
    }

    /** The column by which a row hangs on a record. */
    static String owner(Kind kind, String table) {
        return table.equals("attribute") ? "link_id" : kind.table() + "_id";
    }
}
