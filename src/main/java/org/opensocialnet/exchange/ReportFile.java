package org.opensocialnet.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.opensocialnet.directory.IntakeReport;
import org.opensocialnet.web.Spreadsheet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import as a file: every problem a row of a CSV, or all of it in JSON. */
final class ReportFile {

    private ReportFile() {}

    static void write(IntakeReport report, Path file) throws IOException {
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
}
