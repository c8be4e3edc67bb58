package org.opensocialnet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.search.Interpreter.Reading;
import org.opensocialnet.search.Offer.Widening;

/** Finds the nearest questions that have answers, where a question has none. */
final class Wider {

    private static final int MOST = 5;

    private final Vocabulary vocabulary;
    private final ToIntFunction<Question> count;
    private final List<Offer> offers = new ArrayList<>();

    Wider(Vocabulary vocabulary, ToIntFunction<Question> count) {
        this.vocabulary = vocabulary;
        this.count = count;
    }

    List<Offer> than(Reading reading) {
        var question = reading.question();
        if (!(question.when() instanceof When.Anytime)) {
            offer(Widening.ANY_TIME, question.withWhen(new When.Anytime()), null, null);
        }
        if (question.box() != null || !question.chosen(Facet.ZONE).isEmpty()) {
            offer(Widening.ANYWHERE, question.withBox(null).without(Facet.ZONE), null, null);
        }
        for (var facet : List.of(Facet.GROUP, Facet.LANGUAGE, Facet.FLAG, Facet.KIND)) {
            for (var value : question.chosen(facet)) {
                offer(Widening.WITHOUT_CHOICE, question.without(facet, value), facet, value);
            }
        }
        widerKind(reading);
        fewerWords(reading);
        if (offers.isEmpty()) {
            offer(
                    Widening.ONLY_WORDS,
                    Question.EVERYTHING.withWords(question.words()).withNear(question.near()),
                    null,
                    null);
        }
        if (offers.isEmpty()) {
            offer(Widening.EVERYTHING, Question.EVERYTHING.withNear(question.near()), null, null);
        }
        return List.copyOf(offers.subList(0, Math.min(MOST, offers.size())));
    }

    private void widerKind(Reading reading) {
        var question = reading.question();
        for (var value : question.chosen(Facet.TERM)) {
            var chosen = vocabulary.find(Facet.TERM, value);
            var parent = chosen == null ? null : vocabulary.parent(chosen);
            if (parent != null) {
                offer(Widening.WIDER_KIND, question.with(Facet.TERM, parent.value()), Facet.TERM, parent.value());
            } else {
                offer(Widening.WITHOUT_CHOICE, question.without(Facet.TERM), Facet.TERM, value);
            }
        }
        for (var unit : reading.units()) {
            for (var concept : unit.concepts()) {
                above(question, concept);
            }
        }
    }

    private void above(Question question, Concept concept) {
        var parent = vocabulary.parent(concept);
        if (parent != null && question.chosen(Facet.TERM).isEmpty() && parent.facet() == Facet.TERM) {
            offer(
                    Widening.WIDER_KIND,
                    question.withWords("").with(Facet.TERM, parent.value()),
                    Facet.TERM,
                    parent.value());
        }
    }

    private void fewerWords(Reading reading) {
        if (reading.units().size() < 2) {
            return;
        }
        for (var left : reading.units()) {
            var fewer = new StringBuilder();
            for (var unit : reading.units()) {
                if (unit != left) {
                    unit.words()
                            .forEach(word ->
                                    fewer.append(fewer.isEmpty() ? "" : " ").append(word.plain()));
                }
            }
            offer(Widening.FEWER_WORDS, reading.question().withWords(fewer.toString()), null, null);
        }
    }

    private void offer(Widening widening, Question wider, @Nullable Facet facet, @Nullable String value) {
        int found = count.applyAsInt(wider);
        if (found > 0) {
            offers.add(new Offer(widening, wider, found, facet, value));
        }
    }
}
