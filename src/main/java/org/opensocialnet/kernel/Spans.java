package org.opensocialnet.kernel;

import java.util.ArrayList;
import java.util.List;

/** Finds where the words of a text begin and end. */
final class Spans {

    /** The letters of one word and where they stand; Κ.Υ.Α.Δ.Α. is one word of five letters. */
    record Span(String letters, int start, int end) {}

    private static final int LONGEST_PART_OF_INITIALS = 3;

    private Spans() {}

    static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            int initials = endOfInitials(text, at, end);
            spans.add(new Span(text.substring(at, initials).replace(".", ""), at, initials));
            at = afterPossessive(text, initials);
        }
        return spans;
    }

    private static int endOfRun(String text, int from) {
        int at = from;
        while (at < text.length() && belongsToWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean belongsToWord(int letter) {
        if (letter < 0x80) {
            return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
        }
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static int endOfInitials(String text, int start, int end) {
        int reached = end;
        if (end == text.length() || text.charAt(end) != '.' || !isPartOfInitials(text, start, end)) {
            return end;
        }
        while (reached + 1 < text.length() && text.charAt(reached) == '.') {
            int next = endOfRun(text, reached + 1);
            if (next == reached + 1) {
                return reached;
            }
            if (!isPartOfInitials(text, reached + 1, next)) {
                return end;
            }
            reached = next;
        }
        return reached;
    }

    private static boolean isPartOfInitials(String text, int start, int end) {
        return end - start <= LONGEST_PART_OF_INITIALS && !Character.isDigit(text.charAt(start));
    }

    /** women's is women. */
    private static int afterPossessive(String text, int end) {
        boolean apostrophe = end + 1 < text.length() && "'’".indexOf(text.charAt(end)) >= 0;
        boolean possessive = apostrophe && text.charAt(end + 1) == 's' && endOfRun(text, end + 1) == end + 2;
        return possessive ? end + 2 : end;
    }
}
