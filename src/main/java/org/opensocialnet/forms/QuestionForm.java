package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/**
 * A question as somebody builds it. Choices and columns are written one on a line, as {@code code | Ελληνικά | English} and
 * {@code name | kind | Ελληνικά | English | means}: quick to type, quick to copy, and readable without a manual.
 */
public final class QuestionForm {

    private static final int LONGEST_LINES = 20_000;

    private final Words t;

    public QuestionForm(Words t) {
        this.t = t;
    }

    /** A form that holds a question as it stands. */
    public Form with(Question question) {
        return Form.fresh(t)
                .with("name", question.name())
                .with("label-el", question.label().greek())
                .with("label-en", question.label().english())
                .with("hint-el", question.hint().greek())
                .with("hint-en", question.hint().english())
                .with("required", question.required() ? "yes" : "")
                .with("least", question.least())
                .with("most", question.most())
                .with("list", question.list())
                .with(
                        "options",
                        question.options().stream()
                                .map(option -> line(
                                        option.code(),
                                        marked(option.label().greek()),
                                        marked(option.label().english())))
                                .collect(Collectors.joining("\n")))
                .with("rows", question.rows())
                .with(
                        "columns",
                        question.columns().stream().map(QuestionForm::line).collect(Collectors.joining("\n")))
                .with("means", question.means())
                .withAll("if", ticked(question.onlyIf()));
    }

    private static List<String> ticked(@Nullable Condition condition) {
        return condition == null
                ? List.of()
                : condition.codes().stream()
                        .map(code -> condition.question() + "=" + code)
                        .toList();
    }

    /** What a question may hang on: each choice of each question before it that brings its own. */
    public List<Choice> conditions(List<Question> deciding) {
        return deciding.stream()
                .flatMap(question -> question.options().stream()
                        .map(option -> new Choice(
                                question.name() + "=" + option.code(),
                                t.of(
                                        "forms.build.if-choice",
                                        question.label().in(t),
                                        option.label().in(t)))))
                .toList();
    }

    private static String line(Question column) {
        var kind = column.kind().name().toLowerCase(Locale.ROOT);
        var choices = !column.list().isEmpty()
                ? column.list()
                : column.options().stream()
                        .map(option ->
                                option.code() + "=" + marked(option.label().greek()) + "/"
                                        + marked(option.label().english()))
                        .collect(Collectors.joining(", "));
        return line(
                column.name(),
                column.required() ? kind + "!" : kind,
                marked(column.label().greek()),
                marked(column.label().english()),
                column.means(),
                choices);
    }

    private static String line(String... cells) {
        return String.join(" | ", cells).replaceAll("( \\| )+$", "").strip();
    }

    /**
     * The question that was typed, with what is wrong said in the form.
     *
     * @param before the question as it stood, which keeps its name; none where it is new
     * @param deciding those before it that it may hang on
     */
    public Question read(Form form, Kind kind, @Nullable Question before, List<String> means, List<Question> deciding) {
        var name = before != null
                ? before.name()
                : form.field("name", t.of("forms.build.name")).required(40);
        if (!Soundness.isName(name) && form.fault("name") == null) {
            form.refuse("name", t.of("forms.fault.name", name));
        }
        var label = new Bilingual(
                form.field("label-el", t.of("forms.build.label-el")).optional(Soundness.LONGEST_LABEL),
                form.field("label-en", t.of("forms.build.label-en")).optional(Soundness.LONGEST_LABEL));
        if (label.blank() && form.fault("label-el") == null) {
            form.refuse("label-el", t.of("workspace.fault.missing", t.of("forms.build.label-el")));
        }
        var hint = new Bilingual(
                form.field("hint-el", t.of("forms.build.hint-el")).optional(Soundness.LONGEST_LABEL),
                form.field("hint-en", t.of("forms.build.hint-en")).optional(Soundness.LONGEST_LABEL));
        var question = Question.of(name, kind, label).hinting(hint).onlyAfter(condition(form, deciding));
        if (form.field("required", t.of("forms.build.required")).ticked() && kind.asks()) {
            question = question.mustBeAnswered();
        }
        if (kind == Kind.NUMBER) {
            question = question.between(
                    form.field("least", t.of("forms.build.least")).number(-1_000_000, 1_000_000),
                    form.field("most", t.of("forms.build.most")).number(-1_000_000, 1_000_000));
        }
        if (kind.chooses()) {
            var list = form.typed("list");
            question = Soundness.isList(list) ? question.offering(list) : question.offering(options(form));
        }
        if (kind == Kind.TABLE) {
            question = question.beginningWith(form.typed("rows")).asking(columns(form, before, means));
        } else if (kind.asks() && !form.typed("means").isEmpty()) {
            question = question.meaning(
                    form.field("means", t.of("forms.build.means")).oneOf(means));
        }
        return question;
    }

