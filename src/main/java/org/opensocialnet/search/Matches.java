package org.opensocialnet.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;
import org.opensocialnet.kernel.SearchText.Word;
import org.opensocialnet.search.Interpreter.Reading;
import org.opensocialnet.search.Interpreter.Unit;
import org.opensocialnet.search.Understood.Respelled;

/**
 * What was found for a question, wherever its reader stands: all of the answer that does not depend on a place, an
 * order or a page. Never changed once made, so that readers with the same question can share it.
 */
record Matches(
        FixedBitSet passing,
        @Nullable Scores scores,
        int total,
        int services,
        int openNow,
        Map<Facet, Map<String, Integer>> counts,
        List<String> ignored,
        List<Respelled> slipped) {

    /** All that the matches of a question depend on. */
    record Key(
            List<Unit> units,
            List<Word> placeWords,
            Map<Facet, Set<String>> chosen,
            When when,
            @Nullable Box box,
            int now,
            boolean counted) {

        static Key of(Reading reading, int now, boolean counted) {
            var question = reading.question();
            return new Key(
                    reading.units(),
                    reading.placeWords(),
                    question.chosen(),
                    question.when(),
                    question.box(),
                    now,
                    counted);
        }
    }
}
