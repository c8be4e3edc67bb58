package org.opensocialnet.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.evidence.OpenMonths;
import org.opensocialnet.evidence.OpenMonths.Month;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Files of deficits for everybody, month by month, each with what its columns mean. */
@Controller
@RequestMapping("/data/coverage")
class OpenDeficitPages {

    private final OpenMonths months;
    private final CoverageNames names;
    private final CoverageSettings settings;

    OpenDeficitPages(OpenMonths months, CoverageNames names, CoverageSettings settings) {
        this.months = months;
        this.names = names;
        this.settings = settings;
    }

    @GetMapping("/deficits.csv")
    void deficitsCsv(@RequestParam(defaultValue = "") String month, Words t, HttpServletResponse response)
            throws IOException {
        deficits(Spreadsheet.CSV, deficits(OpenData.asked(months, month), t), t, response);
    }

    @GetMapping("/deficits.xlsx")
    void deficitsXlsx(@RequestParam(defaultValue = "") String month, Words t, HttpServletResponse response)
            throws IOException {
        deficits(Spreadsheet.XLSX, deficits(OpenData.asked(months, month), t), t, response);
    }

    private static void deficits(Spreadsheet as, OpenDeficits deficits, Words t, HttpServletResponse response)
            throws IOException {
        OpenData.file("coverage-deficits", as, response);
        as.write(
                response.getOutputStream(),
                t.of("coverage.open.deficits"),
                Arrays.stream(OpenDeficits.Column.values())
                        .map(OpenDeficits.Column::code)
                        .toList(),
                deficits.rows().stream().map(OpenDeficits.Row::cells));
    }

    @GetMapping(path = "/deficits.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> deficitsJson(@RequestParam(defaultValue = "") String month, Words t) {
        var asked = OpenData.asked(months, month);
        var definitions = new LinkedHashMap<String, String>();
        Arrays.stream(OpenDeficits.Column.values())
                .forEach(column -> definitions.put(column.code(), column.definition(t)));
        var deficits = deficits(asked, t);
        var document = new LinkedHashMap<String, Object>();
        document.put("title", t.of("coverage.open.deficits"));
        document.put("month", asked.month().toString());
        document.put("told", asked.told().toString());
        document.put("unit", "person");
        document.put("least", deficits.declared().least());
        document.put("share", deficits.declared().share());
        document.put("severe", deficits.declared().severe());
        document.put("definitions", definitions);
        document.put("rows", deficits.rows());
        return document;
    }

    private OpenDeficits deficits(Month month, Words t) {
        return new OpenDeficits(month, settings.declared(), names.of(List.of(), t));
    }
}
