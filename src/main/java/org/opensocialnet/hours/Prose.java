package org.opensocialnet.hours;

import java.util.List;
import java.util.Optional;
import org.opensocialnet.kernel.SearchText;

/**
 * Reads opening hours written for people, in English or Greek: "Monday-Friday, 8:30-5", "Δευτ.-Παρ. 8:30-14:30". It
 * understands the whole text or nothing: one word it does not know, or one time that may be morning or evening, and it
 * stays silent.
 */
public final class Prose {

    private static final int LONGEST = 500;

    private Prose() {}

    /** The schedules a text tells with certainty. */
    public static Optional<List<Schedule>> schedules(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = SearchText.plain(text.replaceAll("\\p{Pd}|−", "-"));
        boolean greek = folded.codePoints().anyMatch(letter -> letter >= 'α' && letter <= 'ω');
        return ProseWords.of(folded).flatMap(words -> new ProseGrammar(words, greek).schedules());
    }
}
