package org.opensocialnet.anonymous;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/**
 * By what rule people of an organisation make their codes, or those of one of its services.
 *
 * @param service the only one it holds for; none where it holds for the organisation
 */
record CodeRule(@Nullable UUID service, List<CodePart> parts) {

    /** Whether a code is made by it; accents, small letters, spaces and hyphens do not count. */
    boolean fits(String code) {
        var plain = Normalizer.normalize(code, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toUpperCase(Locale.ROOT);
        return plain.matches(parts.stream().map(CodePart::pattern).collect(Collectors.joining()));
    }

    /** "2 letters of the given name, year of birth (4 digits); such as ΜΑ1985". */
    String words(Words t) {
        return t.of(
                "anonymous.rule.words",
                parts.stream().map(part -> part.words(t)).collect(Collectors.joining(", ")),
                parts.stream().map(CodePart::example).collect(Collectors.joining()));
    }
}
