package org.opensocialnet.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a form as XLSForm: one row for each question, groups for pages, repeats for tables. */
final class SurveyOut {

    static final List<String> COLUMNS = List.of(
            "type",
            "name",
            "label::Ελληνικά (el)",
            "label::English (en)",
            "hint::Ελληνικά (el)",
            "hint::English (en)",
            "required",
            "constraint",
            "relevant",
            "appearance",
            "bind::osn:means",
            "bind::osn:rows");

    private static final List<String> CHOICES =
            List.of("list_name", "name", "label::Ελληνικά (el)", "label::English (en)");

    private static final List<String> SETTINGS =
            List.of("form_title", "form_title::English (en)", "form_id", "version", "default_language", "namespaces");

    private final Blueprint form;
    private final Offering offering;
    private final Map<String, List<Option>> lists = new LinkedHashMap<>();

    SurveyOut(Blueprint form, Offering offering) {
        this.form = form;
        this.offering = offering;
    }

    void write(String id, int version, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "OpenSocialNet", "1.0")) {
            var survey = sheet(book, "survey", COLUMNS);
            int line = 1;
            boolean open = false;
            for (var question : form.questions()) {
                if (question.kind() == Kind.SECTION) {
                    if (open) {
                        put(survey, line++, "end_group");
                    }
                    open = true;
                }
                line = write(survey, line, question);
            }
            if (open) {
                put(survey, line, "end_group");
            }
            writeChoices(sheet(book, "choices", CHOICES));
            var settings = sheet(book, "settings", SETTINGS);
            put(
                    settings,
                    1,
                    form.title().greek(),
                    form.title().english(),
                    id,
                    String.valueOf(version),
                    "Ελληνικά (el)",
                    XlsForm.NAMESPACE);
        }
    }

    private static Worksheet sheet(Workbook book, String name, List<String> columns) {
        var sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, 22);
            sheet.inlineString(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        return sheet;
    }

    private static void put(Worksheet sheet, int line, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.inlineString(line, i, cells[i]);
            }
        }
    }

    private int write(Worksheet survey, int line, Question question) {
        put(
                survey,
                line,
                type(question),
                question.name(),
                question.label().greek(),
                question.label().english(),
                question.hint().greek(),
                question.hint().english(),
                question.required() ? "yes" : "",
                constraint(question),
                relevant(question),
                appearance(question),
                question.means(),
                question.rows());
        int next = line + 1;
        if (question.kind() == Kind.TABLE) {
            for (var column : question.columns()) {
                next = write(survey, next, column);
            }
            put(survey, next++, "end_repeat");
        }
        return next;
    }

    private String type(Question question) {
        return switch (question.kind()) {
            case SECTION -> "begin_group";
            case NOTE -> "note";
            case LINE, TEXT, HOURS -> "text";
            case NUMBER -> "integer";
            case ONE -> "select_one " + list(question);
            case MANY -> "select_multiple " + list(question);
            case TABLE -> "begin_repeat";
        };
    }

    private static String relevant(Question question) {
        var onlyIf = question.onlyIf();
        return onlyIf == null ? "" : onlyIf.written();
    }

    private static String appearance(Question question) {
        return switch (question.kind()) {
            case SECTION -> "field-list";
            case TEXT -> "multiline";
            case HOURS -> "osn-hours";
            default -> "";
        };
    }

    private static String constraint(Question question) {
        var least = question.least();
        var most = question.most();
        if (question.kind() != Kind.NUMBER || least == null && most == null) {
            return "";
        }
        var from = least == null ? "" : ". >= " + least;
        var to = most == null ? "" : ". <= " + most;
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    /** Questions that offer the same choices share their list. */
    private String list(Question question) {
        if (!question.list().isEmpty()) {
            var name = XlsForm.LIST + question.list();
            lists.put(name, offering.options(question.list()));
            return name;
        }
        for (var known : lists.entrySet()) {
            if (known.getValue().equals(question.options()) && !known.getKey().startsWith(XlsForm.LIST)) {
                return known.getKey();
            }
        }
        int number = lists.size() + 1;
        lists.put("list_" + number, question.options());
        return "list_" + number;
    }

    private void writeChoices(Worksheet choices) {
        int line = 1;
        for (var list : lists.entrySet()) {
            for (var option : list.getValue()) {
                put(
                        choices,
                        line++,
                        list.getKey(),
                        option.code(),
                        option.label().greek(),
                        option.label().english());
            }
        }
    }
}
