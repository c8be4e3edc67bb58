package org.opensocialnet.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The small things the components of a page are given. */
public final class Parts {

    private Parts() {}

    /** One step of the way down to this page; the last one has no address. */
    public record Crumb(String text, @Nullable String href) {}

    /**
     * One line above a single page, laid beside it as a model attribute under this type's name: that it is a preview, and
     * the way back, without language.
     */
    public record Note(String text, String path, String more) {}

    /** A filter one touches to set or unset it; the address is the page with it changed. */
    public record Chip(
            String text, String href, boolean set, @Nullable Integer count) {}

    /** A way into the directory from the home page, with a line that says what is behind it. */
    public record Tile(String title, String note, String href) {}

    /** One choice of a filter, with how many results it would leave. */
    public record Option(
            String value,
            String text,
            boolean chosen,
            @Nullable Integer count) {}

    /** One day of a table of hours: its spans in words, none where it is closed, and what is special about it. */
    public record Day(
            String name,
            List<String> spans,
            boolean today,
            @Nullable String note) {

        public Day {
            spans = List.copyOf(spans);
        }
    }

    /** Whether something is open, for its colour and its mark; the words say it too. */
    public enum State {
        OPEN,
        CLOSING,
        CLOSED,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
