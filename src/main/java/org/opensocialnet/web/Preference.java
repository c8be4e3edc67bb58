package org.opensocialnet.web;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which of our languages a browser asks for. Greek unless English is wanted more. */
final class Preference {

    private Preference() {}

    static Language of(@Nullable String acceptLanguage) {
        var wishes = wishes(acceptLanguage);
        return weight(wishes, "en") > weight(wishes, "el") ? Language.ENGLISH : Language.GREEK;
    }

    private static List<LanguageRange> wishes(@Nullable String header) {
        try {
            return header == null ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static double weight(List<LanguageRange> wishes, String code) {
        return wishes.stream()
                .filter(wish -> wish.getRange().equals(code) || wish.getRange().startsWith(code + "-"))
                .mapToDouble(LanguageRange::getWeight)
                .max()
                .orElse(0);
    }
}
