package org.opensocialnet.kernel;

/**
 * Takes the ending off a word written in {@link Sounds}, so that a word meets its other cases and numbers: ξενώνας,
 * ξενώνα, ξενώνων; meal, meals. Light on purpose: it never cuts into what carries the meaning.
 */
final class Stem {

    private static final String[] ENDINGS = {"as", "es", "is", "os", "us", "on", "a", "e", "i", "o", "u"};
    private static final String[] AFTER_MA = {"tos", "ta", "ton"};
    private static final int SHORTEST = 2;

    private Stem() {}

    static String of(String sound) {
        if (sound.length() <= SHORTEST || Character.isDigit(sound.charAt(0))) {
            return settled(sound);
        }
        return settled(withoutEnding(withoutEnglish(sound)));
    }

    private static String withoutEnglish(String sound) {
        int end = sound.length();
        if (end > 3 && sound.charAt(end - 1) == 's' && !Sounds.isVowel(sound.charAt(end - 2))) {
            end--;
        }
        if (end > 4 && sound.startsWith("ig", end - 2)) {
            end -= 2;
        }
        return sound.substring(0, end);
    }

    private static String withoutEnding(String sound) {
        for (var ending : AFTER_MA) {
            if (sound.endsWith("ma" + ending) && sound.length() > ending.length() + SHORTEST) {
                return sound.substring(0, sound.length() - ending.length() - 1);
            }
        }
        for (var ending : ENDINGS) {
            int left = sound.length() - ending.length();
            if (left >= SHORTEST && sound.endsWith(ending) && (sound.length() > 3 || ending.length() == 1)) {
                return withoutGlide(sound.substring(0, left));
            }
        }
        return sound;
    }

    /** παιδιά, παιδιού, οικίες, γραφέας: the vowel before the ending goes with it. */
    private static String withoutGlide(String stem) {
        int last = stem.length() - 1;
        boolean glide = stem.charAt(last) == 'i' || stem.charAt(last) == 'e';
        return glide && last >= SHORTEST ? stem.substring(0, last) : stem;
    }

    /** S is an s that belongs to the word and not to its number (class, box). */
    static String settled(String stem) {
        return stem.indexOf('S') < 0 ? stem : stem.replace('S', 's');
    }
}
