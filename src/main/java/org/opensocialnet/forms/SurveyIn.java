package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.forms.Grid.Line;
import org.opensocialnet.forms.XlsForm.Read;
import org.opensocialnet.forms.XlsForm.Remark;

/**
 * Reads what an XLSForm asks. What this program cannot ask (a photograph, a place on a map, a condition) is left out with a
 * remark, so that nobody finds out from a missing answer.
 */
final class SurveyIn {

    private static final Pattern LEAST = Pattern.compile("\\.\\s*(>=?)\\s*(-?\\d{1,9})");
    private static final Pattern MOST = Pattern.compile("\\.\\s*(<=?)\\s*(-?\\d{1,9})");

    /** What devices note by themselves: nothing anybody is asked. */
    private static final Set<String> SILENT = Set.of(
            "start",
            "end",
            "today",
            "deviceid",
            "username",
            "email",
            "phonenumber",
            "audit",
            "hidden",
            "calculate",
            "subscriberid",
            "simserial",
            "start-geopoint");

    private static final List<String> CONDITIONS =
            List.of("calculation", "choice_filter", "repeat_count", "default", "readonly", "read_only");

    private final Grid grid;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, List<Option>> lists = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    /** The table being read; none outside of one. */
    private @Nullable Question table;

    private final List<Question> columns = new ArrayList<>();
    private final Set<String> columnNames = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final Groups groups = new Groups(questions);

    /** What each question is called here, by what the file calls it. */
    private final Map<String, String> ours = new HashMap<>();

    SurveyIn(Grid grid) {
        this.grid = grid;
    }

    Read read() {
        var rows = grid.sheet("survey");
        if (rows.isEmpty()) {
            return new Read(Optional.empty(), List.of(new Remark(0, "forms.remark.no-survey", "")));
        }
        readLists();
        rows.forEach(this::read);
        closeTable(0);
        var form = new Blueprint(title(), questions);
        var faults = Soundness.faults(form);
        faults.forEach(fault -> remarks.add(new Remark(0, fault.key(), fault.question())));
        return new Read(faults.isEmpty() ? Optional.of(form) : Optional.empty(), remarks);
    }

    private Bilingual title() {
        var settings = grid.sheet("settings");
        if (settings.isEmpty()) {
            return new Bilingual("Ερωτηματολόγιο", "Questionnaire");
        }
        var title = texts(settings.getFirst(), "form_title");
        return title.blank() ? new Bilingual("Ερωτηματολόγιο", "Questionnaire") : title;
    }

    private void readLists() {
        for (var line : grid.sheet("choices")) {
            var list = line.text("list_name").isEmpty() ? line.text("list name") : line.text("list_name");
            var code = line.text("name").isEmpty() ? line.text("value") : line.text("name");
            if (list.isEmpty() || code.isEmpty()) {
                continue;
            }
            var label = texts(line, "label");
            lists.computeIfAbsent(list, _ -> new ArrayList<>())
                    .add(new Option(code, label.blank() ? new Bilingual(code, code) : label));
        }
    }

    private void read(Line line) {
        var type = line.text("type").strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (type.isEmpty() || type.startsWith("#") || SILENT.contains(type.replace(" ", ""))) {
            return;
        }
        var word = type.replaceFirst("^(begin|end) (group|repeat)", "$1_$2").replaceFirst(" .*", "");
        for (var condition : CONDITIONS) {
            if (!line.text(condition).isEmpty()) {
                remarks.add(new Remark(line.number(), "forms.remark.condition", condition));
            }
        }
        switch (word) {
            case "begin_group" -> group(line);
            case "end_group" -> {
                if (table == null) {
                    groups.end();
                }
            }
            case "begin_repeat" -> {
                closeTable(line.number());
                table = question(line, Kind.TABLE, names).beginningWith(line.text("bind::osn:rows"));
            }
            case "end_repeat" -> closeTable(line.number());
            case "note" -> take(line, Kind.NOTE);
            case "text", "string" -> take(line, textKind(line.text("appearance")));
            case "integer", "int" -> take(line, Kind.NUMBER);
            case "decimal", "range" -> {
                remarks.add(new Remark(line.number(), "forms.remark.whole", line.text("name")));
                take(line, Kind.NUMBER);
            }
            case "date", "time", "datetime" -> {
                remarks.add(new Remark(line.number(), "forms.remark.as-text", line.text("name")));
                take(line, Kind.LINE);
            }
            case "select_one", "select_multiple", "select" -> choice(line, type, word);
            default -> remarks.add(new Remark(line.number(), "forms.remark.left-out", line.text("type")));
        }
    }

    private static Kind textKind(String appearance) {
        return appearance.contains("osn-hours") ? Kind.HOURS : appearance.contains("multiline") ? Kind.TEXT : Kind.LINE;
    }

    /** Groups are pages; one inside of a table only holds its questions together, and is passed over. */
    private void group(Line line) {
        if (table == null) {
            take(line, Kind.SECTION);
        } else {
            remarks.add(new Remark(line.number(), "forms.remark.left-out", line.text("type")));
        }
    }

