package org.opensocialnet.index;

import org.apache.lucene.index.Term;

/** How the index keeps words: each as it is written, by its key and by its sound, told apart by a first letter. */
public final class IndexedWord {

    private IndexedWord() {}

    public static String written(String plain) {
        return "=" + plain;
    }

    public static String keyed(String key) {
        return "~" + key;
    }

    public static String sounding(String sound) {
        return "<" + sound;
    }

    /** The word by which the index keeps that a point carries a concept. */
    public static String mark(Concept concept) {
        return "#" + concept.facet().token(concept.value());
    }

    /** A word as Lucene looks it up. */
    public static Term term(String word) {
        return Point.word(word);
    }
}
