package org.opensocialnet.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.coverage.CoverageNames.Named;
import org.opensocialnet.coverage.View.Across;
import org.opensocialnet.coverage.View.Show;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The matrix: what is missing, for whom, why; and how it is reckoned. */
@Controller
@RequestMapping(View.PATH)
class MatrixPages {

    private static final int WORST = 15;

    /** Kinds of service that somebody reads on one page; those where most is missing come first. */
    private static final int ROWS = 30;

    private final CoverageDesk desk;

    MatrixPages(CoverageDesk desk) {
        this.desk = desk;
    }

    /** What the matrix shows. */
    record Page(
            Opened open,
            List<Head> heads,
            List<Line> lines,
            List<Box> worst,
            String sentence,
            @Nullable Box first,
            Filters filters,
            Sums sums,
            int left,
            int rowsLeft) {}

    /** A column: its name, the address that sorts by it, and that of its profile. */
    record Head(
            String name,
            String sort,
            boolean sorted,
            @Nullable String profile) {}

    /** A kind of service and its cells. */
    record Line(String name, String time, String profile, List<Box> boxes) {}

    /**
     * One cell as it is drawn.
     *
     * @param css by which class it is coloured
     * @param earlier its number in the days it is compared with; none where nothing is compared
     * @param blank whether nobody offers it and nobody asked
     */
    record Box(
            String path,
            String css,
            String number,
            String note,
            String about,
            String says,
            @Nullable String earlier,
            boolean blank) {}

    /** What the view can be narrowed by. */
    record Filters(List<Choice> groups, List<Choice> zones, List<Choice> organizations, List<Choice> shows) {}

    /** How many cells are what. */
    record Sums(long deficits, long spares, long unknown) {}

    @GetMapping
    ModelAndView matrix(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var view = open.view();
        return form.with("day", view.day())
                .with("span", Items.code(view.span()))
                .with("before", view.before() == null ? "" : view.before())
                .page("coverage/matrix", page(open, t));
    }

    @GetMapping("/how")
    ModelAndView how(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        return form.page("coverage/how", desk.open(form, me, t));
    }

    private Page page(Opened open, Words t) {
        var matrix = open.matrix();
        var shown = matrix.readable();
        var worst = matrix.worst(WORST).stream()
                .map(read -> open.now().read(read.cell()))
                .toList();
        var first = worst.stream().filter(Read::isDeficit).findFirst();
        return new Page(
                open,
                shown.columns().stream().map(column -> head(open, column, t)).toList(),
                lines(open, shown),
                worst.stream().map(read -> box(open, read)).toList(),
                first.map(read -> open.words().says(read))
                        .orElseGet(() -> without(matrix, open.view().show(), t)),
                first.map(read -> box(open, read)).orElse(null),
                filters(open, desk.naming(open, t).names(), t),
                new Sums(matrix.count(Show.DEFICIT), matrix.count(Show.OVERSUPPLY), matrix.count(Show.UNKNOWN)),
                matrix.columns().size() - shown.columns().size(),
                open.view().whole() ? 0 : Math.max(0, matrix.rows().size() - ROWS));
    }

    /** What is said where no deficit is shown: of rows that were picked nothing is said of those that were not. */
    private static String without(Matrix matrix, Show show, Words t) {
        if (matrix.rows().isEmpty()) {
            return t.of("coverage.says.empty");
        }
        return switch (show) {
            case OVERSUPPLY -> t.of("coverage.says.spare", matrix.count(Show.OVERSUPPLY));
            case UNKNOWN -> t.of("coverage.says.unknown", matrix.count(Show.UNKNOWN));
            case ALL, DEFICIT -> t.of("coverage.says.no-deficit", matrix.count(Show.UNKNOWN));
        };
    }

    private static List<Line> lines(Opened open, Matrix matrix) {
        var names = open.words().names();
        var lines = matrix.rows().stream()
                .map(row -> new Line(
                        names.type(row.type()),
                        open.words().time(row.type()),
                        open.view()
                                .path(
                                        "/map",
                                        "type=" + row.type(),
                                        "group=" + open.view().group()),
                        row.cells().stream()
                                .map(read -> box(open, read, open.words().shade(read.shade())))
                                .toList()))
                .toList();
        var sorted = open.view().sort().equals("name")
                ? lines.stream().sorted(Comparator.comparing(Line::name)).toList()
                : lines;
        return open.view().whole() ? sorted : sorted.stream().limit(ROWS).toList();
    }

    private static Head head(Opened open, String column, Words t) {
        var view = open.view();
        var names = open.words().names();
        boolean plain = column.equals(Picture.UNSAID);
        return switch (view.across()) {
            case GROUP ->
                new Head(
                        plain ? t.of("coverage.unsaid.group") : names.group(column),
                        sort(view, column),
                        view.sort().equals("by-" + column),
                        plain ? null : view.path("/profile", "group=" + column));
            case ZONE ->
                new Head(names.zone(column), sort(view, column), view.sort().equals("by-" + column), null);
            case ORGANIZATION ->
                new Head(
                        names.organization(column),
                        sort(view, column),
                        view.sort().equals("by-" + column),
                        plain ? null : view.path("/profile", "organization=" + column));
        };
    }

    private static String sort(View view, String column) {
        return view.sortedBy("by-" + column).here("");
    }

    static Box box(Opened open, Read read) {
        return box(open, read, open.words().says(read));
    }

    private static Box box(Opened open, Read read, String says) {
        var words = open.words();
        return new Box(
                open.view().cellPath(read.cell()),
                css(read.shade()),
                words.number(read),
                words.note(read),
                words.about(read.cell()),
                says,
                open.view().before() == null
                        ? null
                        : new CoverageWords(words.t(), words.names(), open.earlier())
                                .number(open.earlier().glance(read.cell())),
                read.isBlank());
    }

    static String css(Read.Shade shade) {
        return "osn-shade osn-shade--"
                + shade.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Filters filters(Opened open, Named names, Words t) {
        var picture = open.now().picture();
        return new Filters(
                choices(picture.groups(), names::group),
                open.zones().stream()
                        .map(zone -> new Choice(zone, names.zone(zone)))
                        .toList(),
                open.own() || open.view().across() == Across.ZONE
                        ? List.of()
                        : choices(CoverageDesk.organizations(picture), names::organization),
                List.of(
                        new Choice(Show.ALL.code(), t.of("coverage.show.all")),
                        new Choice(Show.DEFICIT.code(), t.of("coverage.show.deficit")),
                        new Choice(Show.OVERSUPPLY.code(), t.of("coverage.show.oversupply")),
                        new Choice(Show.UNKNOWN.code(), t.of("coverage.show.unknown"))));
    }

    private static List<Choice> choices(java.util.Collection<String> codes, UnaryOperator<String> name) {
        return codes.stream()
                .filter(code -> !code.equals(Picture.UNSAID))
                .map(code -> new Choice(code, name.apply(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    @Bean
    static DeskEntry coverageEntry() {
        return new DeskEntry(Group.NETWORK, 5, View.PATH, Permission.COVERAGE_READ, t -> t.of("coverage.entry"));
    }
}
