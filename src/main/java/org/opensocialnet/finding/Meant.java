package org.opensocialnet.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Understood.Respelled;
import org.opensocialnet.web.Words;

/** A misspelt word and the word it was taken for, as it is written on the page: first in the reader's language. */
record Meant(String typed, String word) {

    /** The words that one can be told; of some only their sound is known. */
    static List<Meant> of(Words t, List<Respelled> respelled, Vocabulary vocabulary, List<Listed> results) {
        return respelled.stream()
                .flatMap(one -> written(t, one, vocabulary, results).map(word -> new Meant(one.typed(), word)).stream())
                .toList();
    }

    private static Optional<String> written(Words t, Respelled one, Vocabulary vocabulary, List<Listed> results) {
        var key = one.key();
        if (key == null) {
            return Optional.empty();
        }
        var concepts = vocabulary.concepts();
        return Stream.of(
                        concepts.stream().map(concept -> concept.name(t.lang())),
                        results.stream()
                                .map(result -> Say.name(t, result.card()).text()),
                        results.stream()
                                .map(result ->
                                        Say.organization(t, result.card()).text()),
                        concepts.stream().flatMap(Meant::otherNames))
                .flatMap(texts -> texts)
                .flatMap(text -> SearchText.words(text).stream()
                        .filter(word -> word.key().equals(key))
                        .map(word -> text.substring(word.start(), word.end())))
                .findFirst();
    }

    private static Stream<String> otherNames(Concept concept) {
        return Stream.concat(
                Stream.concat(Stream.of(concept.name()), concept.names().values().stream()),
                concept.synonyms().stream());
    }

    /** The question with the word as it was meant. */
    Question corrected(Question question) {
        var words = question.words();
        var all = SearchText.words(words);
        for (var word : all.reversed()) {
            if (word.plain().equals(typed)) {
                words = words.substring(0, word.start()) + this.word + words.substring(word.end());
            }
        }
        return question.withWords(words);
    }
}
