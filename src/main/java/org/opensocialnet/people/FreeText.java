package org.opensocialnet.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.spelling.Identifiers;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees what looks like somebody's identity in a text that is meant for none, so that it is pointed out before saving. */
@Component
public class FreeText {

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9][0-9 ().-]{6,20}[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern TWO_NAMES = Pattern.compile("\\p{Lu}\\p{L}+\\s+\\p{Lu}\\p{L}+");
    private static final int MOST_NAMES = 20;

    private final Tokens tokens;
    private final Finding finding;

    FreeText(Tokens tokens, Finding finding) {
        this.tokens = tokens;
        this.finding = finding;
    }

    /** What it looks like. */
    public enum Trace {
        AMKA,
        PHONE,
        EMAIL,
        NAME
    }

    /**
     * Points out, as a fault of its field, what looks like somebody's identity; whoever ticks that it stays is not asked
     * again. The form shows the box with {@code @template.people.knows}.
     */
    @Transactional(readOnly = true)
    public void ask(Form form, Words t, String... fields) {
        ask(form, t, this::traces, fields);
    }

    /** The same of numbers and addresses alone: who came by a link may not try out which names an organisation knows. */
    public void askStrangers(Form form, Words t, String... fields) {
        ask(form, t, FreeText::numbers, fields);
    }

    private static void ask(Form form, Words t, Function<String, Set<Trace>> look, String... fields) {
        boolean stays = form.field("knows", t.of("people.traces.keep")).ticked();
        for (var field : fields) {
            var traces = form.fault(field) == null ? look.apply(form.typed(field)) : Set.<Trace>of();
            if (!traces.isEmpty()) {
                form.with("traces", "yes");
            }
            if (!traces.isEmpty() && !stays) {
                var words = traces.stream().map(trace -> words(trace, t)).collect(Collectors.joining(", "));
                form.refuse(field, t.of("people.traces.found", words));
            }
        }
    }

    private static String words(Trace trace, Words t) {
        return switch (trace) {
            case AMKA -> t.of("people.trace.amka");
            case PHONE -> t.of("people.trace.phone");
            case EMAIL -> t.of("people.trace.email");
            case NAME -> t.of("people.trace.name");
        };
    }

    /** Names are those of people this organisation knows: two words beside each other, both hers. */
    @Transactional(readOnly = true)
    public Set<Trace> traces(String text) {
        var traces = numbers(text);
        if (names(text).stream().anyMatch(this::isKnown)) {
            traces.add(Trace.NAME);
        }
        return traces;
    }

    /** Numbers and addresses alone: nobody's registry is asked. */
    public static Set<Trace> numbers(String text) {
        var traces = new LinkedHashSet<Trace>();
        DIGITS.matcher(text).results().map(match -> match.group()).forEach(digits -> {
            if (Identifiers.isAmka(digits)) {
                traces.add(Trace.AMKA);
            } else if (Identifiers.phone(digits).matches("(2|69)[0-9]{8,9}") || digits.startsWith("+")) {
                traces.add(Trace.PHONE);
            }
        });
        if (EMAIL.matcher(text).find()) {
            traces.add(Trace.EMAIL);
        }
        return traces;
    }

    private static List<String> names(String text) {
        return TWO_NAMES
                .matcher(text)
                .results()
                .map(match -> match.group())
                .filter(name -> SearchText.words(name).stream().noneMatch(SearchText.Word::filler))
                .limit(MOST_NAMES)
                .toList();
    }

    private boolean isKnown(String name) {
        return finding.hits(tokens.asked(name), 2 * Tokens.Weights.SOUND, 1).stream()
                .anyMatch(hit -> hit.clues().size() > 1);
    }
}
