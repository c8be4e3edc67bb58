package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/** Every room's {@code routes.csv}: all addresses there are, and what each asks for. What is not in it does not exist. */
final class Routes {

    /** What was asked for: the lines of the best matching address, and its variables. */
    record Matched(PathPattern pattern, List<Route> routes, Map<String, String> variables) {

        Route first() {
            return routes.getFirst();
        }

        boolean namesARecord() {
            return !variables.isEmpty();
        }
    }

    static final String ATTRIBUTE = Matched.class.getName();

    /** By the first word of the address, so that a page for everybody is found at once among hundreds. */
    private final Map<String, SortedMap<PathPattern, List<Route>>> byWord = new HashMap<>();

    /** @param rooms names of packages; the program's own, without a room, is the empty one */
    Routes(Collection<String> rooms) {
        for (var room : rooms) {
            for (var route : read(room)) {
                byWord.computeIfAbsent(
                                firstWord(route.path().getPatternString()),
                                _ -> new TreeMap<>(PathPattern.SPECIFICITY_COMPARATOR.thenComparing(
                                        PathPattern::getPatternString)))
                        .computeIfAbsent(route.path(), _ -> new ArrayList<>())
                        .add(route);
            }
        }
    }

    List<Route> all() {
        return byWord.values().stream()
                .flatMap(patterns -> patterns.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** The lines for a request; null where no table names its address. */
    @Nullable
    Matched of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Matched known) {
            return known;
        }
        var matched = find(ServletRequestPathUtils.parse(request).pathWithinApplication(), request.getMethod());
        if (matched != null) {
            request.setAttribute(ATTRIBUTE, matched);
        }
        return matched;
    }

    private @Nullable Matched find(PathContainer path, String method) {
        for (var entry : named(path).entrySet()) {
            var found = entry.getKey().matchAndExtract(path);
            if (found != null) {
                var taking = entry.getValue().stream()
                        .filter(route -> route.takes(method))
                        .toList();
                if (!taking.isEmpty()) {
                    return new Matched(entry.getKey(), taking, found.getUriVariables());
                }
            }
        }
        return null;
    }

    /** Whether the address is there for some other method: then it is the method that is refused. */
    boolean knows(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return named(path).entrySet().stream()
                .anyMatch(entry -> entry.getKey().matches(path)
                        && entry.getValue().stream()
                                .noneMatch(route -> route.asks().member()));
    }

    private SortedMap<PathPattern, List<Route>> named(PathContainer path) {
        return byWord.getOrDefault(word(path.value()), Collections.emptySortedMap());
    }

    private static String word(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static String firstWord(String path) {
        var word = word(path);
        if (word.contains("{") || word.contains("*")) {
            throw new IllegalStateException(path + ": an address begins with a word of its own");
        }
        return word;
    }

    /** A room's table, and what tests of that room add to it under the same name. */
    private static List<Route> read(String room) {
        var routes = new ArrayList<Route>();
        try {
            var name = room.isEmpty() ? "routes.csv" : room + "/routes.csv";
            for (var file : Collections.list(Routes.class.getClassLoader().getResources(name))) {
                routes.addAll(read(room, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    static List<Route> read(String room, URL file) throws IOException {
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8);
                var table = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(reader)) {
            return table.getRecords().stream()
                    .flatMap(row -> Route.of(
                            room,
                            row.get("method"),
                            row.get("path"),
                            row.get("permission"),
                            row.get("whose"),
                            row.isSet("recent") ? row.get("recent") : "",
                            row.isSet("costly") ? row.get("costly") : "")
                            .stream())
                    .toList();
        }
    }
}
