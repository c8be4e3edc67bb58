package org.opensocialnet.drafts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.drafts.Section.Shape;
import org.opensocialnet.drafts.SectionForm.Cell;
import org.opensocialnet.drafts.SectionForm.Entry;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the form of one part of a record, and reads what comes back as edits. */
@Component
public class SectionForms {

    private static final int MOST_ROWS = 200;

    private final Offered offered;
    private final Sheets sheets;
    private final FieldWords words;

    SectionForms(Offered offered, Sheets sheets, FieldWords words) {
        this.offered = offered;
        this.sheets = sheets;
        this.words = words;
    }

    /** What was sent: the form, to be shown again where something is wrong, and what of it is a change. */
    public record Filled(SectionForm form, List<Edit> edits) {}

    /** The form as the record stands in the draft. */
    public SectionForm open(Section section, Sheet wanted, Words t) {
        var form = Form.fresh(t);
        if (section.shape() == Shape.WORDS) {
            form.withAll(SectionForm.WORDS, ticked(section, wanted, t));
            return new SectionForm(section, form, List.of(), offered.groups(t, section.vocabulary()));
        }
        var entries = entries(section, wanted, t);
        for (var entry : entries) {
            entry.cells().forEach(cell -> form.with(cell.name(), cell.was()));
        }
        return new SectionForm(section, form, entries, List.of());
    }

    /** Reads what was sent against what is published, what the draft has, and what the form had shown. */
    public Filled read(
            Section section, Sheet published, Optional<Draft> draft, MultiValueMap<String, String> typed, Words t) {
        var edits = draft.map(Draft::edits).orElse(List.of());
        var wanted = published.with(edits);
        var form = Form.sent(typed, t);
        return section.shape() == Shape.WORDS
                ? readWords(section, wanted, form, t)
                : readRows(section, published, wanted, edits, form, t);
    }

    private Filled readWords(Section section, Sheet wanted, Form form, Words t) {
        var groups = offered.groups(t, section.vocabulary());
        var known = groups.stream()
                .flatMap(group -> group.choices().stream())
                .map(Choice::value)
                .toList();
        var chosen = form.field(SectionForm.WORDS, t.of(section.key())).someOf(known);
        var before = ticked(section, wanted, t);
        var edits = new ArrayList<Edit>();
        var kind = wanted.subject().kind().table();
        for (var term : form.sound() ? chosen : List.<String>of()) {
            if (!before.contains(term)) {
                var row = Uuid7.next();
                edits.add(Edit.coming("attribute", row));
                edits.add(Edit.of(
                        "attribute", row, "link_id", null, wanted.subject().id().toString()));
                edits.add(Edit.of("attribute", row, "link_entity", null, kind));
                edits.add(Edit.of("attribute", row, "taxonomy_term_id", null, term));
            }
        }
        for (var line : form.sound() ? wanted.kept("attribute") : List.<Line>of()) {
            var term = line.text("taxonomy_term_id");
            if (known.contains(term) && !chosen.contains(term)) {
                edits.add(Edit.going("attribute", line.id()));
            }
        }
        return new Filled(new SectionForm(section, form, List.of(), groups), edits);
    }