    private void choice(Line line, String type, String word) {
        var written = line.text("type").strip().replaceAll("\\s+", " ");
        var list = written.replaceFirst("(?i)^select(_one|_multiple| one| multiple)( from)? ?", "")
                .replaceFirst(" or_other$", "");
        boolean many = word.equals("select_multiple") || type.startsWith("select multiple");
        var question = question(line, many ? Kind.MANY : Kind.ONE, table == null ? names : columnNames);
        var ours = list.startsWith(XlsForm.LIST) ? list.substring(XlsForm.LIST.length()) : "";
        add(Soundness.isList(ours) ? question.offering(ours) : question.offering(lists.getOrDefault(list, List.of())));
    }

    private void take(Line line, Kind kind) {
        if (table != null && !kind.fitsARow()) {
            remarks.add(new Remark(line.number(), "forms.remark.left-out", line.text("name")));
            return;
        }
        var question = question(line, kind, table == null ? names : columnNames);
        if (kind == Kind.NUMBER) {
            var constraint = line.text("constraint");
            question = question.between(
                    bound(LEAST.matcher(constraint), 1, ">"), bound(MOST.matcher(constraint), -1, "<"));
        }
        add(question);
    }

    private void add(Question question) {
        (table == null ? questions : columns).add(question);
    }

    private static @Nullable Integer bound(Matcher found, int step, String strict) {
        if (!found.find()) {
            return null;
        }
        int number = Integer.parseInt(found.group(2));
        return found.group(1).equals(strict) ? Integer.valueOf(number + step) : Integer.valueOf(number);
    }

    private void closeTable(int row) {
        var open = table;
        table = null;
        if (open != null && columns.isEmpty()) {
            remarks.add(new Remark(row, "forms.remark.left-out", open.name()));
        } else if (open != null) {
            questions.add(open.asking(columns));
        }
        columns.clear();
        columnNames.clear();
    }

    private Question question(Line line, Kind kind, Set<String> taken) {
        var given = line.text("name");
        var name = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_").replaceFirst("^[^a-z]+", "");
        if (name.isEmpty()) {
            name = "question";
        }
        name = name.substring(0, Math.min(36, name.length()));
        var free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        boolean inRow = taken == columnNames;
        if (!inRow) {
            ours.put(given, free);
        }
        if (!free.equals(given)) {
            remarks.add(new Remark(line.number(), "forms.remark.renamed", given + " → " + free));
        }
        var label = texts(line, "label");
        var question = Question.of(free, kind, label.blank() ? new Bilingual(given, given) : label)
                .hinting(texts(line, "hint"))
                .meaning(line.text("bind::osn:means"))
                .onlyAfter(inRow ? conditionOfARow(line) : condition(line, kind));
        var required = line.text("required").toLowerCase(Locale.ROOT);
        boolean must = kind.asks() && required.matches("yes|true|true\\(\\)|1");
        return must ? question.mustBeAnswered() : question;
    }

    private @Nullable Condition conditionOfARow(Line line) {
        if (!line.text("relevant").isEmpty()) {
            remarks.add(new Remark(line.number(), "forms.remark.condition", "relevant"));
        }
        return null;
    }

    /** What is kept are choices of one question that stands before; of a condition within another the inner one. */
    private @Nullable Condition condition(Line line, Kind kind) {
        var text = line.text("relevant");
        var own = Condition.read(text)
                .map(one -> new Condition(ours.getOrDefault(one.question(), ""), one.codes()))
                .filter(one -> questions.stream()
                        .filter(Question::decides)
                        .filter(other -> other.name().equals(one.question()))
                        .anyMatch(other -> other.options().stream()
                                .map(Option::code)
                                .toList()
                                .containsAll(one.codes())));
        boolean within = groups.around().isPresent() && (kind == Kind.SECTION || groups.loose());
        if (own.isEmpty() && !text.isEmpty()) {
            remarks.add(new Remark(line.number(), "forms.remark.condition", "relevant"));
        } else if (own.isPresent() && within) {
            remarks.add(new Remark(line.number(), "forms.remark.condition-within", text));
        }
        return (kind == Kind.SECTION ? groups.begin(own) : groups.here(own)).orElse(null);
    }

    /** A text in the languages its columns name; where they name none, letters tell which it is. */
    private Bilingual texts(Line line, String of) {
        var greek = "";
        var english = "";
        for (var cell : line.cells().entrySet()) {
            var heading = cell.getKey().replaceAll("\\s*:+\\s*", "::");
            if (heading.equals(of)) {
                boolean hasGreek =
                        cell.getValue().codePoints().anyMatch(c -> c >= 'Ͱ' && c <= 'Ͽ' || c >= 'ἀ' && c <= '῿');
                greek = hasGreek && greek.isEmpty() ? cell.getValue() : greek;
                english = !hasGreek && english.isEmpty() ? cell.getValue() : english;
            } else if (heading.startsWith(of + "::")) {
                var language = heading.substring(of.length() + 2).strip();
                if (language.equals(XlsForm.GREEK) || language.matches("el|greek.*|ελλ.*|.*\\(el\\)")) {
                    greek = cell.getValue();
                } else if (language.equals(XlsForm.ENGLISH) || language.matches("en|english.*|.*\\(en\\)")) {
                    english = cell.getValue();
                } else {
                    remarks.add(new Remark(line.number(), "forms.remark.language", language));
                }
            }
        }
        return new Bilingual(greek, english);
    }
}