    private @Nullable Condition condition(Form form, List<Question> deciding) {
        var ticked = form.field("if", t.of("forms.build.if"))
                .someOf(conditions(deciding).stream().map(Choice::value).toList());
        var about = ticked.stream()
                .map(choice -> choice.substring(0, choice.indexOf('=')))
                .distinct()
                .toList();
        if (about.size() > 1) {
            form.refuse("if", t.of("forms.fault.if"));
        }
        return about.size() != 1
                ? null
                : new Condition(
                        about.getFirst(),
                        ticked.stream()
                                .map(choice -> choice.substring(choice.indexOf('=') + 1))
                                .toList());
    }

    private List<Option> options(Form form) {
        var options = new ArrayList<Option>();
        var lines = form.field("options", t.of("forms.build.options")).required(LONGEST_LINES);
        for (var line : lines.lines().filter(each -> !each.isBlank()).toList()) {
            var cells = cells(line);
            options.add(new Option(cells.getFirst(), bilingual(cells, 1)));
        }
        return options;
    }

    private List<Question> columns(Form form, @Nullable Question before, List<String> means) {
        var columns = new ArrayList<Question>();
        var lines = form.field("columns", t.of("forms.build.columns")).required(LONGEST_LINES);
        for (var line : lines.lines().filter(each -> !each.isBlank()).toList()) {
            var cells = cells(line);
            var word = cells.size() < 2 ? "" : cells.get(1).toLowerCase(Locale.ROOT);
            var kind = kind(word.replace("!", ""));
            var said = cells.size() < 5 ? "" : cells.get(4);
            if (kind == null || !said.isEmpty() && !means.contains(said)) {
                form.refuse("columns", t.of("forms.fault.column", line));
                return List.of();
            }
            var column =
                    Question.of(cells.getFirst(), kind, bilingual(cells, 2)).meaning(said);
            if (kind.chooses()) {
                var list = cells.size() < 6 ? "" : cells.get(5);
                column = Soundness.isList(list) ? column.offering(list) : column.offering(within(list));
            }
            columns.add(kept(word.endsWith("!") ? column.mustBeAnswered() : column, before));
        }
        return columns;
    }

    /** What a line has no room for stays as it was: the help, and between which numbers. */
    private static Question kept(Question column, @Nullable Question table) {
        var before = table == null ? null : table.column(column.name()).orElse(null);
        return before == null || before.kind() != column.kind()
                ? column
                : column.hinting(before.hint()).between(before.least(), before.most());
    }

    /** Choices within a line: {@code yes=Ναι/Yes, no=Όχι/No}. */
    private static List<Option> within(String list) {
        var options = new ArrayList<Option>();
        for (var each : list.split("(?<!\\\\),")) {
            var parts = each.strip().split("(?<!\\\\)[=/]", 3);
            if (!parts[0].isBlank()) {
                options.add(new Option(parts[0].strip(), bilingual(List.of(parts), 1)));
            }
        }
        return options;
    }

    private static @Nullable Kind kind(String word) {
        for (var kind : Kind.values()) {
            if (kind.fitsARow() && kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static Bilingual bilingual(List<String> cells, int from) {
        var greek = cells.size() > from ? cells.get(from) : cells.getFirst();
        return new Bilingual(unmarked(greek), cells.size() > from + 1 ? unmarked(cells.get(from + 1)) : "");
    }

    /** A sign that would part a line gets a stroke before it. */
    private static String marked(String text) {
        return text.replace('\n', ' ').replaceAll("([|,=/\\\\])", "\\\\$1");
    }

    private static String unmarked(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static List<String> cells(String line) {
        return List.of(line.split("(?<!\\\\)\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
