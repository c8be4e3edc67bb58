package org.opensocialnet.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.shortfall.Figure;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same view as a file: one row for each cell, what is not told left empty with its reason, every column defined. */
@Controller
@RequestMapping(View.PATH)
class CoverageFiles {

    private final CoverageDesk desk;

    CoverageFiles(CoverageDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/matrix.csv")
    void csv(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, HttpServletResponse response)
            throws IOException {
        write(Spreadsheet.CSV, desk.open(Form.sent(typed, t), me, t), t, response);
    }

    @GetMapping("/matrix.xlsx")
    void xlsx(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, HttpServletResponse response)
            throws IOException {
        write(Spreadsheet.XLSX, desk.open(Form.sent(typed, t), me, t), t, response);
    }

    @GetMapping("/definitions.csv")
    void definitions(SignedIn me, Words t, HttpServletResponse response) throws IOException {
        head(Spreadsheet.CSV, "coverage-definitions", response);
        Spreadsheet.CSV.write(
                response.getOutputStream(),
                t.of("coverage.how"),
                List.of("column", t.of("coverage.file.name"), t.of("coverage.file.definition")),
                Arrays.stream(Column.values())
                        .map(column -> List.of(column.code(), column.name(t), column.definition(t))));
    }

    private static void write(Spreadsheet kind, Opened open, Words t, HttpServletResponse response) throws IOException {
        head(kind, "coverage-" + open.view().day(), response);
        kind.write(
                response.getOutputStream(),
                t.of("coverage.entry"),
                Arrays.stream(Column.values()).map(Column::code).toList(),
                rows(open));
    }

    private static void head(Spreadsheet kind, String name, HttpServletResponse response) {
        response.setContentType(kind.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, kind.extension()));
    }

    private static Stream<List<@Nullable Object>> rows(Opened open) {
        return Matrix.of(open.now(), open.earlier(), open.view(), open.zones()).rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(read -> !read.isBlank())
                .map(read -> row(open, read));
    }

    private static List<@Nullable Object> row(Opened open, Read read) {
        var words = open.words();
        var cell = read.cell();
        var standing = read.standing();
        var seen = standing.seen();
        boolean told = !read.isWithheld();
        var row = new ArrayList<@Nullable Object>();
        row.add(open.now().picture().from());
        row.add(open.view().day());
        row.add(cell.type());
        row.add(words.names().type(cell.type()));
        row.add(code(cell.group()));
        row.add(words.names().group(cell.group()));
        row.add(code(cell.zone()));
        row.add(code(cell.organization()));
        row.add(Items.code(seen.measure().window()));
        row.add(told ? amount(seen.need()) : null);
        row.add(told ? amount(seen.reached()) : null);
        row.add(amount(seen.capacity()));
        row.add(told ? amount(standing.shortfall()) : null);
        row.add(told ? amount(standing.spare()) : null);
        row.add(standing.coverage().isPresent() ? Math.round(standing.coverage().getAsDouble()) : null);
        row.add(told && standing.severity().isPresent() ? standing.severity().getAsInt() : null);
        row.add(Items.code(standing.trend()));
        row.add(told ? Items.code(standing.confidence()) : "withheld");
        row.add(Items.code(read.shade()));
        row.add(standing.reasons().stream()
                .map(ranked -> words.reason(ranked.reason(), cell.type()))
                .collect(Collectors.joining("; ")));
        return row;
    }

    private static String code(String code) {
        return code.equals(Picture.ALL) ? "" : code;
    }

    /** What is unknown is an empty cell; what is there at least is no figure to reckon with. */
    private static @Nullable Object amount(Figure figure) {
        return figure instanceof Figure.Unknown
                ? null
                : BigDecimal.valueOf(figure.amount())
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** The columns of the file, in their order. */
    private enum Column {
        FROM,
        DAY,
        SERVICE,
        SERVICE_NAME,
        GROUP,
        GROUP_NAME,
        COMMUNITY,
        ORGANIZATION,
        TIME,
        NEED,
        REACHED,
        CAPACITY,
        SHORTFALL,
        SPARE,
        COVERAGE,
        SEVERITY,
        TREND,
        CONFIDENCE,
        READING,
        REASONS;

        String code() {
            return Items.code(this).replace('-', '_');
        }

        String name(Words t) {
            return switch (this) {
                case FROM -> t.of("coverage.column.from");
                case DAY -> t.of("coverage.column.day");
                case SERVICE, SERVICE_NAME -> t.of("coverage.service");
                case GROUP, GROUP_NAME -> t.of("coverage.group");
                case COMMUNITY -> t.of("coverage.zone");
                case ORGANIZATION -> t.of("coverage.organization");
                case TIME -> t.of("coverage.column.time");
                case NEED -> t.of("coverage.column.need");
                case REACHED -> t.of("coverage.column.reached");
                case CAPACITY -> t.of("coverage.fact.capacity");
                case SHORTFALL -> t.of("coverage.column.shortfall");
                case SPARE -> t.of("coverage.fact.spare");
                case COVERAGE -> t.of("coverage.fact.coverage");
                case SEVERITY -> t.of("coverage.fact.severity");
                case TREND -> t.of("coverage.fact.trend");
                case CONFIDENCE -> t.of("coverage.fact.confidence");
                case READING -> t.of("coverage.column.reading");
                case REASONS -> t.of("coverage.reasons");
            };
        }

        String definition(Words t) {
            return switch (this) {
                case FROM, DAY -> t.of("coverage.how.days.text");
                case SERVICE, SERVICE_NAME, GROUP, GROUP_NAME, COMMUNITY, ORGANIZATION ->
                    t.of("coverage.how.cell.text");
                case TIME -> t.of("coverage.how.time.text");
                case NEED -> t.of("coverage.how.need.text");
                case REACHED -> t.of("coverage.how.reached.text");
                case CAPACITY -> t.of("coverage.how.capacity.text");
                case SHORTFALL, SPARE, COVERAGE, READING -> t.of("coverage.how.deficit.text");
                case SEVERITY -> t.of("coverage.how.severity.text");
                case TREND -> t.of("coverage.how.trend.text");
                case CONFIDENCE -> t.of("coverage.how.unknown.text");
                case REASONS -> t.of("coverage.how.reasons.text");
            };
        }
    }
}
