package org.opensocialnet.search;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Shelf;
import org.opensocialnet.search.Found.Hit;
import org.opensocialnet.search.Interpreter.Reading;

/** Answers one question from one state of the index. */
final class Answer {

    private final Shelf shelf;
    private final Interpreter.Reading reading;
    private final Question question;
    private final Meaning meaning;
    private final int now;
    private final int minute;
    private final Selection selection;

    Answer(Shelf shelf, Reading reading, Clock clock) throws IOException {
        this.shelf = shelf;
        this.reading = reading;
        question = reading.question();
        meaning = new Meaning(shelf, reading);
        now = Shelf.minute(clock.instant());
        minute = question.when() instanceof When.At(var time)
                ? Shelf.minute(time.atZone(clock.getZone()).toInstant())
                : now;
        selection = new Selection(shelf, question, minute);
    }

    /** What was found, without offers. */
    Found find(boolean counted) throws IOException {
        var passing = selection.narrow(shelf.all());
        var scores = scores(passing);
        var matching = scores == null
                ? reading.units().isEmpty() ? shelf.all() : new FixedBitSet(passing.length())
                : scores.matching;
        passing.and(matching);
        var order = new Order(shelf, question, shelf.openAt(minute));
        if (scores == null) {
            order.add(passing);
        } else {
            order.add(scores);
        }
        return new Found(
                understood(),
                passing.cardinality(),
                counted ? shelf.servicesIn(passing) : 0,
                counted ? selection.openNow(matching, now) : 0,
                hits(order.page()),
                counted ? selection.counts(matching, passing) : Map.of(),
                List.of());
    }

    int count() throws IOException {
        var passing = selection.narrow(shelf.all());
        if (!reading.units().isEmpty()) {
            var scores = scores(passing);
            return scores == null ? 0 : scores.count();
        }
        return passing.cardinality();
    }

    /** Every word must be found, but where no point has all of them, fewer will do. */
    private @Nullable Scores scores(FixedBitSet passing) throws IOException {
        for (int atLeast = meaning.size(); atLeast > 0; atLeast--) {
            var scores = Scores.of(shelf.searcher(), meaning.query(atLeast), passing);
            if (atLeast == 1 || !scores.matching.scanIsEmpty()) {
                return scores;
            }
        }
        return null;
    }

    private Understood understood() {
        var concept = reading.concept();
        var slipped = meaning.slips().stream().map(slip -> slip.word().plain()).toList();
        return new Understood(question, concept == null ? null : concept.value(), meaning.ignored(), slipped);
    }

    private List<Hit> hits(int[] page) {
        var hits = new ArrayList<Hit>(page.length);
        for (int at : page) {
            Integer metres = question.near() != null && shelf.hasPlace(at)
                    ? (Integer) (int) Math.round(shelf.metres(
                            at, question.near().latitude(), question.near().longitude()))
                    : null;
            hits.add(new Hit(shelf.id(at), shelf.service(at), shelf.location(at), metres, shelf.state(at, minute)));
        }
        return hits;
    }
}
