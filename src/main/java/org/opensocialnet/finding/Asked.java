package org.opensocialnet.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Box;
import org.opensocialnet.search.Near;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Question.Sort;
import org.opensocialnet.search.When;
import org.springframework.util.MultiValueMap;

/** A question as an address says it, and back. What cannot be understood is left out, so that an old link still finds. */
final class Asked {

    private static final int LONGEST_WORDS = 200;
    private static final int LAST_PAGE = 500;
    private static final int MOST_VALUES = 20;
    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,3}(\\.\\d{1,9})?(,-?\\d{1,3}(\\.\\d{1,9})?)*");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private Asked() {}

    static Question of(MultiValueMap<String, String> parameters, Places places) {
        var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(facet, values(parameters, facet));
        }
        return new Question(
                first(parameters, "q").strip(),
                near(parameters, places),
                when(parameters),
                chosen,
                box(first(parameters, "bbox")),
                sort(first(parameters, "sort")),
                page(first(parameters, "page")),
                Question.PAGE);
    }

    private static Set<String> values(MultiValueMap<String, String> parameters, Facet facet) {
        var values = parameters.getOrDefault(name(facet), List.of()).stream()
                .filter(value -> !value.isBlank() && value.length() <= 100)
                .limit(facet.single() ? 1 : MOST_VALUES)
                .collect(Collectors.toCollection(TreeSet::new));
        return values;
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value.substring(0, Math.min(LONGEST_WORDS, value.length()));
    }

    /** A known place, or a point on earth. */
    private static @Nullable Near near(MultiValueMap<String, String> parameters, Places places) {
        var place = places.byCode(first(parameters, "place"));
        if (place.isPresent()) {
            return Near.of(place.get());
        }
        var numbers = numbers(first(parameters, "near"));
        if (numbers.length != 2 || Math.abs(numbers[0]) > 90 || Math.abs(numbers[1]) > 180) {
            return null;
        }
        return new Near(numbers[0], numbers[1], null);
    }

    private static @Nullable Box box(String text) {
        var numbers = numbers(text);
        return numbers.length == 4 && numbers[0] <= numbers[2] && numbers[1] <= numbers[3]
                ? new Box(numbers[0], numbers[1], numbers[2], numbers[3])
                : null;
    }

    private static double[] numbers(String text) {
        return NUMBERS.matcher(text).matches()
                ? Arrays.stream(text.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[0];
    }

    private static When when(MultiValueMap<String, String> parameters) {
        if ("now".equals(first(parameters, "open"))) {
            return new When.Now();
        }
        try {
            var at = first(parameters, "at");
            return at.isBlank() ? new When.Anytime() : new When.At(LocalDateTime.parse(at));
        } catch (DateTimeParseException _) {
            return new When.Anytime();
        }
    }

    private static Sort sort(String text) {
        return Arrays.stream(Sort.values())
                .filter(sort -> name(sort).equals(text))
                .findFirst()
                .orElse(Sort.BEST);
    }

    private static int page(String text) {
        return text.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) : 1;
    }

    static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    static String minute(LocalDateTime time) {
        return MINUTE.format(time);
    }

    /** The address of a question under a path, without language: "/find?q=…". */
    static String address(String path, Question question) {
        var query = query(question);
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String query(Question question) {
        var query = new StringBuilder();
        parts(question).forEach((name, value) -> add(query, name, value));
        for (var facet : Facet.values()) {
            question.chosen(facet).forEach(value -> add(query, name(facet), value));
        }
        if (question.page() > 1) {
            add(query, "page", Integer.toString(question.page()));
        }
        return query.toString();
    }

    /** What of a question is not a choice of a filter: what a form of filters has to keep. */
    static Map<String, String> parts(Question question) {
        var parts = new LinkedHashMap<String, String>();
        if (!question.words().isBlank()) {
            parts.put("q", question.words());
        }
        var near = question.near();
        if (near != null && near.place() != null) {
            parts.put("place", near.place().code());
        } else if (near != null) {
            parts.put("near", number(near.latitude()) + "," + number(near.longitude()));
        }
        switch (question.when()) {
            case When.Now _ -> parts.put("open", "now");
            case When.At(var time) -> parts.put("at", minute(time));
            case When.Anytime _ -> {}
        }
        if (question.box() != null) {
            var box = question.box();
            parts.put(
                    "bbox",
                    number(box.west()) + "," + number(box.south()) + "," + number(box.east()) + ","
                            + number(box.north()));
        }
        if (question.sort() != Sort.BEST) {
            parts.put("sort", name(question.sort()));
        }
        return parts;
    }

    private static String number(double number) {
        return Double.toString(Math.round(number * 100_000) / 100_000d);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
