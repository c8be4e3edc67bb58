package org.opensocialnet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.opensocialnet.index.IndexedWord;
import org.opensocialnet.index.Shelf;
import org.opensocialnet.search.Interpreter.Unit;
import org.opensocialnet.search.Understood.Respelled;

/** The words of a question as a query of the index: every word must be found, those nothing knows are left out. */
final class Meaning {

    private static final float BOTH = 0.4f;
    private static final float PLACE = 0.2f;

    private final Shelf shelf;
    private final Spelling spelling;
    private final List<Query> parts = new ArrayList<>();
    private final List<Query> sides = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Respelled> slips = new ArrayList<>();

    Meaning(Shelf shelf, Interpreter.Reading reading) throws IOException {
        this.shelf = shelf;
        this.spelling = new Spelling(shelf);
        for (var unit : reading.units()) {
            add(unit);
        }
        for (var word : reading.placeWords()) {
            var match = word.filler() ? null : spelling.find(word);
            if (match != null && !match.slipped()) {
                sides.add(new BoostQuery(match.query(), PLACE));
            }
        }
    }

    private void add(Unit unit) throws IOException {
        var ways = new ArrayList<Query>();
        for (var concept : unit.concepts()) {
            var mark = IndexedWord.mark(concept);
            if (shelf.frequency(mark) > 0) {
                ways.add(new TermQuery(IndexedWord.term(mark)));
            }
        }
        var together = new BooleanQuery.Builder();
        int found = 0;
        for (var word : unit.words()) {
            var match = spelling.find(word);
            if (match == null || match.slipped() && !ways.isEmpty()) {
                continue;
            }
            together.add(match.query(), Occur.MUST);
            found++;
            if (match.slipped()) {
                slips.add(new Respelled(word.plain(), match.key()));
            }
        }
        if (found == unit.words().size()) {
            ways.add(together.build());
        }
        if (ways.isEmpty()) {
            unit.words().forEach(word -> ignored.add(word.plain()));
        } else {
            parts.add(ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, BOTH));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    int size() {
        return parts.size();
    }

    /** All parts, or at least so many of them. */
    Query query(int atLeast) {
        var query = new BooleanQuery.Builder();
        boolean all = atLeast >= parts.size();
        parts.forEach(part -> query.add(part, all ? Occur.MUST : Occur.SHOULD));
        if (!all) {
            query.setMinimumNumberShouldMatch(atLeast);
        }
        var required = query.build();
        if (sides.isEmpty()) {
            return required;
        }
        var whole = new BooleanQuery.Builder().add(required, Occur.MUST);
        sides.forEach(side -> whole.add(side, Occur.SHOULD));
        return whole.build();
    }

    /** Words that nothing in the index resembles. */
    List<String> ignored() {
        return ignored;
    }

    /** Words that are in the index only in another spelling. */
    List<Respelled> slips() {
        return slips;
    }
}