    private List<String> ticked(Section section, Sheet wanted, Words t) {
        var known = new HashSet<String>();
        offered.groups(t, section.vocabulary())
                .forEach(group -> group.choices().forEach(choice -> known.add(choice.value())));
        return wanted.kept("attribute").stream()
                .map(line -> line.text("taxonomy_term_id"))
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private List<Entry> entries(Section section, Sheet wanted, Words t) {
        var entries = new ArrayList<Entry>();
        if (section.shape() == Shape.RECORD) {
            var root = wanted.root();
            if (root == null) {
                throw Refusal.notFound("drafts.record.unknown");
            }
            entries.add(entry(section, wanted, t, 0, root.id(), root));
            return entries;
        }
        for (var line : wanted.kept(section.table())) {
            entries.add(entry(section, wanted, t, entries.size(), line.id(), line));
        }
        entries.add(entry(section, wanted, t, entries.size(), Uuid7.next(), null));
        return entries;
    }

    private Entry entry(Section section, Sheet sheet, Words t, int number, UUID id, @Nullable Line line) {
        var cells = new ArrayList<Cell>();
        for (var blank : section.blanks()) {
            var value = line == null ? fallback(section.table(), blank.column()) : line.value(blank.column());
            var choices = choices(t, section, blank, sheet, value);
            boolean both = blank.translated();
            cells.add(cell(t, number, blank, blank.column(), both ? "el" : null, value, choices));
            if (both) {
                var english = blank.column() + "@en";
                cells.add(cell(t, number, blank, english, "en", line == null ? null : line.value(english), List.of()));
            }
        }
        var title = line == null ? t.of("drafts.entry.new") : words.summary(t, sheet, line);
        return new Entry(number, id, line == null || line.fresh(), line != null, title, cells);
    }

    /** What is offered, and what is there even where it is not offered any more. */
    private List<Choice> choices(Words t, Section section, Blank blank, Sheet sheet, @Nullable String value) {
        var choices = offered.of(t, section.table(), blank, sheet);
        if (choices.isEmpty() && !isChoice(blank)
                || value == null
                || choices.stream().anyMatch(choice -> choice.value().equals(value))) {
            return choices;
        }
        var more = new ArrayList<>(choices);
        more.add(new Choice(value, words.value(t, section.table(), blank.column(), value)));
        return more;
    }

    static boolean isChoice(Blank blank) {
        return switch (blank.input()) {
            case CHOICE, YES_NO, LANGUAGE, PLACE, UNIT, GROUP, PROGRAM, FUNDING -> true;
            default -> false;
        };
    }

    private Cell cell(
            Words t,
            int number,
            Blank blank,
            String column,
            @Nullable String lang,
            @Nullable String value,
            List<Choice> choices) {
        var label = lang == null
                ? t.of(blank.key())
                : t.of(lang.equals("el") ? "drafts.label.greek" : "drafts.label.english", t.of(blank.key()));
        return new Cell(
                "r" + number + "-" + column.replace('@', '-'),
                column,
                blank,
                label,
                blank.hint() == null || "en".equals(lang) ? null : t.of(blank.hint()),
                lang,
                Typing.shown(blank, value),
                choices);
    }

    private static @Nullable String fallback(String table, String column) {
        return HsdsTable.named(table)
                .flatMap(known -> known.column(column))
                .map(HsdsColumn::fallback)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private Filled readRows(Section section, Sheet published, Sheet wanted, List<Edit> drafted, Form form, Words t) {
        var entries = new ArrayList<Entry>();
        var edits = new ArrayList<Edit>();
        for (int number = 0; number < MOST_ROWS && !form.typed("r" + number).isEmpty(); number++) {
            var id = form.field("r" + number, "").id();
            var line = wanted.line(section.table(), id);
            boolean stranger = line == null && (section.shape() == Shape.RECORD || sheets.exists(section.table(), id));
            if (stranger) {
                throw Refusal.notFound("drafts.record.unknown");
            }
            var entry = entry(section, wanted, t, number, id, line);
            var shown = shownBefore(entry, form);
            entries.add(shown);
            readRow(section, published, line, drafted, shown, form, t, edits);
        }
        return new Filled(new SectionForm(section, form, entries, List.of()), edits);
    }

    /** What the sender saw, which may be older than what is there now. */
    private static Entry shownBefore(Entry entry, Form form) {
        var cells = entry.cells().stream()
                .map(cell -> new Cell(
                        cell.name(),
                        cell.column(),
                        cell.blank(),
                        cell.label(),
                        cell.hint(),
                        cell.lang(),
                        form.typed("was-" + cell.name()),
                        cell.choices()))
                .toList();
        return new Entry(entry.number(), entry.id(), entry.added(), entry.saved(), entry.title(), cells);
    }

    private void readRow(
            Section section,
            Sheet published,
            @Nullable Line line,
            List<Edit> drafted,
            Entry entry,
            Form form,
            Words t,
            List<Edit> edits) {
        if (line != null && form.has(entry.prefix() + "-gone", "yes")) {
            edits.add(Edit.going(section.table(), entry.id()));
            return;
        }
        boolean untouched = entry.cells().stream().allMatch(cell -> cell.was().equals(form.typed(cell.name())));
        if (untouched) {
            return;
        }
        if (line == null) {
            edits.addAll(coming(section, published, entry.id()));
        }
        for (var cell : entry.cells()) {
            boolean changed = !cell.was().equals(form.typed(cell.name()));
            if (!changed && line != null) {
                continue;
            }
            var value = Typing.value(
                    form, t, cell.name(), cell.label(), cell.blank(), cell.choices(), required(section, cell));
            if (changed || value != null) {
                var was = line == null ? null : was(published, drafted, section.table(), entry.id(), cell);
                edits.add(Edit.of(section.table(), entry.id(), cell.column(), was, value));
            }
        }
    }

    private static List<Edit> coming(Section section, Sheet published, UUID id) {
        var subject = published.subject();
        return List.of(
                Edit.coming(section.table(), id),
                Edit.of(
                        section.table(),
                        id,
                        subject.kind().table() + "_id",
                        null,
                        subject.id().toString()));
    }

    private static boolean required(Section section, Cell cell) {
        return !"en".equals(cell.lang())
                && HsdsTable.named(section.table())
                        .flatMap(table -> table.column(cell.column()))
                        .map(column -> column.required()
                                || column.fallback() != null
                                        && !column.fallback().isEmpty())
                        .orElse(false);
    }

    /** What the field was when it was first changed: as the draft remembers, else as the form had shown it. */
    private static @Nullable String was(Sheet published, List<Edit> drafted, String table, UUID row, Cell cell) {
        for (var edit : drafted) {
            if (edit.table().equals(table)
                    && edit.row().equals(row)
                    && edit.column().equals(cell.column())) {
                return edit.was();
            }
        }
        var line = published.line(table, row);
        var there = line == null ? null : line.value(cell.column());
        return Objects.equals(Typing.shown(cell.blank(), there), cell.was())
                ? there
                : Typing.kept(cell.blank(), cell.was());
    }
}
