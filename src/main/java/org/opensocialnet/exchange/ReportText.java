package org.opensocialnet.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.intake.IntakeReport.TableCount;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.web.Spreadsheet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an import came to, for the person at the terminal: figures per table, then each kind of problem. */
record ReportText(IntakeReport report, double seconds) {

    private static final String LINE = "%-26s %9s %9s %9s %9s %9s %9s";

    void print(Terminal terminal) {
        terminal.say(LINE.formatted("table", "read", "added", "changed", "unchanged", "gone", "left out"));
        report.tables().forEach(table -> terminal.say(line(table)));
        var total = report.total();
        terminal.say(line(total));
        terminal.say("%,d rows in %.1f s, %,.0f rows/s".formatted(total.read(), seconds, total.read() / seconds));
        problems(terminal);
        if (report.refused()) {
            terminal.warn("Nothing was kept: --strict refuses a file of which rows would be left out.");
        } else {
            terminal.say(report.saved() ? "Kept." : "Nothing was kept.");
        }
    }

    /** Keeps it as a file: every problem a row of a CSV, or all of it in JSON. */
    void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            if (file.toString().endsWith(".json")) {
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValue(out, report);
            } else {
                Spreadsheet.CSV.write(
                        out,
                        "import",
                        List.of("file", "row", "table", "column", "value", "reason", "left out"),
                        report.problems().stream()
                                .map(problem -> Arrays.asList(
                                        problem.file(),
                                        problem.line(),
                                        problem.table(),
                                        problem.column(),
                                        problem.value(),
                                        problem.reason(),
                                        problem.leftOut() ? "yes" : "no")));
            }
        }
    }

    private static String line(TableCount table) {
        return LINE.formatted(
                table.table(),
                "%,d".formatted(table.read()),
                "%,d".formatted(table.added()),
                "%,d".formatted(table.changed()),
                "%,d".formatted(table.unchanged()),
                "%,d".formatted(table.gone()),
                "%,d".formatted(table.leftOut()));
    }

    /** Each kind once, with how often it came and the first of them. */
    private void problems(Terminal terminal) {
        if (report.problemCount() == 0) {
            return;
        }
        terminal.say("%,d problems%s"
                .formatted(
                        report.problemCount(),
                        report.problemCount() > report.problems().size()
                                ? ", of which the first %,d are in the report"
                                        .formatted(report.problems().size())
                                : ""));
        report.problems().stream().collect(Collectors.groupingBy(ReportText::kind)).values().stream()
                .sorted(Comparator.comparing(problems -> -problems.size()))
                .forEach(problems -> {
                    var first = problems.getFirst();
                    terminal.say("  %,6d x %s, first in %s line %d%s"
                            .formatted(
                                    problems.size(),
                                    kind(first),
                                    first.file(),
                                    first.line(),
                                    first.value() == null ? "" : ": \"" + first.value() + "\""));
                });
    }

    private static String kind(IntakeProblem problem) {
        return problem.table()
                + (problem.column() == null ? "" : "." + problem.column())
                + " " + problem.reason().replaceAll("\\d[\\d,]*|\"[^\"]*\"", "…")
                + (problem.leftOut() ? "; the row was left out" : "");
    }
}
