package org.opensocialnet.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opensocialnet.access.Member;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What makes a password too easy: its length, and what is left of it when everything others guess first is taken out:
 * common passwords, runs over the keyboard, repetitions, the site's and the member's own name. No rule about kinds of
 * characters: length is what counts.
 */
@Component
final class PasswordRules {

    static final int SHORTEST = 15;
    static final int LONGEST = 128;
    private static final int LEFT_AT_LEAST = 6;
    private static final int RUN = 4;

    private static final List<String> KEYBOARD = Stream.of(
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "123456789o",
                    "abcdefghijklmnopqrstuvwxyz",
                    "ςερτυθιοπ",
                    "ασδφγηξκλ",
                    "ζχψωβνμ",
                    "αβγδεζηθικλμνξοπρστυφχψω",
                    "qazwsxedcrfvtgbyhnujmikolp")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .toList();

    private final List<String> common = read();
    private final LeakedPasswords leaked;

    PasswordRules(LeakedPasswords leaked) {
        this.leaked = leaked;
    }

    /** What is wrong with it. */
    enum Fault {
        NONE,
        SHORT,
        LONG,
        COMMON,
        LEAKED
    }

    Fault fault(String password, Member member, String site) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Fault.SHORT;
        }
        if (length > LONGEST) {
            return Fault.LONG;
        }
        if (left(password, member, site) < LEFT_AT_LEAST) {
            return Fault.COMMON;
        }
        return leaked.knows(password) ? Fault.LEAKED : Fault.NONE;
    }

    /** Says on the form what is wrong, and the remedy. */
    static void tell(Fault fault, Form form, Words t) {
        switch (fault) {
            case NONE -> {}
            case SHORT -> form.refuse("password", t.of("signin.password.short", SHORTEST));
            case LONG -> form.refuse("password", t.of("signin.password.long", LONGEST));
            case LEAKED -> form.refuse("password", t.of("signin.password.leaked"));
            case COMMON -> form.refuse("password", t.of("signin.password.common"));
        }
    }

    /** How many different characters nobody would guess at once. */
    private long left(String password, Member member, String site) {
        var rest = plain(password);
        for (var word : Stream.concat(own(member, site), common.stream()).toList()) {
            rest = rest.replace(word, " ");
        }
        rest = withoutRepetition(withoutRuns(rest));
        return rest.chars().filter(character -> character != ' ').count();
    }

    private static Stream<String> own(Member member, String site) {
        return Stream.of(site, member.name(), member.email().replaceFirst("@.*", ""), member.email())
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[\\s.@_-]+"))))
                .map(PasswordRules::plain)
                .map(text -> text.replaceAll("\\s+", ""))
                .filter(text -> text.length() > 2)
                .sorted(Comparator.comparingInt(String::length).reversed());
    }

    private static String withoutRuns(String text) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            while (end < text.length() && isRun(text.substring(at, end + 1))) {
                end++;
            }
            kept.append(end - at >= RUN ? " " : text.substring(at, end));
            at = end;
        }
        return kept.toString();
    }

    private static boolean isRun(String part) {
        return KEYBOARD.stream().anyMatch(row -> row.contains(part));
    }

    /** "abcdabcdabcd" is guessed like "abcd". */
    private static String withoutRepetition(String text) {
        var solid = text.replace(" ", "");
        for (int period = 1; period <= solid.length() / 2; period++) {
            var repeated = true;
            for (int at = period; at < solid.length() && repeated; at++) {
                repeated = solid.charAt(at) == solid.charAt(at - period);
            }
            if (repeated) {
                return solid.substring(0, period);
            }
        }
        return solid;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static List<String> read() {
        try {
            return new ClassPathResource("signin/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(PasswordRules::plain)
                    .map(String::strip)
                    .filter(word -> word.length() > 2)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
