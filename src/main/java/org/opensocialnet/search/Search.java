package org.opensocialnet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Index;
import org.opensocialnet.index.Shelf;
import org.opensocialnet.index.Vocabulary;
import org.springframework.stereotype.Component;

/** Answers what readers ask: which points of help there are for their words, place, time and filters. */
@Component
public class Search {

    private final Index index;
    private final Clock clock;
    private final Phrases<Near> places;
    private final Recent recent = new Recent();
    private volatile Named named = new Named(new Vocabulary(List.of()), new Phrases<>());

    /** The phrases of one state of the vocabulary. */
    private record Named(Vocabulary vocabulary, Phrases<Concept> phrases) {}

    Search(Index index, Gazetteer gazetteer, Clock clock) {
        this.index = index;
        this.clock = clock;
        this.places = gazetteer.phrases();
    }

    /** One page of answers with the counts of all filters, and offers where there is nothing. */
    public Found find(Question question) {
        var shelf = index.acquire();
        try {
            var reading = interpreter().read(question);
            var found = new Answer(shelf, reading, clock).find(recent, true);
            return found.total() > 0
                    ? found
                    : found.with(new Wider(index.vocabulary(), wider -> count(shelf, wider)).than(reading));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            shelf.release();
        }
    }

    /** The answers alone, for maps and lists that need no filters beside them. */
    public Found points(Question question) {
        var shelf = index.acquire();
        try {
            return new Answer(shelf, interpreter().read(question), clock).find(recent, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            shelf.release();
        }
    }

    public int count(Question question) {
        var shelf = index.acquire();
        try {
            return count(shelf, question);
        } finally {
            shelf.release();
        }
    }

    private int count(Shelf shelf, Question question) {
        try {
            return new Answer(shelf, interpreter().read(question), clock).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything in which each of some words is found, for programs that go through all of it: places and times are
     * words like others. Nothing is answered while the index is made, and where there is no word to look for.
     */
    public Optional<Matching> matching(String words) {
        if (index.preparing().isPresent()) {
            return Optional.empty();
        }
        var shelf = index.acquire();
        try {
            return Matching.of(shelf, interpreter().plainly(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            shelf.release();
        }
    }

    /** How much is ready to be searched, in percent, while nothing can be found yet. */
    public OptionalInt preparing() {
        return index.preparing();
    }

    /** Kinds of service and target groups by their names. */
    public Vocabulary vocabulary() {
        return index.vocabulary();
    }

    private Interpreter interpreter() {
        return new Interpreter(phrases(index.vocabulary()), places, clock);
    }

    private Phrases<Concept> phrases(Vocabulary vocabulary) {
        var current = named;
        if (current.vocabulary() != vocabulary) {
            current = new Named(vocabulary, Phrases.of(vocabulary));
            named = current;
        }
        return current.phrases();
    }
}
