package org.opensocialnet.workspace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Passage;

/** The small things the parts of a desk page are given. */
public final class Items {

    private Items() {}

    /** An enum's constant as pages and files write it: {@code NOT_STARTED} is "not-started". */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One choice of a select, of radios or of check boxes. */
    public record Choice(
            String value, String text, @Nullable String hint) {

        public Choice(String value, String text) {
            this(value, text, null);
        }
    }

    /** A column of a table; one with a key can be sorted by. */
    public record Column(String text, @Nullable String sort, boolean figures) {

        public Column(String text) {
            this(text, null, false);
        }

        public Column(String text, String sort) {
            this(text, sort, false);
        }
    }

    /** How a table is sorted, as its address says it: "name" or, downwards, "-name". */
    public record Sorting(String by, boolean down) {

        /** Reads an address; what is none of the known keys is the first of them. */
        public static Sorting of(@Nullable String asked, List<String> known) {
            var down = asked != null && asked.startsWith("-");
            var by = asked == null ? "" : down ? asked.substring(1) : asked;
            return known.contains(by) ? new Sorting(by, down) : new Sorting(known.getFirst(), false);
        }

        public String code() {
            return down ? "-" + by : by;
        }

        /** What touching a column's head asks for: its upward order, or the other way round where it is sorted so. */
        String asked(String column) {
            return by.equals(column) && !down ? "-" + column : column;
        }

        /** For aria-sort. */
        @Nullable
        String said(String column) {
            return !by.equals(column) ? null : down ? "descending" : "ascending";
        }
    }

    /** The ways to the neighbours of one page of a long list; keys, not numbers, so that deep pages cost the same. */
    public record Paging(@Nullable String first, @Nullable String next) {}

    /** How a state looks; the words say it too. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        WAITING,
        ATTENTION,
        DANGER
    }

    /** One step of a task list. */
    public record Task(
            String title, @Nullable String hint, @Nullable String href, String state, Tone tone) {}

    /** Something that happened, for a timeline. */
    public record Happening(
            String title,
            String by,
            String when,
            String datetime,
            @Nullable String text) {}

    /** One field before and after, each in the language it is written in; an empty passage where there was nothing. */
    public record Difference(String field, Passage old, Passage now) {}

    /** One entry of the summary of a final act: what happens, in a few words. */
    public record Fact(String name, String value) {}
}
