package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.imports.LoadRecords.Kind;
import org.opensocialnet.imports.LoadRecords.Touched;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an import changes, record by record and value by value. */
@Controller
class LoadRecordPages {

    private static final int VALUES = 30;

    private final Loads loads;
    private final LoadRecords records;
    private final WholeRecords directory;
    private final DifferenceWords words;

    LoadRecordPages(Loads loads, LoadRecords records, WholeRecords directory, DifferenceWords words) {
        this.loads = loads;
        this.records = records;
        this.directory = directory;
        this.words = words;
    }

    /** One record and its values; more says how many are not shown. */
    record Shown(
            String name,
            String table,
            String kind,
            Tone tone,
            @Nullable String outcome,
            List<Difference> differences,
            long more) {}

    record RecordsPage(
            Load load, List<Choice> tables, List<Choice> kinds, boolean filtered, List<Shown> shown, Paging paging) {}

    @GetMapping(ImportPages.PATH + "/{load}/records")
    ModelAndView records(
            @PathVariable UUID load,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var known = loads.one(load);
        if (!known.hasDetails()) {
            throw Refusal.conflict("imports.load.no-details");
        }
        var tables = records.sums(known).stream()
                .map(LoadRecords.Sum::tableName)
                .distinct()
                .toList();
        var wantedTable = tables.contains(table) ? table : "";
        var wantedKind = Arrays.stream(Kind.values())
                .map(Enum::name)
                .filter(kind::equals)
                .findFirst()
                .orElse("");
        var found = records.page(known, wantedTable, wantedKind, page);
        var here = known.path() + "/records?table=" + wantedTable + "&kind=" + wantedKind;
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("table", wantedTable);
        typed.add("kind", wantedKind);
        return Form.sent(typed, t)
                .page(
                        "imports/records",
                        new RecordsPage(
                                known,
                                choices(t, tables),
                                kinds(t),
                                !wantedTable.isEmpty() || !wantedKind.isEmpty(),
                                shown(
                                        known,
                                        found.stream().limit(LoadRecords.PAGE).toList(),
                                        t),
                                new Paging(
                                        page > 1 ? t.link(here) : null,
                                        found.size() > LoadRecords.PAGE ? t.link(here + "&page=" + (page + 1)) : null)))
                .addObject("me", me);
    }

    private static List<Choice> choices(Words t, List<String> tables) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", t.of("imports.records.all-tables")));
        tables.forEach(table -> choices.add(new Choice(table, ImportWords.table(t, table))));
        return choices;
    }

    private static List<Choice> kinds(Words t) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", t.of("imports.records.all-kinds")));
        for (var kind : Kind.values()) {
            choices.add(new Choice(kind.name(), ImportWords.kind(t, kind)));
        }
        return choices;
    }

    List<Shown> shown(Load load, List<Touched> touched, Words t) {
        var differences = records.differences(load, touched, VALUES);
        var names = names(touched);
        return touched.stream()
                .map(record -> new Shown(
                        names.getOrDefault(record.id(), t.of("imports.records.nameless")),
                        ImportWords.table(t, record.tableName()),
                        ImportWords.kind(t, record.kind()),
                        ImportWords.tone(record.kind()),
                        ImportWords.outcome(t, record.outcome()),
                        words.of(t, record.tableName(), differences.getOrDefault(record.id(), List.of())),
                        Math.max(0, record.differences() - VALUES)))
                .toList();
    }

    /** Names from the file where it tells them, else from the directory. */
    Map<UUID, String> names(List<Touched> touched) {
        var names = new HashMap<UUID, String>();
        touched.stream()
                .filter(record -> record.name() == null)
                .collect(
                        Collectors.groupingBy(Touched::tableName, Collectors.mapping(Touched::id, Collectors.toList())))
                .forEach((table, ids) -> directory.rows(table, "id", ids).forEach(row -> {
                    var name = row.value("name") == null ? row.value("area") : row.value("name");
                    if (name != null) {
                        names.put(row.id(), name);
                    }
                }));
        touched.forEach(record -> {
            if (record.name() != null) {
                names.put(record.id(), record.name());
            }
        });
        return names;
    }
}
