package org.opensocialnet.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.kernel.SearchText.Word;

/** Phrases that mean something of their own ("legal aid", "Πλατεία Βικτωρίας"), found in what was typed by the keys of their words. */
final class Phrases<T> {

    /** What a run of words means, and how many words it takes. */
    record Match<T>(Set<T> meanings, int length) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final Set<T> meanings = new LinkedHashSet<>();
    }

    private final Node<T> root = new Node<>();

    /** Concepts by their names and synonyms in all languages. */
    static Phrases<Concept> of(Vocabulary vocabulary) {
        var phrases = new Phrases<Concept>();
        for (var concept : vocabulary.concepts()) {
            if (concept.own()) {
                phrases.add(concept.name(), concept);
                concept.names().values().forEach(name -> phrases.add(name, concept));
                concept.synonyms().forEach(synonym -> phrases.add(synonym, concept));
            }
        }
        return phrases;
    }

    /** Small words within a phrase do not count, in the phrase and in what is typed. */
    void add(String phrase, T meaning) {
        var node = root;
        for (var word : SearchText.words(phrase)) {
            if (!word.filler()) {
                node = node.next.computeIfAbsent(word.key(), _ -> new Node<>());
            }
        }
        if (node != root) {
            node.meanings.add(meaning);
        }
    }

    /** The longest phrase that begins at a word; whole words only. */
    @Nullable
    Match<T> longest(List<Word> words, int from) {
        var here = List.of(root);
        Match<T> found = null;
        for (int at = from; at < words.size() && !here.isEmpty(); at++) {
            if (words.get(at).filler()) {
                if (at == from) {
                    return null;
                }
                continue;
            }
            here = step(here, words.get(at));
            var meanings = new LinkedHashSet<T>();
            here.forEach(node -> meanings.addAll(node.meanings));
            if (!meanings.isEmpty()) {
                found = new Match<>(meanings, at - from + 1);
            }
        }
        return found;
    }

    private List<Node<T>> step(List<Node<T>> here, Word word) {
        var there = new ArrayList<Node<T>>();
        for (var key : SearchText.keys(word.plain())) {
            for (var node : here) {
                var next = node.next.get(key);
                if (next != null && !there.contains(next)) {
                    there.add(next);
                }
            }
        }
        return there;
    }
}
