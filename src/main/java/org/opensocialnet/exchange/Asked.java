package org.opensocialnet.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SearchText;

/**
 * What a program asks of a list: which records, how much of each, and which page of them. All conditions hold
 * together.
 */
record Asked(
        List<String> search,
        List<UUID> terms,
        List<UUID> taxonomies,
        @Nullable UUID organization,
        @Nullable OffsetDateTime modifiedAfter,
        @Nullable String postcode,
        @Nullable Double proximity,
        @Nullable UUID parent,
        boolean topOnly,
        boolean minimal,
        boolean full,
        boolean fullService,
        boolean ndjson,
        int page,
        int perPage) {

    /** All there is. */
    static final Asked EVERYTHING = of(Map.of(), ZoneOffset.UTC);

    static final int USUAL_PAGE = 50;
    static final int LARGEST_PAGE = 1_000;

    /** Reads the parameters of a request, and names the first that cannot be understood. */
    static Asked of(Map<String, List<String>> parameters, ZoneId zone) {
        var asked = new Given(parameters);
        boolean minimal = asked.flag("minimal");
        var proximity = asked.metres("proximity");
        var postcode = asked.text("postcode");
        if (proximity != null && postcode == null) {
            throw Refusal.wrong("exchange.asked.proximity-alone", "postcode");
        }
        return new Asked(
                words(asked.text("search")),
                asked.ids("taxonomy_term_id"),
                asked.ids("taxonomy_id"),
                asked.ids("organization_id").stream().findFirst().orElse(null),
                asked.moment("modified_after", zone),
                postcode == null ? null : postcode.replace(" ", "").toLowerCase(Locale.ROOT),
                proximity,
                asked.ids("parent_id").stream().findFirst().orElse(null),
                asked.flag("top_only"),
                minimal,
                asked.flag("full"),
                asked.flag("full_service"),
                asked.isNdjson(),
                asked.number("page", 1, Integer.MAX_VALUE / LARGEST_PAGE, 1),
                asked.number("per_page", 1, LARGEST_PAGE, minimal ? LARGEST_PAGE : USUAL_PAGE));
    }

    private static List<String> words(@Nullable String search) {
        return search == null
                ? List.of()
                : Arrays.stream(SearchText.plain(search).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(10)
                        .toList();
    }

    /** The parameters one by one, each with its own way of being wrong. */
    private record Given(Map<String, List<String>> given) {

        @Nullable
        String text(String name) {
            return given.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse(null);
        }

        List<UUID> ids(String name) {
            return given.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .limit(10)
                    .map(value -> id(name, value))
                    .toList();
        }

        private static UUID id(String name, String value) {
            try {
                if (value.length() == 36) {
                    return UUID.fromString(value);
                }
            } catch (IllegalArgumentException _) {
                // said below
            }
            throw Refusal.wrong("exchange.asked.id", name, value);
        }

        int number(String name, int least, int most, int otherwise) {
            var value = text(name);
            if (value == null) {
                return otherwise;
            }
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw Refusal.wrong("exchange.asked.number", name, value, String.valueOf(least), String.valueOf(most));
            }
            return Integer.parseInt(value);
        }

        @Nullable
        Double metres(String name) {
            var value = text(name);
            if (value == null) {
                return null;
            }
            if (!value.matches("\\d{1,7}(\\.\\d{1,3})?")) {
                throw Refusal.wrong("exchange.asked.metres", name, value);
            }
            return Double.valueOf(value);
        }

        boolean flag(String name) {
            var value = text(name);
            if (value == null) {
                return given.getOrDefault(name, List.of()).contains("");
            }
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> throw Refusal.wrong("exchange.asked.flag", name, value);
            };
        }

        boolean isNdjson() {
            var format = text("format");
            return switch (format == null ? "json" : format.toLowerCase(Locale.ROOT)) {
                case "json" -> false;
                case "ndjson" -> true;
                default -> throw Refusal.wrong("exchange.asked.format", "format", String.valueOf(format));
            };
        }

        @Nullable
        OffsetDateTime moment(String name, ZoneId zone) {
            var value = text(name);
            if (value == null) {
                return null;
            }
            try {
                return value.length() <= 10
                        ? LocalDate.parse(value).atStartOfDay(zone).toOffsetDateTime()
                        // A plus sign in an address arrives as a space.
                        : OffsetDateTime.parse(value.replace(' ', '+'));
            } catch (DateTimeParseException _) {
                throw Refusal.wrong("exchange.asked.moment", name, value);
            }
        }
    }
}
