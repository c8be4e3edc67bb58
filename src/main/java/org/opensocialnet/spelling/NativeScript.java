package org.opensocialnet.spelling;

/** Cyrillic and Arabic letters by the Latin sound that stands for them in transliterated names. */
final class NativeScript {

    private static final String CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяёў";
    private static final String[] CYRILLIC_SOUNDS = {
        "a", "b", "v", "g", "g", "d", "e", "ie", "z", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
        "t", "u", "f", "h", "ts", "ts", "s", "sts", "", "i", "", "e", "iu", "ia", "e", "u"
    };
    private static final String ARABIC = "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤپچژگکیۀ";
    private static final String[] ARABIC_SOUNDS = {
        "a", "a", "i", "a", "a", "b", "t", "t", "j", "h", "h", "d", "d", "r", "z", "s", "s", "s", "d", "t", "z", "a",
        "g", "f", "k", "k", "l", "m", "n", "h", "u", "i", "a", "a", "", "i", "u", "p", "ts", "z", "g", "k", "i", "e"
    };

    private NativeScript() {}

    /** The sound of a folded letter of another script, the letter itself if we know none. */
    static String sound(char letter) {
        int at = CYRILLIC.indexOf(letter);
        if (at >= 0) {
            return CYRILLIC_SOUNDS[at];
        }
        at = ARABIC.indexOf(letter);
        return at >= 0 ? ARABIC_SOUNDS[at] : Character.toString(letter);
    }

    static boolean isOther(char letter) {
        return letter >= 'Ѐ';
    }
}
