package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/**
 * One page of a form between two sendings: shows what was answered, and reads what was typed. What is wrong is said in the
 * form beside it and read all the same, so that a page may be kept half filled in.
 */
public final class Filling {

    public static final int LONGEST_LINE = 300;
    public static final int LONGEST_TEXT = 10_000;

    /** More rows are no answer of a person. */
    public static final int MOST_ROWS = 60;

    private final Blueprint.Page page;
    private final Offering offering;
    private final Words t;

    public Filling(Blueprint.Page page, Offering offering, Words t) {
        this.page = page;
        this.offering = offering;
        this.t = t;
    }

    /** A form that holds what was answered. */
    public Form with(Entries entries) {
        return with(Form.fresh(t), entries);
    }

    /** The same in a form that holds something else already. */
    public Form with(Form form, Entries entries) {
        for (var question : page.asking()) {
            if (question.kind() == Kind.TABLE) {
                for (var row : rows(question, entries)) {
                    columns(question, row)
                            .forEach(column -> put(form, column, spot(question, row.key(), column), entries));
                }
            } else {
                put(form, question, Spot.of(question.name()), entries);
            }
        }
        return form;
    }

    private static void put(Form form, Question question, Spot spot, Entries entries) {
        if (question.kind() == Kind.MANY) {
            form.withAll(spot.field(), entries.codes(spot));
        } else {
            form.with(spot.field(), entries.text(spot));
        }
    }

    /** What the page shows; a table has its known rows, those that were added, and one to add. */
    public List<Shown> shown(Entries entries) {
        var shown = new ArrayList<Shown>();
        for (var question : page.questions()) {
            var rows = new ArrayList<Shown.Row>();
            if (question.kind() == Kind.TABLE) {
                for (var row : rows(question, entries)) {
                    var inputs = columns(question, row).stream()
                            .map(column -> input(
                                    column,
                                    spot(question, row.key(), column).field(),
                                    column.label().in(t)))
                            .toList();
                    boolean saved = entries.rows(question.name()).contains(row.key());
                    rows.add(new Shown.Row(rows.size() + 1, row.key(), row.caption(), saved, inputs));
                }
            }
            shown.add(new Shown(question.kind(), input(question, question.name(), label(question)), rows));
        }
        return shown;
    }

    private List<Question> columns(Question table, Offering.Row row) {
        return table.columns().stream()
                .filter(column -> offering.asks(row, column))
                .toList();
    }

    private Shown.Input input(Question question, String field, String label) {
        var choices = question.kind().chooses()
                ? offering.of(question).stream()
                        .map(option -> new Choice(option.code(), option.label().in(t)))
                        .toList()
                : List.<Choice>of();
        return new Shown.Input(question.kind(), field, label, question.hint().in(t), choices);
    }

    /** In a table rows may be left empty, so that its questions do not say so each by itself. */
    private String label(Question question) {
        var label = question.label().in(t);
        return question.required() || !question.kind().asks() ? label : t.of("forms.optional", label);
    }

    private List<Offering.Row> rows(Question table, Entries entries) {
        var rows = new LinkedHashMap<String, Offering.Row>();
        if (!table.rows().isEmpty()) {
            offering.rows(table.rows()).forEach(row -> rows.put(row.key(), row));
        }
        var keys = new LinkedHashSet<>(entries.rows(table.name()));
        keys.forEach(key -> rows.putIfAbsent(key, new Offering.Row(key, "")));
        int free = 1;
        while (rows.containsKey(String.valueOf(free))) {
            free++;
        }
        if (rows.size() < MOST_ROWS) {
            rows.put(String.valueOf(free), new Offering.Row(String.valueOf(free), ""));
        }
        return List.copyOf(rows.values());
    }

    private static Spot spot(Question table, String row, Question column) {
        return new Spot(table.name(), row, column.name());
    }

    /** What was typed, with what is wrong said in the form. */
    public Entries read(Form form, Entries before) {
        var texts = new LinkedHashMap<Spot, String>();
        for (var question : page.asking()) {
            if (question.kind() == Kind.TABLE) {
                readTable(question, form, before, texts);
            } else {
                read(question, Spot.of(question.name()), form, question.required(), texts);
            }
        }
        return new Entries(texts);
    }

    private void readTable(Question table, Form form, Entries before, Map<Spot, String> texts) {
        boolean any = false;
        for (var row : rows(table, before)) {
            boolean typed = columns(table, row).stream()
                    .anyMatch(column -> form.all(spot(table, row.key(), column).field()).stream()
                            .anyMatch(value -> !value.isBlank()));
            any |= typed;
            for (var column : columns(table, row)) {
                read(column, spot(table, row.key(), column), form, typed && column.required(), texts);
            }
        }
        if (table.required() && !any) {
            var rows = rows(table, before);
            var first = spot(table, rows.getFirst().key(), table.columns().getFirst());
            form.refuse(
                    first.field(), t.of("workspace.fault.missing", table.label().in(t)));
        }
    }

    private void read(Question question, Spot spot, Form form, boolean required, Map<Spot, String> texts) {
        var label = question.label().in(t);
        var field = form.field(spot.field(), label);
        var text = form.typed(spot.field()).strip();
        switch (question.kind()) {
            case LINE -> field.optional(LONGEST_LINE);
            case TEXT -> field.optional(LONGEST_TEXT);
            case HOURS -> {
                field.optional(LONGEST_TEXT);
                text = text.replaceAll("\\s+", " ");
            }
            case NUMBER -> {
                var least = question.least();
                var most = question.most();
                field.number(least == null ? 0 : least, most == null ? 1_000_000 : most);
            }
            case ONE -> {
                if (!text.isEmpty()) {
                    field.oneOf(codes(question));
                }
            }
            case MANY -> text = String.join(" ", field.someOf(codes(question)));
            case SECTION, NOTE, TABLE -> {}
        }
        if (required && text.isEmpty()) {
            form.refuse(spot.field(), t.of("workspace.fault.missing", label));
        }
        if (text.length() <= LONGEST_TEXT) {
            texts.put(spot, text);
        }
    }

    private List<String> codes(Question question) {
        return offering.of(question).stream().map(Option::code).toList();
    }
}
