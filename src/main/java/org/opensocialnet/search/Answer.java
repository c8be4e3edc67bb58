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
    private final int now;
    private final int minute;
    private final Selection selection;

    Answer(Shelf shelf, Reading reading, Clock clock) {
        this.shelf = shelf;
        this.reading = reading;
        question = reading.question();
        now = Shelf.minute(clock.instant());
        minute = question.when() instanceof When.At(var time)
                ? Shelf.minute(time.atZone(clock.getZone()).toInstant())
                : now;
        selection = new Selection(shelf, question, minute);
    }

    /** What was found, without offers. */
    Found find(Recent recent, boolean counted) throws IOException {
        var matches = recent.of(shelf, Matches.Key.of(reading, now, counted), () -> matches(counted));
        var order = new Order(shelf, question, shelf.openAt(minute));
        if (matches.scores() == null) {
            order.add(matches.passing());
        } else {
            order.add(matches.scores());
        }
        return new Found(
                understood(matches),
                matches.total(),
                matches.services(),
                matches.openNow(),
                hits(order.page()),
                matches.counts(),
                List.of());
    }

    private Matches matches(boolean counted) throws IOException {
        var meaning = new Meaning(shelf, reading);
        var passing = selection.narrow(shelf.all());
        var scores = scores(meaning, passing);
        var matching = scores == null
                ? reading.units().isEmpty() ? shelf.all() : new FixedBitSet(passing.length())
                : scores.matching;
        passing.and(matching);
        return new Matches(
                passing,
                scores,
                passing.cardinality(),
                counted ? shelf.servicesIn(passing) : 0,
                counted ? selection.openNow(matching, now) : 0,
                counted ? selection.counts(matching, passing) : Map.of(),
                meaning.ignored(),
                meaning.slips());
    }

    int count() throws IOException {
        var passing = selection.narrow(shelf.all());
        if (!reading.units().isEmpty()) {
            var scores = scores(new Meaning(shelf, reading), passing);
            return scores == null ? 0 : scores.count();
        }
        return passing.cardinality();
    }

    /** Every word must be found, but where no point has all of them, fewer will do. */
    private @Nullable Scores scores(Meaning meaning, FixedBitSet passing) throws IOException {
        for (int atLeast = meaning.size(); atLeast > 0; atLeast--) {
            var scores = Scores.of(shelf.searcher(), meaning.query(atLeast), passing);
            if (atLeast == 1 || !scores.matching.scanIsEmpty()) {
                return scores;
            }
        }
        return null;
    }

    private Understood understood(Matches matches) {
        var concept = reading.concept();
        return new Understood(question, concept == null ? null : concept.value(), matches.ignored(), matches.slipped());
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
