package org.opensocialnet.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;

/**
 * Says in the reader's words why a row or a value was not taken. The gate says it in English; what is not known here is shown
 * as it said it.
 */
final class Reasons {

    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        known("is missing", "imports.reason.missing");
        known("is not one of (.*)", "imports.reason.one-of");
        known("is longer than (\\d+) characters", "imports.reason.longer");
        known("is no address a reader can be sent to", "imports.reason.address");
        known("is not a number", "imports.reason.number");
        known("is too large", "imports.reason.large");
        known("is not between (\\S+) and (\\S+)", "imports.reason.between");
        known("is not a whole number", "imports.reason.whole");
        known("is neither true nor false", "imports.reason.yes-no");
        known("is not a date like .*", "imports.reason.date");
        known("is not a date of our times", "imports.reason.times");
        known("is not a time like .*", "imports.reason.time");
        known("is not a moment like .*", "imports.reason.moment");
        known("is not (?:a )?JSON.*|is not like .*", "imports.reason.json");
        known("has (\\d+) columns where the header names (\\d+)", "imports.reason.columns");
        known("is ([\\d,.]+) characters long; .*", "imports.reason.cell");
        known("holds bytes that are not UTF-8 text", "imports.reason.utf-8");
        known("is not a record but a single value", "imports.reason.value");
        known("is not recognisable as a record of HSDS", "imports.reason.record");
        known("is no day of the week.*", "imports.reason.weekday");
        known("this id came before; the first row counts", "imports.reason.twice");
        known("this record belongs to another source", "imports.reason.others");
        known("it hangs on a record of another source", "imports.reason.hangs-on-others");
        known("the (\\w+) it names was left out", "imports.reason.named-left-out");
        known("there is no (\\w+) with this id", "imports.reason.named-nowhere");
        known("belongs to no record", "imports.reason.belongs");
        known("is above the maximum age", "imports.reason.ages");
        known("latitude and longitude come together or not at all", "imports.reason.coordinates");
        known("another one has this code", "imports.reason.code");
        known("it would stand above itself", "imports.reason.circle");
        known("is not after the start", "imports.reason.start");
        known("is no table of the directory; its rows are ignored", "imports.reason.table");
        known("is no column of this table and is ignored", "imports.reason.column");
        known("is kept, but .*", "imports.reason.unreckoned");
    }

    private Reasons() {}

    private static void known(String words, String key) {
        KNOWN.put(Pattern.compile(words, Pattern.DOTALL), key);
    }

    static Passage of(Words t, String reason) {
        for (var known : KNOWN.entrySet()) {
            var match = known.getKey().matcher(reason);
            if (match.matches()) {
                var filled = new Object[match.groupCount()];
                for (int i = 0; i < filled.length; i++) {
                    filled[i] = match.group(i + 1);
                }
                return new Passage(t.of(known.getValue(), filled), null);
            }
        }
        return new Passage(reason, "en");
    }
}
