package org.opensocialnet.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The city's rows in memory, for questions about them. */
record Told(Map<String, List<Map<String, String>>> tables) {

    static final LocalDate A_SATURDAY = LocalDate.of(2026, 11, 21);

    static final Terms ANY_TERMS = (taxonomy, code) -> new Terms.Term(Row.id(taxonomy, code), new Both(code, code));

    static Told on(LocalDate day) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        new City(CityText.read(), ANY_TERMS, Calendar.of(day))
                .tell((table, values) ->
                        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(Map.copyOf(values)));
        return new Told(tables);
    }

    List<Map<String, String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    Stream<Map<String, String>> rows(String table, String column, String value) {
        return rows(table).stream().filter(row -> value.equals(row.get(column)));
    }

    Map<String, String> one(String table, String column, String value) {
        return rows(table, column, value).findFirst().orElseThrow(() -> new AssertionError(value));
    }

    /** Every value that a column of a table takes. */
    SortedSet<String> values(String table, String column) {
        return rows(table).stream()
                .map(row -> row.getOrDefault(column, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes of one taxonomy that a service is tied to. */
    List<String> owned(String table, String column, String id) {
        return rows(table, column, id).map(row -> row.get("id")).toList();
    }

    static String english(Map<String, String> row, String column) {
        return new JsonMapper()
                .readTree(row.getOrDefault("translations", "{}"))
                .path("en")
                .path(column)
                .asString("");
    }
}
