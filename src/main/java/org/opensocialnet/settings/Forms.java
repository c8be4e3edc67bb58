package org.opensocialnet.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.settings.Form.Input;

/** The usual forms of settings. */
public final class Forms {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private record Made<T>(
            Input input, Function<String, T> reader, Function<T, String> writer, Map<String, String> choices)
            implements Form<T> {

        @Override
        public T read(String typed) {
            return reader.apply(typed.strip());
        }

        @Override
        public String write(T value) {
            return writer.apply(value);
        }
    }

    private Forms() {}

    /** One line of at most so many letters; may be empty. */
    public static Form<String> text(int longest) {
        return line(typed -> short_(typed, longest));
    }

    /** One line that may not be empty. */
    public static Form<String> needed(int longest) {
        return line(typed -> {
            if (typed.isEmpty()) {
                throw Refusal.wrong("settings.wrong.empty", "");
            }
            return short_(typed, longest);
        });
    }

    /** A few lines, each of at most so many letters. */
    public static Form<List<String>> lines(int most, int longest) {
        return new Made<>(
                Input.LINES,
                typed -> {
                    var lines = typed.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> short_(line, longest))
                            .toList();
                    if (lines.size() > most) {
                        throw Refusal.wrong("settings.wrong.many", "", most);
                    }
                    return lines;
                },
                lines -> String.join("\n", lines),
                Map.of());
    }

    /** Some records, each by its number in its own line. */
    public static Form<List<UUID>> records(int most) {
        var lines = lines(most, 36);
        return new Made<>(
                Input.LINES,
                typed -> lines.read(typed).stream().map(Forms::record_).toList(),
                records -> lines.write(records.stream().map(UUID::toString).toList()),
                Map.of());
    }

    private static UUID record_(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.wrong("settings.wrong.record", "");
        }
    }

    /** A whole number between two. */
    public static Form<Integer> number(int least, int most) {
        return new Made<>(
                Input.NUMBER,
                typed -> {
                    if (!typed.matches("-?\\d{1,9}")
                            || Integer.parseInt(typed) < least
                            || Integer.parseInt(typed) > most) {
                        throw Refusal.wrong("settings.wrong.number", "", least, most);
                    }
                    return Integer.valueOf(typed);
                },
                String::valueOf,
                Map.of());
    }

    /** Yes or no. */
    public static Form<Boolean> flag() {
        return new Made<>(
                Input.SWITCH,
                typed -> switch (typed.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on" -> true;
                    case "false", "no", "off", "" -> false;
                    default -> throw Refusal.wrong("settings.wrong.flag", "");
                },
                String::valueOf,
                Map.of());
    }

    /** One of a few codes; each with the key of its words: {@code choice("none", "mail.none", "tls", "mail.tls")}. */
    public static Form<String> choice(String... codesAndWords) {
        var choices = new LinkedHashMap<String, String>();
        for (int i = 0; i < codesAndWords.length; i += 2) {
            choices.put(codesAndWords[i], codesAndWords[i + 1]);
        }
        return new Made<>(
                Input.CHOICE,
                typed -> {
                    if (!choices.containsKey(typed)) {
                        throw Refusal.wrong("settings.wrong.choice", "");
                    }
                    return typed;
                },
                UnaryOperator.identity(),
                Collections.unmodifiableMap(choices));
    }

    /** An e-mail address, or nothing. */
    public static Form<String> email() {
        return line(typed -> {
            if (!typed.isEmpty()
                    && !(typed.length() <= 254 && EMAIL.matcher(typed).matches())) {
                throw Refusal.wrong("settings.wrong.email", "");
            }
            return typed;
        });
    }

    /** The name or number of a machine, or nothing. */
    public static Form<String> host() {
        return line(typed -> {
            if (!typed.isEmpty()
                    && !(typed.length() <= 253 && HOST.matcher(typed).matches())) {
                throw Refusal.wrong("settings.wrong.host", "");
            }
            return typed;
        });
    }

    /** An address on the web, {@code https://…}, or nothing. */
    public static Form<String> address() {
        return line(typed -> {
            if (!typed.isEmpty() && !onTheWeb(typed)) {
                throw Refusal.wrong("settings.wrong.address", "");
            }
            return typed;
        });
    }

    /** The same, or a path on this site, {@code /…}. */
    public static Form<String> addressOrPath() {
        return line(typed -> {
            if (!typed.isEmpty() && !onTheWeb(typed) && !typed.matches("/[A-Za-z0-9._~/-]*")) {
                throw Refusal.wrong("settings.wrong.address", "");
            }
            return typed;
        });
    }

    /** A word nobody may read again: stored encrypted, shown to nobody. */
    public static Form<String> secret(int longest) {
        return new Made<>(Input.SECRET, typed -> short_(typed, longest), UnaryOperator.identity(), Map.of());
    }

    /** One line with a check of its own, which gives back the value or throws a {@link Refusal}. */
    public static Form<String> line(UnaryOperator<String> check) {
        return new Made<>(Input.LINE, check::apply, UnaryOperator.identity(), Map.of());
    }

    private static String short_(String typed, int longest) {
        if (typed.length() > longest) {
            throw Refusal.wrong("settings.wrong.long", "", longest);
        }
        if (CONTROL.matcher(typed).find()) {
            throw Refusal.wrong("settings.wrong.control", "");
        }
        return typed;
    }

    /** What stands in a header or a page's address may hold nothing that ends it. */
    private static boolean onTheWeb(String typed) {
        try {
            var address = new URI(typed);
            return typed.length() <= 500
                    && typed.matches("[!-~]+")
                    && !typed.matches(".*[\"'<>;,\\\\`].*")
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
