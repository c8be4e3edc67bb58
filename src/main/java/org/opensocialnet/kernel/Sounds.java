package org.opensocialnet.kernel;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a written word sounds like to a Greek ear, in letters that are the same whether it was written in Greek,
 * in Greeklish or in Latin transcription. T stands for θ, H for χ.
 */
final class Sounds {

    private static final String VOWELS = "aeiouy";

    private Sounds() {}

    /** How the word most probably sounds: what an index keeps. Takes a folded word. */
    static String of(String word) {
        return blend(isGreek(word) ? greek(word) : Greeklish.first(word));
    }

    /** All that a reader may have meant, the most probable first. Takes a folded word. */
    static List<String> readings(String word) {
        if (isGreek(word)) {
            return List.of(of(word));
        }
        var sounds = new LinkedHashSet<String>();
        Greeklish.readings(word).forEach(reading -> sounds.add(blend(reading)));
        sounds.remove("");
        return List.copyOf(sounds);
    }

    static boolean isVowel(char sound) {
        return VOWELS.indexOf(sound) >= 0;
    }

    private static boolean isGreek(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (Letters.isGreek(word.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static String greek(String word) {
        var letters = new StringBuilder(word.length() + 4);
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            switch (asGreek(letter)) {
                case 'α' -> letters.append('a');
                case 'β' -> letters.append('v');
                case 'γ' -> letters.append('g');
                case 'δ' -> letters.append('d');
                case 'ε' -> letters.append('e');
                case 'ζ' -> letters.append('z');
                case 'η' -> {
                    boolean etaUpsilon = at + 1 < word.length() && word.charAt(at + 1) == 'υ';
                    letters.append(etaUpsilon ? "iv" : "i");
                    at += etaUpsilon ? 1 : 0;
                }
                case 'θ' -> letters.append('T');
                case 'ι' -> letters.append('i');
                case 'κ' -> letters.append('k');
                case 'λ' -> letters.append('l');
                case 'μ' -> letters.append('m');
                case 'ν' -> letters.append('n');
                case 'ξ' -> letters.append(at + 1 == word.length() ? "kS" : "ks");
                case 'ο', 'ω' -> letters.append('o');
                case 'π' -> letters.append('p');
                case 'ρ' -> letters.append('r');
                case 'σ' -> letters.append('s');
                case 'τ' -> letters.append('t');
                case 'υ' -> letters.append('y');
                case 'φ' -> letters.append('f');
                case 'χ' -> letters.append('H');
                case 'ψ' -> letters.append("ps");
                default -> letters.append(letter);
            }
        }
        return letters.toString();
    }

    /** A Latin letter inside a Greek word was meant to look Greek: KENTPO. */
    private static char asGreek(char letter) {
        return switch (letter) {
            case 'a' -> 'α';
            case 'b' -> 'β';
            case 'e' -> 'ε';
            case 'h' -> 'η';
            case 'i' -> 'ι';
            case 'k' -> 'κ';
            case 'm' -> 'μ';
            case 'n', 'v' -> 'ν';
            case 'o' -> 'ο';
            case 'p' -> 'ρ';
            case 't' -> 'τ';
            case 'u', 'y' -> 'υ';
            case 'x' -> 'χ';
            case 'z' -> 'ζ';
            default -> letter;
        };
    }

    /** Two letters that make one sound become one; what is heard alike is written alike. */
    private static String blend(String letters) {
        var sounds = new StringBuilder(letters.length() + 2);
        int at = 0;
        while (at < letters.length()) {
            char letter = letters.charAt(at);
            char next = at + 1 < letters.length() ? letters.charAt(at + 1) : ' ';
            char third = at + 2 < letters.length() ? letters.charAt(at + 2) : ' ';
            boolean upsilon = next == 'y' || next == 'u';
            int taken = 2;
            if (letter == 'a' && next == 'i') {
                put(sounds, 'e');
            } else if ((letter == 'e' || letter == 'o' || letter == 'y') && next == 'i') {
                put(sounds, 'i');
            } else if (letter == 'o' && upsilon) {
                put(sounds, 'u');
            } else if ((letter == 'a' || letter == 'e') && upsilon) {
                put(sounds, letter);
                put(sounds, 'v');
            } else if (letter == 'g' && next == 'k' && (third == 's' || third == 'S')) {
                sounds.append("nk").append(third);
                taken = 3;
            } else if (letter == 'g' && next == 'H') {
                sounds.append("nH");
            } else if (letter == 'g' && next == 'k' || letter == 'n' && next == 'g') {
                put(sounds, 'g');
            } else if (letter == 'm' && next == 'p' && at == 0) {
                put(sounds, 'b');
            } else if (letter == 't' && next == 'z') {
                sounds.append("ts");
            } else {
                put(sounds, letter == 'y' ? 'i' : letter);
                taken = 1;
            }
            at += taken;
        }
        return soften(sounds);
    }

    private static void put(StringBuilder sounds, char sound) {
        int last = sounds.length() - 1;
        if (last < 0 || sounds.charAt(last) != sound || Character.isDigit(sound)) {
            sounds.append(sound);
        }
    }

    /** f and v before a consonant are one (αυτός: aftos, avtos), and γι before a vowel is only breathed (γιατρός). */
    private static String soften(StringBuilder sounds) {
        for (int at = 0; at < sounds.length(); at++) {
            char sound = sounds.charAt(at);
            if (sound == 'f' || sound == 'v') {
                char next = at + 1 < sounds.length() ? sounds.charAt(at + 1) : ' ';
                if (next == 'f' || next == 'v') {
                    sounds.deleteCharAt(at--);
                } else if (!isVowel(next)) {
                    sounds.setCharAt(at, 'v');
                }
            }
        }
        boolean breathed = sounds.length() > 2 && sounds.charAt(0) == 'g' && sounds.charAt(1) == 'i';
        return breathed && isVowel(sounds.charAt(2)) ? sounds.substring(1) : sounds.toString();
    }
}
