package org.opensocialnet.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/**
 * A kind of letter, declared as a bean by the room that leaves it. Its template is {@code <room>/mail/<rest>.jte}: it is
 * given {@code Words t} and {@code Sheet letter} and calls {@code @template.messaging.letter(…)}.
 *
 * <pre>
 * &#64;Bean
 * LetterKind invitation() {
 *     return LetterKind.needed("access.invitation", t -> t.of(…), Duration.ofDays(7))
 *             .with("name", "organization").withSecret("link");
 * }
 * </pre>
 *
 * @param code room first: "access.invitation"
 * @param name what the log of letters calls it
 * @param template the template's view name
 * @param goodFor how long it makes sense to send it: afterwards it is given up and its values are wiped
 * @param mostAnHour how many of this kind one address gets within an hour; what is more is withheld
 * @param values the names of what its template fills in; a letter brings exactly these
 * @param secrets those of them that open a door, such as a one-time link: hidden from whoever reads the log
 * @param family how readers may switch it off; none for letters that are needed, such as sign-in links
 */
public record LetterKind(
        String code,
        Function<Words, String> name,
        String template,
        Duration goodFor,
        int mostAnHour,
        Set<String> values,
        Set<String> secrets,
        @Nullable LetterFamily family) {

    private static final int USUAL_MOST = 5;

    public LetterKind {
        values = Set.copyOf(values);
        secrets = Set.copyOf(secrets);
    }

    /** A letter its reader asked for or cannot do without. */
    public static LetterKind needed(String code, Function<Words, String> name, Duration goodFor) {
        return new LetterKind(code, name, template(code), goodFor, USUAL_MOST, Set.of(), Set.of(), null);
    }

    /** A letter its reader may stop. */
    public static LetterKind of(LetterFamily family, String code, Function<Words, String> name, Duration goodFor) {
        return new LetterKind(code, name, template(code), goodFor, USUAL_MOST, Set.of(), Set.of(), family);
    }

    public LetterKind with(String... names) {
        return new LetterKind(code, name, template, goodFor, mostAnHour, both(values, names), secrets, family);
    }

    public LetterKind withSecret(String... names) {
        return new LetterKind(
                code, name, template, goodFor, mostAnHour, both(values, names), both(secrets, names), family);
    }

    public LetterKind atMost(int anHour) {
        return new LetterKind(code, name, template, goodFor, anHour, values, secrets, family);
    }

    private static String template(String code) {
        return code.replaceFirst("\\.", "/mail/");
    }

    private static Set<String> both(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return all;
    }
}
