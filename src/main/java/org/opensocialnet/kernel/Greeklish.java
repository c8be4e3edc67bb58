package org.opensocialnet.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads Greek written with Latin letters, by ear ("psichologos") or by eye ("yuxologos", "ypnwthrio"). One letter may
 * stand for several: x is ξ or χ, h is χ or η, so a word has several readings.
 */
final class Greeklish {

    private static final int MOST_READINGS = 24;
    private static final int MOST_BEGUN = 64;

    /** The word as read so far; {@code habits} counts once each letter that was not read in its first way. */
    private record Reading(String letters, int habits) {}

    private static final List<Reading> NOTHING_YET = List.of(new Reading("", 0));

    private Greeklish() {}

    static String first(String word) {
        var letters = new StringBuilder(word.length() + 2);
        for (int at = 0; at < word.length(); at += length(word, at)) {
            letters.append(ways(word, at)[0]);
        }
        return letters.toString();
    }

    static List<String> readings(String word) {
        var readings = NOTHING_YET;
        for (int at = 0; at < word.length(); at += length(word, at)) {
            readings = continued(readings, ways(word, at), 1 << (word.charAt(at) & 31));
        }
        return readings.stream()
                .sorted(Comparator.comparingInt(reading -> Integer.bitCount(reading.habits)))
                .limit(MOST_READINGS)
                .map(Reading::letters)
                .toList();
    }

    private static List<Reading> continued(List<Reading> readings, String[] ways, int habit) {
        var longer = new ArrayList<Reading>(readings.size() * ways.length);
        for (var reading : readings) {
            for (int way = 0; way < ways.length; way++) {
                int habits = way == 0 ? reading.habits : reading.habits | habit;
                longer.add(new Reading(reading.letters + ways[way], habits));
            }
        }
        if (longer.size() > MOST_BEGUN) {
            longer.sort(Comparator.comparingInt(reading -> Integer.bitCount(reading.habits)));
            return longer.subList(0, MOST_BEGUN);
        }
        return longer;
    }

    private static int length(String word, int at) {
        char next = next(word, at);
        return switch (word.charAt(at)) {
            case 'c', 't', 'p', 'k', 'g', 'd' -> next == 'h' ? 2 : 1;
            case 'n' -> next == 'k' ? 2 : 1;
            case 's' -> next == 's' && at + 2 == word.length() ? 2 : 1;
            default -> 1;
        };
    }

    private static String[] ways(String word, int at) {
        char letter = word.charAt(at);
        char next = next(word, at);
        char previous = at > 0 ? word.charAt(at - 1) : ' ';
        boolean withH = next == 'h';
        return switch (letter) {
            case 'b' -> previous == 'm' ? all("b", "v", "p") : all("b", "v", "mp");
            case 'c' -> withH ? all("H") : all("k");
            case 'd' -> withH ? all("d", "di") : previous == 'n' ? all("d", "t") : all("d", "nt");
            case 'g' -> withH ? all("g", "gi") : all("g");
            case 'h' -> at == 0 ? all("H", "i", "") : all("H", "i");
            case 'j' -> all("z", "ks");
            case 'k' -> withH ? all("H", "ki") : all("k");
            case 'n' -> next == 'k' ? all("nk", "g") : all("n");
            case 'p' -> withH ? all("f", "pi") : all("p");
            case 'q' -> all("k");
            case 's' -> length(word, at) == 2 ? all("S") : all("s");
            case 't' -> withH ? all("T", "ti") : all("t");
            case 'u' -> "aeow".indexOf(previous) >= 0 ? all("u") : all("u", "y");
            case 'w' -> all("o");
            case 'x' -> next == ' ' ? all("kS", "H") : all("ks", "H");
            case 'y' -> at == 0 && Sounds.isVowel(next) ? all("y", "g") : all("y");
            case '0' -> digit(word, "0", "o");
            case '3' -> digit(word, "3", "ks");
            case '4' -> digit(word, "4", "ps");
            case '8' -> digit(word, "8", "T");
            case '9' -> digit(word, "9", "T");
            default -> all(Character.toString(letter));
        };
    }

    /** A digit among letters may be drawn for a letter that looks like it: 8eatro, 3enonas. */
    private static String[] digit(String word, String digit, String letter) {
        return word.chars().allMatch(Character::isDigit) ? all(digit) : all(digit, letter);
    }

    private static char next(String word, int at) {
        return at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    }

    private static String[] all(String... ways) {
        return ways;
    }
}
