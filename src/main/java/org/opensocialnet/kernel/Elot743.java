package org.opensocialnet.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Greek in Latin letters as on passports and road signs: the transcription of ELOT 743 (ISO 843). */
public final class Elot743 {

    private static final String ONE_TO_ONE_GREEK = "αβγδεζηικλμνξοπρσςτυφω";
    private static final String ONE_TO_ONE_LATIN = "avgdeziiklmnxoprsstyfo";
    private static final String VOICED = "αεηιουωβγδζλμνρ";

    private Elot743() {}

    /** The text with its Greek words transcribed; everything else stays as it is. */
    public static String latin(String text) {
        var greek = Normalizer.normalize(text, Normalizer.Form.NFC);
        var latin = new StringBuilder(greek.length() + 8);
        for (int at = 0; at < greek.length(); at++) {
            latin.append(transcribed(greek, at));
        }
        return latin.toString();
    }

    /** The text as a part of an address: Latin letters without accents, digits and hyphens. */
    public static String slug(String text) {
        var slug = new StringBuilder();
        for (var word : Letters.fold(latin(text)).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                slug.append(slug.isEmpty() ? "" : "-").append(word);
            }
        }
        return slug.toString();
    }

    private static String transcribed(String text, int at) {
        char letter = text.charAt(at);
        char bare = bare(text, at);
        char next = bare(text, at + 1);
        return switch (bare) {
            case 'θ' -> pair("th", text, at);
            case 'χ' -> pair("ch", text, at);
            case 'ψ' -> pair("ps", text, at);
            case 'γ' -> cased("γξχ".indexOf(next) >= 0 ? "n" : "g", letter);
            case 'μ' -> cased(next == 'π' && atEdge(text, at) ? "b" : "m", letter);
            case 'π' -> bare(text, at - 1) == 'μ' && atEdge(text, at - 1) ? "" : cased("p", letter);
            case 'υ' -> cased(upsilon(text, at), letter);
            default -> {
                int known = ONE_TO_ONE_GREEK.indexOf(bare);
                yield known < 0
                        ? Character.toString(letter)
                        : cased(ONE_TO_ONE_LATIN.substring(known, known + 1), letter);
            }
        };
    }

    /** υ is a letter of its own (y), or the second of ου (u), or of αυ, ευ, ηυ (v or f, by what follows). */
    private static String upsilon(String text, int at) {
        char before = bare(text, at - 1);
        boolean apart = at == 0 || isAccented(text.charAt(at - 1)) || hasDiaeresis(text.charAt(at));
        if (apart || "αεηο".indexOf(before) < 0) {
            return "y";
        }
        if (before == 'ο') {
            return "u";
        }
        return VOICED.indexOf(bare(text, at + 1)) >= 0 ? "v" : "f";
    }

    private static boolean atEdge(String text, int mu) {
        return !Character.isLetter(letterAt(text, mu - 1)) || !Character.isLetter(letterAt(text, mu + 2));
    }

    private static String pair(String latin, String text, int at) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return latin;
        }
        char next = letterAt(text, at + 1);
        char neighbour = Character.isLetter(next) ? next : letterAt(text, at - 1);
        boolean allUpper = Character.isUpperCase(neighbour);
        return Character.toUpperCase(latin.charAt(0))
                + (allUpper ? latin.substring(1).toUpperCase(Locale.ROOT) : latin.substring(1));
    }

    private static String cased(String latin, char as) {
        return Character.isUpperCase(as) ? latin.toUpperCase(Locale.ROOT) : latin;
    }

    private static char letterAt(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    /** The letter in lower case without its accent; a space outside the text and for what is not Greek. */
    private static char bare(String text, int at) {
        char letter = letterAt(text, at);
        if (!isGreek(letter)) {
            return ' ';
        }
        return letter == 'ς' ? 'ς' : Letters.fold(Character.toString(letter)).charAt(0);
    }

    private static boolean isGreek(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.GREEK && Character.isLetter(letter);
    }

    private static boolean isAccented(char letter) {
        var parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return parts.chars().anyMatch(part -> part == 0x0301 || part == 0x0300 || part == 0x0342);
    }

    private static boolean hasDiaeresis(char letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                        .indexOf(0x0308)
                >= 0;
    }
}
