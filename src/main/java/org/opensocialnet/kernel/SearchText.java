package org.opensocialnet.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes words comparable for search, so that what a reader types meets what is written: with or without accents, in
 * Greek, in Greeklish, in transcription, in another case or number. An index keeps the one {@link Word#key} of each
 * word; a query looks for any of its {@link #keys}, of which the first is what an index would keep.
 */
public final class SearchText {

    /**
     * One word of a text: where it stands, its folded letters, its sound with the ending (for beginnings of words),
     * its key, and whether it only fills (the, and, στο).
     */
    public record Word(String plain, String sound, String key, int start, int end, boolean filler) {}

    /** A word without its place in a text. */
    public record Form(String plain, String sound, String key, boolean filler) {

        private static final Form NONE = new Form("", "", "", true);
    }

    private static final Set<String> FILLERS =
            Stream.of("""
                    ο η το οι τα του της των τον την τους τις και κι σε στο στη στην στον στα στους στις στου στης
                    με από για που πως να θα είναι ένα μια ένας ως
                    the a an of and or for to in on at by with from is are i my me we
                    kai gia apo sto sti stin ston sta se tin tis tou ton twn ta oi
                    """.strip().split("\\s+")).map(Letters::fold).collect(Collectors.toUnmodifiableSet());

    private SearchText() {}

    /** The text in lower case without accents; the final sigma is a sigma. */
    public static String plain(String text) {
        return Letters.fold(text);
    }

    /** The words of a text in order, fillers included. */
    public static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        for (var span : Spans.of(text)) {
            var form = form(span.letters());
            if (!form.plain().isEmpty()) {
                words.add(new Word(form.plain(), form.sound(), form.key(), span.start(), span.end(), form.filler()));
            }
        }
        return words;
    }

    /** The runs of letters that {@link #words} takes for words, for those who keep the {@link #form} of each. */
    public static List<String> runs(String text) {
        return Spans.of(text).stream().map(Spans.Span::letters).toList();
    }

    /** What becomes of one run of letters; its plain form is empty where it is no word. */
    public static Form form(String letters) {
        var plain = Letters.fold(letters);
        if (plain.isEmpty()) {
            return Form.NONE;
        }
        var sound = Sounds.of(plain);
        return new Form(plain, Stem.settled(sound), Stem.of(sound), FILLERS.contains(plain));
    }

    /** The key an index keeps of one word. */
    public static String key(String word) {
        return Stem.of(Sounds.of(Letters.fold(word)));
    }

    /** The keys a query looks for when a reader has typed this word, the most probable first. */
    public static List<String> keys(String word) {
        var keys = new LinkedHashSet<String>();
        Sounds.readings(Letters.fold(word)).forEach(sound -> keys.add(Stem.of(sound)));
        return List.copyOf(keys);
    }

    /** The sounds a query looks for when a reader has typed only the beginning of a word. */
    public static List<String> beginnings(String word) {
        var beginnings = new LinkedHashSet<String>();
        for (var sound : Sounds.readings(Letters.fold(word))) {
            beginnings.add(Stem.settled(sound));
            if (sound.endsWith("v")) { // what follows is not typed yet, so it may still become an f
                beginnings.add(sound.substring(0, sound.length() - 1) + "f");
            }
        }
        return List.copyOf(beginnings);
    }
}
