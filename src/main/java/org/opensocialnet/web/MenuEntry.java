package org.opensocialnet.web;

import java.util.function.Function;

/**
 * A link a room adds to every page, as a bean: {@code new MenuEntry(HEADER, 10, "/find", t -> t.of("…"))}.
 * Lower orders come first.
 */
public record MenuEntry(Place place, int order, String path, Function<Words, String> words) {

    /** Where on the page the link stands. */
    public enum Place {
        HEADER,
        FOOTER
    }

    boolean isCurrent(Visit visit) {
        return visit.path().equals(path) || !path.equals("/") && visit.path().startsWith(path + "/");
    }
}
