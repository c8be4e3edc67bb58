package org.opensocialnet.spelling;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a name sounds like, coarsely, in Latin letters that are the same for every script and spelling of it. Written for
 * names: ντ, nt, nd and d are one, so are μπ, mp and b, τζ, tz and j, θ, th and t; χ, ch, kh and h are h; αι, αη, ae and
 * ai are e; every ι is i. Takes letters folded by {@code SearchText.plain}.
 */
final class NameSound {

    private static final String VOWELS = "aeiou";
    private static final String SINGLE = "βδζικλμνπρστυφ";
    private static final String SINGLE_SOUND = "vdziklmnprstif";
    private static final int MOST_READINGS = 3;

    private NameSound() {}

    /** How it most probably sounds. */
    static String of(String folded) {
        return blend(letters(folded, false, false, false));
    }

    /** What a Latin spelling may also have meant: ch as in Charles, x for χ, h and u for η and υ. */
    static List<String> readings(String folded) {
        var readings = new LinkedHashSet<String>();
        readings.add(of(folded));
        if (isLatin(folded)) {
            boolean greeklish = folded.indexOf('h') > 0 || folded.indexOf('u') >= 0 || folded.contains("oy");
            if (folded.indexOf('x') >= 0) {
                readings.add(blend(letters(folded, false, true, false)));
            }
            if (greeklish) {
                readings.add(blend(letters(folded, false, folded.indexOf('x') >= 0, true)));
            }
            if (folded.contains("ch")) {
                readings.add(blend(letters(folded, true, false, false)));
            }
        }
        return readings.stream().filter(r -> !r.isEmpty()).limit(MOST_READINGS).toList();
    }

    /** The consonants alone, voiced and unvoiced as one: what is left of a name between Arabic, Greek and Latin. */
    static String skeleton(String sound) {
        var bones = new StringBuilder();
        for (int at = 0; at < sound.length(); at++) {
            char bone = switch (sound.charAt(at)) {
                case 'a', 'e', 'i', 'o', 'u' -> ' ';
                case 'b', 'p' -> 'p';
                case 'd' -> 't';
                case 'g' -> 'k';
                case 'v' -> 'f';
                case 'z', 'j' -> 's';
                default -> sound.charAt(at);
            };
            boolean again = !bones.isEmpty() && bones.charAt(bones.length() - 1) == bone;
            if (bone != ' ' && !again) {
                bones.append(bone);
            }
        }
        return bones.toString();
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(letter -> letter < 0x250);
    }

    private static char at(String word, int at) {
        return at >= 0 && at < word.length() ? word.charAt(at) : ' ';
    }

    private static boolean isVowel(char letter) {
        return "aeiouyαεηιουω".indexOf(letter) >= 0;
    }

