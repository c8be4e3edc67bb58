package org.opensocialnet.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.IndexedWord;
import org.opensocialnet.index.Shelf;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.kernel.SearchText.Word;

/**
 * Finds one typed word in the index: as it is written, by its key, else as the beginning of a word, else as a
 * word with a slip or two. The index keeps each word three times, told apart by a first letter.
 */
final class Spelling {

    private static final float WRITTEN = 1.2f;
    private static final float BEGUN = 0.6f;
    private static final float SLIPPED = 0.5f;
    private static final float EACH_READING_LESS = 0.06f;
    private static final int MOST_EXPANSIONS = 40;
    private static final int SHORTEST_BEGINNING = 3;

    /** How a word was found, if it was. */
    record Match(Query query, boolean slipped, @Nullable String key) {}

    private final Shelf shelf;

    Spelling(Shelf shelf) {
        this.shelf = shelf;
    }

    @Nullable
    Match find(Word word) throws IOException {
        var exact = exact(word);
        if (exact != null) {
            return new Match(exact, false, null);
        }
        var begun = word.plain().length() < SHORTEST_BEGINNING ? null : begun(word);
        if (begun != null) {
            return new Match(begun, false, null);
        }
        return slipped(word);
    }

    private @Nullable Query exact(Word word) throws IOException {
        var found = new ArrayList<Query>();
        add(found, IndexedWord.written(word.plain()), WRITTEN);
        float boost = 1f;
        for (var key : SearchText.keys(word.plain())) {
            add(found, IndexedWord.keyed(key), boost);
            boost -= EACH_READING_LESS;
        }
        return best(found);
    }

    private void add(List<Query> found, String word, float boost) throws IOException {
        if (boost > 0 && shelf.frequency(word) > 0) {
            found.add(new BoostQuery(new TermQuery(IndexedWord.term(word)), boost));
        }
    }

    private @Nullable Query begun(Word word) throws IOException {
        var found = new ArrayList<Query>();
        for (var beginning : SearchText.beginnings(word.plain())) {
            if (beginning.length() >= 2) {
                expand(
                        found,
                        new PrefixQuery(
                                IndexedWord.term(IndexedWord.sounding(beginning)),
                                new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(MOST_EXPANSIONS)),
                        BEGUN);
            }
        }
        return best(found);
    }

    private @Nullable Match slipped(Word word) throws IOException {
        var keys = SearchText.keys(word.plain());
        var found = new ArrayList<Query>();
        String nearest = null;
        for (var key : keys.subList(0, Math.min(4, keys.size()))) {
            int slips = key.length() < 3 ? 0 : key.length() < 7 ? 1 : 2;
            if (slips == 0) {
                continue;
            }
            var fuzzy = new FuzzyQuery(IndexedWord.term(IndexedWord.keyed(key)), slips, 2, MOST_EXPANSIONS, true);
            var expanded = expand(found, fuzzy, SLIPPED);
            nearest = nearest == null ? expanded : nearest;
        }
        var best = best(found);
        return best == null ? null : new Match(best, true, nearest);
    }

    /** Adds what a query stands for in this index; tells the key of the strongest word. */
    private @Nullable String expand(List<Query> found, Query query, float boost) throws IOException {
        var rewritten = shelf.searcher().rewrite(query);
        if (rewritten instanceof BooleanQuery none && none.clauses().isEmpty()
                || rewritten instanceof MatchNoDocsQuery) {
            return null;
        }
        found.add(new BoostQuery(rewritten, boost));
        return strongest(rewritten);
    }

    private static @Nullable String strongest(Query query) {
        return switch (query) {
            case TermQuery one -> one.getTerm().text().substring(1);
            case BoostQuery boosted -> strongest(boosted.getQuery());
            case BooleanQuery several -> strongestOf(several);
            default -> null;
        };
    }

    private static @Nullable String strongestOf(BooleanQuery several) {
        String best = null;
        float boost = 0;
        for (var clause : several.clauses()) {
            float own = clause.query() instanceof BoostQuery boosted ? boosted.getBoost() : 1f;
            if (own > boost) {
                boost = own;
                best = strongest(clause.query());
            }
        }
        return best;
    }

    private static @Nullable Query best(List<Query> found) {
        return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new DisjunctionMaxQuery(found, 0f);
    }
}
