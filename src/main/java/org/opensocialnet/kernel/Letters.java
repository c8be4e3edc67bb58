package org.opensocialnet.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Letters made comparable: lower case, without accents and breathings, the final sigma as any other. */
final class Letters {

    private static final int TABLE_END = 0x2000;
    private static final char NOTHING = 0;
    private static final char[] FOLDED = new char[TABLE_END];

    static {
        for (char letter = 0; letter < TABLE_END; letter++) {
            FOLDED[letter] = isMark(letter) ? NOTHING : bare(letter);
        }
    }

    private Letters() {}

    static String fold(String text) {
        var source = reachesBeyondTable(text) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
        var folded = new StringBuilder(source.length());
        for (int at = 0; at < source.length(); at++) {
            char letter = source.charAt(at);
            char bare = letter < TABLE_END ? FOLDED[letter] : letter;
            if (bare != NOTHING) {
                folded.append(bare);
            }
        }
        return folded.toString();
    }

    static boolean isGreek(char folded) {
        return folded >= 'α' && folded <= 'ω';
    }

    /** Accents of Greek and Latin, vowel points of Arabic and Hebrew: what people leave out when they type. */
    private static boolean isMark(char letter) {
        return letter >= 0x0300 && letter <= 0x036F
                || letter >= 0x0591 && letter <= 0x05BD
                || letter >= 0x064B && letter <= 0x0652;
    }

    private static char bare(char letter) {
        var bare = new StringBuilder();
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(part -> !isMark((char) part))
                .forEach(part -> bare.append((char) part));
        return alike(bare.length() == 1 ? bare.charAt(0) : Character.toLowerCase(letter));
    }

    private static char alike(char letter) {
        return switch (letter) {
            case 'ς' -> 'σ';
            case 'ß' -> 's';
            case 'æ', 'œ' -> 'e';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ł' -> 'l';
            case 'ı' -> 'i';
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى' -> 'ي';
            default -> letter;
        };
    }

    private static boolean reachesBeyondTable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= TABLE_END) {
                return true;
            }
        }
        return false;
    }
}
