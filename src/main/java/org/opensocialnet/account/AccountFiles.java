package org.opensocialnet.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The figures of the public account once more, for programs: JSON and CSV with the words that define them. */
@Controller
@RequestMapping(PublicAccountPages.PATH)
class AccountFiles {

    private final CallAccount calls;
    private final EnvelopeAccount envelopes;

    AccountFiles(CallAccount calls, EnvelopeAccount envelopes) {
        this.calls = calls;
        this.envelopes = envelopes;
    }

    /** One figure; value: none where it is not told, and then shown says why. */
    record Row(
            String measure,
            String of,
            String unit,
            @Nullable BigDecimal value,
            String shown) {}

    /** The columns, with the words that define them. */
    enum Column {
        MEASURE,
        OF,
        UNIT,
        VALUE,
        SHOWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String definition(Words t) {
            return switch (this) {
                case MEASURE -> t.of("account.file.measure");
                case OF -> t.of("account.file.of");
                case UNIT -> t.of("account.file.unit");
                case VALUE -> t.of("account.file.value");
                case SHOWN -> t.of("account.file.shown");
            };
        }
    }

    @GetMapping(path = "/calls/{call}/figures.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> callJson(@PathVariable UUID call, Words t) {
        var figures = PublicAccountPages.of(calls, call, t);
        return document(figures.title(), PublicAccountPages.PATH + "/calls/" + call, rows(figures), t);
    }

    @GetMapping("/calls/{call}/figures.csv")
    void callCsv(@PathVariable UUID call, Words t, HttpServletResponse response) throws IOException {
        var figures = PublicAccountPages.of(calls, call, t);
        csv(figures.title(), rows(figures), response);
    }

    @GetMapping(path = "/envelopes/{envelope}/figures.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> envelopeJson(@PathVariable UUID envelope, Words t) {
        var figures = PublicAccountPages.of(envelopes, envelope, t);
        return document(figures.name(), PublicAccountPages.PATH + "/envelopes/" + envelope, rows(figures), t);
    }

    @GetMapping("/envelopes/{envelope}/figures.csv")
    void envelopeCsv(@PathVariable UUID envelope, Words t, HttpServletResponse response) throws IOException {
        var figures = PublicAccountPages.of(envelopes, envelope, t);
        csv(figures.name(), rows(figures), response);
    }

    private static Map<String, Object> document(String title, String page, List<Row> rows, Words t) {
        var definitions = new LinkedHashMap<String, String>();
        Arrays.stream(Column.values()).forEach(column -> definitions.put(column.code(), column.definition(t)));
        var document = new LinkedHashMap<String, Object>();
        document.put("title", title);
        document.put("page", t.address(page));
        document.put("definitions", definitions);
        document.put("rows", rows);
        return document;
    }

    private static void csv(String title, List<Row> rows, HttpServletResponse response) throws IOException {
        response.setContentType(Spreadsheet.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"account.csv\"");
        Spreadsheet.CSV.write(
                response.getOutputStream(),
                title,
                Arrays.stream(Column.values()).map(Column::code).toList(),
                rows.stream().map(row -> Arrays.asList(row.measure(), row.of(), row.unit(), row.value(), row.shown())));
    }

    private static List<Row> rows(CallAccount.Figures figures) {
        var rows = new ArrayList<Row>();
        for (var line : figures.lines()) {
            rows.add(exact("asked", line.what(), line.unit(), line.asked()));
            rows.add(exact("covered", line.what(), line.unit(), line.covered()));
            rows.add(exact("delivered", line.what(), line.unit(), line.delivered()));
            rows.add(exact("confirmed", line.what(), line.unit(), line.confirmed()));
        }
        figures.givers().forEach(giver -> rows.add(exact("giver", giver.name(), "organization", BigDecimal.ONE)));
        rows.add(shown("other-givers", "giver", figures.others()));
        rows.add(money("spent", "", figures.spent()));
        rows.add(shown("people-reached", "person", figures.people()));
        return rows;
    }

    private static List<Row> rows(EnvelopeAccount.Figures figures) {
        var rows = new ArrayList<Row>();
        var stands = figures.balances();
        rows.add(money("granted", "", stands.granted()));
        rows.add(money("reserved", "", stands.reserved()));
        rows.add(money("committed", "", stands.committed()));
        rows.add(money("spent", "", stands.spent()));
        rows.add(money("returned", "", stands.returned()));
        rows.add(money("left", "", stands.available()));
        for (var funder : figures.funders()) {
            rows.add(exact("funder-share", funder.name(), "percent", BigDecimal.valueOf(funder.points(), 2)));
            rows.add(money("funder-granted", funder.name(), funder.granted()));
            rows.add(money("funder-spent", funder.name(), funder.spent()));
        }
        figures.categories().forEach(category -> rows.add(money("spent-on", category.name(), category.spent())));
        figures.bought().forEach(bought -> rows.add(exact("bought", bought.what(), bought.unit(), bought.quantity())));
        return rows;
    }

    private static Row exact(String measure, String of, String unit, BigDecimal value) {
        return new Row(measure, of, unit, value, "exact");
    }

    private static Row money(String measure, String of, Money money) {
        return exact(measure, of, "euro", money.euros());
    }

    private static Row shown(String measure, String unit, Shown shown) {
        return switch (shown) {
            case Shown.Value(long count) -> exact(measure, "", unit, BigDecimal.valueOf(count));
            case Shown.FewerThan(int limit) -> new Row(measure, "", unit, null, "fewer-than-" + limit);
            default -> new Row(measure, "", unit, null, "withheld");
        };
    }
}
