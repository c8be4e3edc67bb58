package org.opensocialnet.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.OpenMonths;
import org.opensocialnet.evidence.OpenMonths.Month;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may know: how many asked and were not helped, and how many were, month by month, with definitions. */
@Controller
@RequestMapping("/data/coverage")
class OpenData {

    /** What nobody wrote is not known; it is not zero. */
    private static final Shown UNWRITTEN = new Shown.Unknown();

    private final OpenMonths months;
    private final CoverageNames names;

    OpenData(OpenMonths months, CoverageNames names) {
        this.months = months;
        this.names = names;
    }

    /** The public page: one month, kind by kind, and what else there is. */
    record Page(@Nullable YearMonth month, String told, String sentence, List<Line> lines, List<YearMonth> months) {}

    /** One kind of service in the whole city. */
    record Line(String name, String not, String helped) {}

    /** One row of the files: what is not told has no number, and says why. */
    record Row(
            String month,
            String measure,
            String service,
            String serviceName,
            String group,
            String groupName,
            String zone,
            String zoneName,
            String reason,
            @Nullable Long people,
            String shown) {}

    /** The columns of the files, with the words that define them. */
    enum Column {
        MONTH,
        MEASURE,
        SERVICE,
        SERVICE_NAME,
        GROUP,
        GROUP_NAME,
        ZONE,
        ZONE_NAME,
        REASON,
        PEOPLE,
        SHOWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String definition(Words t) {
            return switch (this) {
                case MONTH -> t.of("coverage.open.month.means");
                case MEASURE -> t.of("coverage.open.measure.means");
                case SERVICE, SERVICE_NAME -> t.of("coverage.open.service.means");
                case GROUP, GROUP_NAME -> t.of("coverage.open.group.means");
                case ZONE, ZONE_NAME -> t.of("coverage.open.zone.means");
                case REASON -> t.of("coverage.open.reason.means");
                case PEOPLE -> t.of("coverage.open.people.means");
                case SHOWN -> t.of("coverage.open.shown.means");
            };
        }
    }

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String month, Words t) {
        var all = months.months();
        var shown =
                month.isEmpty() ? all.stream().findFirst().flatMap(months::month) : Optional.of(known(months, month));
        return new ModelAndView("coverage/open", "page", page(shown.orElse(null), all, t));
    }

    private Page page(@Nullable Month month, List<YearMonth> all, Words t) {
        if (month == null) {
            return new Page(null, "", t.of("coverage.open.none"), List.of(), all);
        }
        var named = names.of(List.of(), t);
        var not = whole(month, false);
        var helped = whole(month, true);
        var types = new ArrayList<>(not.keySet());
        helped.keySet().stream().filter(type -> !not.containsKey(type)).forEach(types::add);
        var worst = not.entrySet().stream()
                .filter(each -> each.getValue() instanceof Shown.Value)
                .max(Comparator.comparingLong(each -> people(each.getValue())));
        return new Page(
                month.month(),
                t.moment(month.told()),
                worst.map(each -> sentence(named.type(each.getKey()), each.getValue(), helped.get(each.getKey()), t))
                        .orElseGet(() -> t.of("coverage.open.nobody")),
                types.stream()
                        .sorted(Comparator.comparingLong((String type) -> people(not.getOrDefault(type, UNWRITTEN)))
                                .reversed())
                        .map(type -> new Line(
                                named.type(type),
                                said(not.getOrDefault(type, UNWRITTEN), t),
                                said(helped.getOrDefault(type, UNWRITTEN), t)))
                        .toList(),
                all);
    }

    private static String sentence(String type, Shown not, @Nullable Shown helped, Words t) {
        var people = t.number(people(not));
        return helped == null
                ? t.of("coverage.open.sentence.alone", type, people)
                : t.of("coverage.open.sentence", type, people, said(helped, t));
    }

    /** The figures of the whole city, all groups together, by kind of service. */
    private static Map<String, Shown> whole(Month month, boolean helped) {
        var whole = new LinkedHashMap<String, Shown>();
        month.lines().stream()
                .filter(line -> line.helped() == helped
                        && line.split() == Split.ZONE
                        && line.group().equals(Picture.ALL)
                        && line.part().equals(Picture.ALL))
                .forEach(line -> whole.put(line.type(), line.people()));
        return whole;
    }

    private static long people(Shown shown) {
        return shown instanceof Shown.Value(long people) ? people : 0;
    }

    private static String said(Shown shown, Words t) {
        return switch (shown) {
            case Shown.Value(long people) -> t.number(people);
            case Shown.FewerThan(int limit) -> t.of("coverage.fewer", limit);
            case Shown.Unknown _ -> t.of("coverage.shade.unknown");
            default -> t.of("coverage.shade.withheld");
        };
    }

    @GetMapping("/figures.csv")
    void csv(@RequestParam(defaultValue = "") String month, Words t, HttpServletResponse response) throws IOException {
        var rows = rows(asked(month), t);
        file("coverage", Spreadsheet.CSV, response);
        Spreadsheet.CSV.write(
                response.getOutputStream(),
                t.of("coverage.open.title"),
                Arrays.stream(Column.values()).map(Column::code).toList(),
                rows.stream().map(OpenData::cells));
    }

    private static List<@Nullable Object> cells(Row row) {
        return Arrays.asList(
                row.month(),
                row.measure(),
                row.service(),
                row.serviceName(),
                row.group(),
                row.groupName(),
                row.zone(),
                row.zoneName(),
                row.reason(),
                row.people(),
                row.shown());
    }

    @GetMapping(path = "/figures.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> json(@RequestParam(defaultValue = "") String month, Words t) {
        var asked = asked(month);
        var definitions = new LinkedHashMap<String, String>();
        Arrays.stream(Column.values()).forEach(column -> definitions.put(column.code(), column.definition(t)));
        var document = new LinkedHashMap<String, Object>();
        document.put("title", t.of("coverage.open.title"));
        document.put("month", asked.month().toString());
        document.put("told", asked.told().toString());
        document.put("unit", "person");
        document.put("definitions", definitions);
        document.put("rows", rows(asked, t));
        return document;
    }

    @GetMapping("/definitions.csv")
    void definitions(Words t, HttpServletResponse response) throws IOException {
        file("coverage-definitions", Spreadsheet.CSV, response);
        Spreadsheet.CSV.write(
                response.getOutputStream(),
                t.of("coverage.definitions"),
                List.of("column", t.of("coverage.file.definition")),
                Stream.concat(
                                Arrays.stream(Column.values())
                                        .map(column -> List.of(column.code(), column.definition(t))),
                                Arrays.stream(OpenDeficits.Column.values())
                                        .map(column -> List.of(column.code(), column.definition(t))))
                        .distinct());
    }

    static void file(String name, Spreadsheet as, HttpServletResponse response) {
        response.setContentType(as.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s.%s\"".formatted(name, as.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private List<Row> rows(Month month, Words t) {
        var named = names.of(List.of(), t);
        return month.lines().stream()
                .map(line -> {
                    boolean zone = line.split() == Split.ZONE;
                    return new Row(
                            month.month().toString(),
                            line.helped() ? "helped" : "not-helped",
                            line.type(),
                            named.type(line.type()),
                            code(line.group()),
                            named.group(line.group()),
                            zone ? code(line.part()) : "all",
                            named.zone(zone ? line.part() : Picture.ALL),
                            zone ? "all" : code(line.part()),
                            line.people() instanceof Shown.Value(long people) ? people : null,
                            line.people() instanceof Shown.Value
                                    ? "exact"
                                    : line.people() instanceof Shown.FewerThan(int limit)
                                            ? "fewer-than-" + limit
                                            : "withheld");
                })
                .distinct()
                .sorted(Comparator.comparing(Row::service)
                        .thenComparing(Row::measure)
                        .thenComparing(Row::group)
                        .thenComparing(Row::zone)
                        .thenComparing(Row::reason))
                .toList();
    }

    static String code(String node) {
        return node.equals(Picture.ALL) ? "all" : node.equals(Picture.UNSAID) ? "not-said" : node;
    }

    private Month asked(String month) {
        return asked(months, month);
    }

    /** The month asked for, or the youngest that was told. */
    static Month asked(OpenMonths months, String month) {
        return month.isEmpty()
                ? months.months().stream()
                        .findFirst()
                        .flatMap(months::month)
                        .orElseThrow(() -> Refusal.notFound("coverage.open.none"))
                : known(months, month);
    }

    private static Month known(OpenMonths months, String month) {
        try {
            return months.month(YearMonth.parse(month)).orElseThrow(() -> Refusal.notFound("coverage.open.unknown"));
        } catch (DateTimeException _) {
            throw Refusal.notFound("coverage.open.unknown");
        }
    }

    @Bean
    static MenuEntry openDataEntry() {
        return new MenuEntry(MenuEntry.Place.FOOTER, 25, "/data/coverage", t -> t.of("coverage.open.title"));
    }
}
