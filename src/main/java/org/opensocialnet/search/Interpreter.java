package org.opensocialnet.search;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Concept;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.kernel.SearchText.Word;

/**
 * Reads out of the words a reader typed what they mean beyond themselves: a place, a time, kinds of service
 * and target groups by any of their names.
 */
final class Interpreter {

    private static final LocalTime TONIGHT = LocalTime.of(22, 0);
    private static final Set<String> SAID_BY_THE_WAY = plain("""
            θελω χρειαζομαι ψαχνω βρω βρισκω υπαρχει ποιος ποια ποιο εχει ειμαι μου μας σας κοντα κοντινο γυρω περιοχη μπορω παω
            thelo xreiazomai psaxno pou mou konta kontino perioxi
            need want find looking where near nearby around close please can get help me my there
            """);
    private static final Set<String> NOW =
            plain("τωρα ανοιχτα ανοιχτο ανοιχτη ανοικτα ανοικτο tora twra anoixta anoixto anoichta now open");
    private static final Set<String> THIS_NIGHT = plain("αποψε βραδυ apopse apopse vradi vrady tonight");
    private static final Set<String> TO_A_PLACE =
            plain("κοντα στο στη στην στον στα σε konta sto sti stin ston near in at around");

    /** Words that have to be found together: a phrase that names concepts, or one word. */
    record Unit(List<Word> words, Set<Concept> concepts) {}

    /** What was read: the question with place and time filled in and the words that are left. */
    record Reading(Question question, List<Unit> units, List<Word> placeWords) {

        /** The one concept that all the words name. */
        @Nullable
        Concept concept() {
            return units.size() == 1 && units.getFirst().concepts().size() == 1
                    ? units.getFirst().concepts().iterator().next()
                    : null;
        }
    }

    private final Phrases<Concept> concepts;
    private final Phrases<Near> places;
    private final Clock clock;

    Interpreter(Phrases<Concept> concepts, Phrases<Near> places, Clock clock) {
        this.concepts = concepts;
        this.places = places;
        this.clock = clock;
    }

    Reading read(Question question) {
        var words = new ArrayList<>(SearchText.words(question.words()));
        var said = time(words);
        var when = said instanceof When.Anytime ? question.when() : said;
        var placeWords = new ArrayList<Word>();
        var named = place(words, placeWords);
        var near = named == null ? question.near() : named;
        words.removeIf(word -> SAID_BY_THE_WAY.contains(word.plain()));
        return new Reading(question.meaning(rest(question.words(), words), near, when), units(words), placeWords);
    }

    /** Words as they stand, for programs: none is a place or a time. */
    Reading plainly(String words) {
        return new Reading(Question.EVERYTHING.withWords(words), units(SearchText.words(words)), List.of());
    }

    /** What was typed, less the words that became a place or a time. */
    private static String rest(String typed, List<Word> left) {
        return left.stream()
                .map(word -> typed.substring(word.start(), word.end()))
                .collect(Collectors.joining(" "));
    }

    private When time(List<Word> words) {
        if (takeOut(words, THIS_NIGHT)) {
            takeOut(words, NOW);
            var now = LocalDateTime.now(clock);
            var tonight = LocalDate.now(clock).atTime(TONIGHT);
            return now.isBefore(tonight) && now.getHour() > 5 ? new When.At(tonight) : new When.Now();
        }
        return takeOut(words, NOW) ? new When.Now() : new When.Anytime();
    }

    private static boolean takeOut(List<Word> words, Set<String> meant) {
        return words.removeIf(word -> meant.contains(word.plain()));
    }

    private @Nullable Near place(List<Word> words, List<Word> placeWords) {
        for (int at = 0; at < words.size(); at++) {
            var match = places.longest(words, at);
            if (match != null && (led(words, at) || !isMore(words, at, match.length()))) {
                var run = words.subList(at, at + match.length());
                placeWords.addAll(run);
                run.clear();
                while (led(words, at)) {
                    words.remove(--at);
                }
                return match.meanings().iterator().next();
            }
        }
        return null;
    }

    private static boolean led(List<Word> words, int at) {
        return at > 0 && TO_A_PLACE.contains(words.get(at - 1).plain());
    }

    /** Whether a concept's name begins here that is longer than the place's: "Κέντρο Υγείας" is not in the centre. */
    private boolean isMore(List<Word> words, int at, int length) {
        for (int from = Math.max(0, at - 2); from <= at; from++) {
            var concept = concepts.longest(words, from);
            if (concept != null && from + concept.length() >= at + length) {
                return true;
            }
        }
        return false;
    }

    private List<Unit> units(List<Word> words) {
        var units = new ArrayList<Unit>();
        int at = 0;
        while (at < words.size()) {
            var match = concepts.longest(words, at);
            int length = match == null ? 1 : match.length();
            var own = words.subList(at, at + length).stream()
                    .filter(word -> !word.filler())
                    .toList();
            if (!own.isEmpty()) {
                units.add(new Unit(own, match == null ? Set.of() : match.meanings()));
            }
            at += length;
        }
        return units;
    }

    private static Set<String> plain(String words) {
        return Stream.of(words.strip().split("\\s+")).map(SearchText::plain).collect(Collectors.toUnmodifiableSet());
    }
}