    private static String letters(String word, boolean church, boolean chi, boolean greeklish) {
        var out = new StringBuilder(word.length() + 4);
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if (letter >= 'α' && letter <= 'ω') {
                at += greek(word, at, out);
            } else if (NativeScript.isOther(letter)) {
                out.append(NativeScript.sound(letter));
            } else {
                at += latin(word, at, out, church, chi, greeklish);
            }
        }
        return out.toString();
    }

    /** Answers how many further letters were taken. */
    private static int greek(String word, int at, StringBuilder out) {
        char next = at(word, at + 1);
        char letter = word.charAt(at);
        switch (letter) {
            case 'θ' -> out.append('t');
            case 'χ' -> out.append('h');
            case 'ξ' -> out.append("ks");
            case 'ψ' -> out.append("ps");
            case 'ω' -> out.append('o');
            case 'η' -> out.append(next == 'υ' ? "iv" : "i");
            case 'γ' -> {
                boolean nasal = next == 'γ' || next == 'κ';
                out.append(next == 'χ' || next == 'ξ' ? "n" : "g");
                return nasal ? 1 : 0;
            }
            case 'ο' -> {
                out.append(next == 'υ' ? 'u' : 'o');
                return next == 'υ' ? 1 : 0;
            }
            case 'α', 'ε' -> {
                out.append(letter == 'α' ? 'a' : 'e').append(next == 'υ' ? "v" : "");
                return next == 'υ' ? 1 : 0;
            }
            default -> {
                int known = SINGLE.indexOf(letter);
                out.append(known < 0 ? ' ' : SINGLE_SOUND.charAt(known));
            }
        }
        return letter == 'η' && next == 'υ' ? 1 : 0;
    }

    private static int latin(String word, int at, StringBuilder out, boolean church, boolean chi, boolean greeklish) {
        char next = at(word, at + 1);
        char before = at(word, at - 1);
        char letter = word.charAt(at);
        switch (letter) {
            case 'c' -> {
                if (next == 'h') {
                    out.append(church ? "ts" : "h");
                    return 1;
                }
                out.append("eiy".indexOf(next) >= 0 ? 's' : 'k');
            }
            case 'p', 't', 'k', 's', 'g', 'z' -> {
                boolean aspirated = next == 'h' && !(greeklish && !isVowel(at(word, at + 2)));
                char sound = letter == 'p' && aspirated ? 'f' : letter == 'k' && aspirated ? 'h' : letter;
                out.append(sound);
                boolean german = !greeklish && letter == 's' && next == 'c' && at(word, at + 2) == 'h';
                return aspirated ? 1 : german ? 2 : 0;
            }
            case 'd' -> {
                out.append(next == 'j' ? 'j' : 'd');
                return next == 'j' || next == 'h' && isVowel(at(word, at + 2)) ? 1 : 0;
            }
            case 'h' -> out.append(greeklish && !isVowel(before) && before != ' ' ? 'i' : 'h');
            case 'x' -> out.append(chi || next == 'r' ? "h" : "ks");
            case 'q' -> {
                out.append('k');
                return next == 'u' ? 1 : 0;
            }
            case 'w' -> out.append(isVowel(next) && !isConsonant(before) ? 'u' : 'o');
            case 'y' -> out.append('i');
            case 'o' -> {
                boolean long_ = next == 'u' || next == 'o' || greeklish && next == 'y';
                out.append(long_ ? 'u' : 'o');
                return long_ ? 1 : 0;
            }
            case 'a', 'e' -> {
                boolean glide = next == 'u' && (letter == 'e' || at + 2 < word.length());
                boolean long_ = letter == 'e' && next == 'e';
                out.append(long_ ? 'i' : letter).append(glide ? "v" : "");
                return glide || long_ ? 1 : 0;
            }
            case 'u' -> out.append(greeklish ? 'i' : 'u');
            case '8' -> out.append('t');
            case '3' -> out.append("ks");
            default -> {
                if (Character.isLetterOrDigit(letter) || letter == ' ') {
                    out.append(letter);
                }
            }
        }
        return 0;
    }

    private static boolean isConsonant(char letter) {
        return Character.isLetter(letter) && !isVowel(letter);
    }

    /** Letters that make one sound together become one. */
    private static String blend(String letters) {
        var out = new StringBuilder(letters.length());
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            char next = at(letters, at + 1);
            char sound = letter;
            int taken = 1;
            if (letter == 'a' && (next == 'i' || next == 'e')) {
                sound = 'e';
            } else if ((letter == 'e' || letter == 'o') && next == 'i') {
                sound = 'i';
            } else if (letter == 'm' && (next == 'p' || next == 'b')) {
                sound = 'b';
            } else if (letter == 'n' && (next == 't' || next == 'd')) {
                sound = 'd';
            } else if (letter == 'n' && next == 'g' || letter == 'g' && next == 'k') {
                sound = 'g';
            } else if (letter == 't' && next == 'z' || letter == 'd' && next == 'z') {
                sound = 'j';
            } else {
                taken = 0;
            }
            at += taken;
            if (out.isEmpty() || out.charAt(out.length() - 1) != sound || Character.isDigit(sound)) {
                out.append(sound);
            }
        }
        return soften(out);
    }

    /** f before a consonant and v before one are one; g before i or e and a vowel is only breathed, as in Γιώργος. */
    private static String soften(StringBuilder sounds) {
        for (int at = 0; at < sounds.length(); at++) {
            char next = at + 1 < sounds.length() ? sounds.charAt(at + 1) : ' ';
            if (sounds.charAt(at) == 'v' && VOWELS.indexOf(next) < 0) {
                sounds.setCharAt(at, 'f');
                if (next == 'f' || next == 'v') {
                    sounds.deleteCharAt(at + 1);
                }
            }
            boolean breathed = sounds.charAt(at) == 'g'
                    && next == 'i'
                    && at + 2 < sounds.length()
                    && VOWELS.indexOf(sounds.charAt(at + 2)) >= 0;
            if (breathed) {
                sounds.deleteCharAt(at);
            }
        }
        return sounds.toString();
    }
}
