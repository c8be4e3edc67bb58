package org.opensocialnet.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opensocialnet.kernel.SearchText;

/**
 * The forms under which a name is stored and looked for: how it sounds (so that scripts and spellings meet), the sound
 * with one letter left away (so that a typo meets it), and its bones (consonants: Mohammed, Muhamad).
 */
final class NameKeys {

    static final String SOUND = "sound";
    static final String NEAR = "near";
    static final String BONES = "bones";
    private static final int SHORTEST_NEAR = 4;
    private static final int MOST_WORDS = 8;
    private static final int MOST_READINGS = 4;

    /** Forms of one name that people use for each other, the first being the one all are stored under. */
    private static final Map<String, String> USUAL = Stream.of("""
            γεωργιος γιωργος γιωργης γωγος george giorgos jorgos yiorgos
            ιωαννης γιαννης γιαννακης john yannis ioannis giannis
            κωνσταντινος κωστας κωστης ντινος konstantinos kostas costas
            δημητριος δημητρης μητσος τζιμης dimitris dimitrios jim
            νικολαος νικος νικολας nikos nick nikolaos
            παναγιωτης τακης πανος panagiotis panos
            χρηστος christos χρηστακης
            βασιλειος βασιλης vasilis bill vassilis
            αθανασιος θανασης νασος thanasis athanasios
            ευαγγελος βαγγελης vangelis evangelos
            σπυριδων σπυρος spyros spiros
            αναστασιος τασος anastasios tasos
            εμμανουηλ μανωλης μανος manolis manos emmanouil
            μιχαηλ μιχαλης michalis michael mike
            αλεξανδρος αλεκος alexandros alex alekos
            στυλιανος στελιος stelios stylianos
            θεοδωρος θοδωρης theodoros thodoris
            ηλιας λιακος ilias elias
            γρηγοριος γρηγορης grigoris
            γερασιμος μακης gerasimos
            μαρια μαιρη μαρω μαριω maria mary mairi
            ελενη λενα λενιω νιτσα eleni helen elena
            αικατερινη κατερινα κατινα καιτη katerina aikaterini catherine
            βασιλικη βασω βικυ vasiliki vaso vicky
            γεωργια γωγω georgia gogo
            παρασκευη βουλα βιβη ευη paraskevi voula evi
            ευαγγελια λια εβελινα evangelia lia
            αναστασια νατασα τασουλα anastasia tasia natasa
            δημητρα δημητρουλα dimitra
            σοφια φιφη sofia sophia
            κωνσταντινα ντινα konstantina dina
            ιωαννα γιαννα ioanna joanna
            αγγελικη κικη αγγελα angeliki kiki
            χριστινα τινα christina tina
            muhammad mohammed mohamed mohammad mehmet
            ahmad ahmed achmet
            hussein husain hossein
            oleksandr aleksandr alexander sasha
            """.strip().split("\n"))
            .map(line -> line.strip().split(" "))
            .flatMap(forms -> Stream.of(forms).map(form -> Map.entry(SearchText.key(form), SearchText.key(forms[0]))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));

    private NameKeys() {}

    /** The words of a name worth keeping. */
    static List<String> words(String name) {
        return SearchText.runs(name).stream()
                .filter(word -> SearchText.plain(word).length() >= 2)
                .limit(MOST_WORDS)
                .toList();
    }

    /** Where a word of a name is stored: kinds of tokens and what each is made of. */
    static Map<String, Set<String>> stored(String word) {
        return forms(List.of(SearchText.key(word)));
    }

    /** Where to look for a word somebody typed, in any of its readings. */
    static Map<String, Set<String>> looked(String word) {
        return forms(SearchText.keys(word).stream().limit(MOST_READINGS).toList());
    }

    private static Map<String, Set<String>> forms(List<String> keys) {
        var sounds = new LinkedHashSet<String>();
        keys.forEach(key -> {
            sounds.add(key);
            sounds.add(USUAL.getOrDefault(key, key));
        });
        return Map.of(SOUND, sounds, NEAR, near(sounds), BONES, bones(sounds));
    }

    private static Set<String> near(Collection<String> sounds) {
        var near = new LinkedHashSet<String>();
        for (var sound : sounds) {
            if (sound.length() >= SHORTEST_NEAR) {
                near.add(sound);
                for (int i = 0; i < sound.length(); i++) {
                    near.add(sound.substring(0, i) + sound.substring(i + 1));
                }
            }
        }
        return near;
    }

    private static Set<String> bones(Collection<String> sounds) {
        return sounds.stream()
                .map(sound -> sound.replaceAll("[aeiouyαεηιουω]", "").replaceAll("(.)\\1+", "$1"))
                .filter(bones -> bones.length() >= 3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
