package org.opensocialnet.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opensocialnet.kernel.SearchText;

/** How the words of many texts are indexed; what becomes of a word is found out once, for most come again and again. */
final class Wording {

    private static final int MOST = 100_000;

    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /** Each word in the three ways the index keeps it; small words are left out. */
    List<String> of(String text) {
        var ways = new ArrayList<String>();
        for (var run : SearchText.runs(text)) {
            ways.addAll(ways(run));
        }
        return ways;
    }

    private List<String> ways(String run) {
        var ways = known.get(run);
        if (ways == null) {
            ways = read(run);
            if (known.size() < MOST) {
                known.put(run, ways);
            }
        }
        return ways;
    }

    private static List<String> read(String run) {
        var form = SearchText.form(run);
        return form.filler()
                ? List.of()
                : List.of(
                        IndexedWord.written(form.plain()),
                        IndexedWord.keyed(form.key()),
                        IndexedWord.sounding(form.sound()));
    }
}
