package org.opensocialnet.spelling;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Under which keys a word of a name is kept, and under which it is looked for, so that two spellings of it meet. Of each
 * sense one key in common is enough.
 */
public final class NameKeys {

    /** In which sense two words are the same name. */
    public enum Sense {
        /** They sound the same, or one is short for the other or its form in another language. */
        SOUND,
        /** Surnames of one family: Παπαδόπουλος, Παπαδοπούλου. */
        STEM,
        /** One letter was left out, added, changed or exchanged with its neighbour. */
        NEAR,
        /** The same consonants: Mohammed, Muhamad. */
        BONES
    }

    private static final int SHORTEST_NEAR = 4;
    private static final int LONGEST_NEAR = 14;
    private static final int SHORTEST_BONES = 3;

    private NameKeys() {}

    /** The words of a name worth keeping, single letters left out. */
    public static List<String> words(String name) {
        return Names.words(name).stream().filter(word -> word.length() >= 2).toList();
    }

    /** Where a word is kept. */
    public static Map<Sense, Set<String>> kept(String word, boolean family) {
        var sounds = Names.sounds(word);
        return keys(word, sounds, sounds.subList(0, 1), family);
    }

    /** Where a typed word is looked for, in any of its readings. */
    public static Map<Sense, Set<String>> looked(String word) {
        var sounds = Names.sounds(word);
        return keys(word, sounds, sounds, true);
    }

    private static Map<Sense, Set<String>> keys(
            String word, List<String> sounds, List<String> misspelt, boolean family) {
        var keys = new EnumMap<Sense, Set<String>>(Sense.class);
        var same = new LinkedHashSet<>(sounds);
        Names.fullNames(word).forEach(name -> same.add("=" + name));
        keys.put(Sense.SOUND, same);
        keys.put(Sense.STEM, family ? Set.of(Names.familyStem(word)) : Set.of());
        keys.put(Sense.NEAR, near(misspelt));
        keys.put(Sense.BONES, bones(sounds));
        return keys;
    }

    private static Set<String> near(Collection<String> sounds) {
        var near = new LinkedHashSet<String>();
        for (var whole : sounds) {
            var sound = whole.length() > LONGEST_NEAR ? whole.substring(0, LONGEST_NEAR) : whole;
            if (sound.length() >= SHORTEST_NEAR) {
                near.add(sound);
                for (int at = 0; at < sound.length(); at++) {
                    near.add(sound.substring(0, at) + sound.substring(at + 1));
                }
            }
        }
        return near;
    }

    private static Set<String> bones(Collection<String> sounds) {
        return sounds.stream()
                .map(Names::skeleton)
                .filter(bones -> bones.length() >= SHORTEST_BONES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
