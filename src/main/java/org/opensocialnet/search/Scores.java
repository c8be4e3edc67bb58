package org.opensocialnet.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** All points whose words match, and for those that pass the filters also how well. */
final class Scores extends SimpleCollector {

    final FixedBitSet matching;
    private final FixedBitSet wanted;
    private int[] points = new int[256];
    private float[] scores = new float[256];
    private int count;
    private int base;
    private Scorable scorer = new Scorable() {
        @Override
        public float score() {
            return 0;
        }
    };

    private Scores(FixedBitSet wanted) {
        this.wanted = wanted;
        matching = new FixedBitSet(wanted.length());
    }

    static Scores of(IndexSearcher searcher, Query query, FixedBitSet wanted) throws IOException {
        return searcher.search(query, new CollectorManager<Scores, Scores>() {
            @Override
            public Scores newCollector() {
                return new Scores(wanted);
            }

            @Override
            public Scores reduce(Collection<Scores> collectors) {
                return collectors.iterator().next();
            }
        });
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
        base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
        this.scorer = scorer;
    }

    @Override
    public void collect(int doc) throws IOException {
        int at = base + doc;
        matching.set(at);
        if (wanted.get(at)) {
            if (count == points.length) {
                points = Arrays.copyOf(points, count * 2);
                scores = Arrays.copyOf(scores, count * 2);
            }
            points[count] = at;
            scores[count++] = scorer.score();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    int count() {
        return count;
    }

    int point(int i) {
        return points[i];
    }

    float score(int i) {
        return scores[i];
    }
}
