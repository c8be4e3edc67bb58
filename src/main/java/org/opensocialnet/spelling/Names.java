package org.opensocialnet.spelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opensocialnet.kernel.SearchText;

/**
 * Names folded so that spellings of one name meet: accents, iotacism, double letters, Greeklish and other
 * transliterations both ways, Cyrillic and Arabic letters, diminutives, the endings of Greek and Slavic surnames. For
 * comparing here, and for finding by whatever spelling somebody types.
 */
public final class Names {

    private static final Set<String> FEMALE_ENDINGS = Set.of("ova", "eva", "ina", "skaia", "ska");

    private Names() {}

    /** The words of a name in lower case without accents or signs: {@code Ελ-Χασάν} has two. At most eight are read. */
    public static List<String> words(String name) {
        var words = new ArrayList<String>();
        var folded = SearchText.plain(name.length() > 300 ? name.substring(0, 300) : name);
        var word = new StringBuilder();
        for (int at = 0; at <= folded.length() && words.size() < 8; at++) {
            char letter = at < folded.length() ? folded.charAt(at) : ' ';
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            } else if (letter != '\'' && letter != '’' && letter != '`' && letter != 'ʼ' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** The one key of the sound of a word: {@code Παπαδόπουλος}, {@code Papadopulos}, {@code PAPADOPOYLOS}. */
    public static String sound(String word) {
        return NameSound.of(SearchText.plain(word));
    }

    /**
     * All sounds somebody may have meant who typed this word, the most probable first; any in common with the sounds of
     * another word means that they are spellings of one name.
     */
    public static List<String> sounds(String word) {
        var readings = NameSound.readings(SearchText.plain(word));
        return readings.isEmpty() ? List.of(SearchText.plain(word)) : readings;
    }

    /** The full names, in Greek, for which a given name may be a diminutive or a foreign form; none if it is not known. */
    public static List<String> fullNames(String givenName) {
        var names = new LinkedHashSet<String>();
        sounds(givenName).forEach(sound -> names.addAll(GivenNames.fullNames(sound)));
        return List.copyOf(names);
    }

    /** The sound of a surname without its ending, one for father, mother and daughter: Παπαδόπουλος, Παπαδοπούλου. */
    public static String familyStem(String familyName) {
        return stem(sound(familyName));
    }

    /** The consonants of a sound, for names written without their vowels: محمد, Mohammed, Μοχάμεντ. */
    public static String consonants(String word) {
        return NameSound.skeleton(sound(word));
    }

    /** The consonants of a sound that is known. */
    public static String skeleton(String sound) {
        return NameSound.skeleton(sound);
    }

    /** The table of given names: in each line the full name, its diminutives and foreign forms. */
    public static List<List<String>> table() {
        return GivenNames.lines();
    }

    private static String stem(String sound) {
        for (var ending : FEMALE_ENDINGS) {
            if (sound.length() > ending.length() + 2 && sound.endsWith(ending)) {
                var stem = sound.substring(0, sound.length() - (ending.startsWith("ska") ? ending.length() - 2 : 1));
                return stem.endsWith("v") ? stem.substring(0, stem.length() - 1) + "f" : stem;
            }
        }
        int end = sound.length();
        if (end > 4 && sound.charAt(end - 1) == 's') {
            end--;
        }
        if (end > 3 && "aeiou".indexOf(sound.charAt(end - 1)) >= 0) {
            end--;
        }
        return sound.substring(0, end);
    }
}
