package org.opensocialnet.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language the pages speak, and where its pages live. Greek has the plain addresses. */
public enum Language {
    GREEK("el", "", "Ελληνικά"),
    ENGLISH("en", "/en", "English");

    private final String code;
    private final String prefix;
    private final String ownName;

    Language(String code, String prefix, String ownName) {
        this.code = code;
        this.prefix = prefix;
        this.ownName = ownName;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** Where a page, named by its address without language, lives in this language. */
    public String link(String path) {
        return prefix + path;
    }

    public String code() {
        return code;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    Language other() {
        return this == GREEK ? ENGLISH : GREEK;
    }

    /** What a browser asks for: Greek, unless English is wanted more. */
    static Language preferred(@Nullable String acceptLanguage) {
        var wishes = wishes(acceptLanguage);
        return ENGLISH.weight(wishes) > GREEK.weight(wishes) ? ENGLISH : GREEK;
    }

    private static List<LanguageRange> wishes(@Nullable String header) {
        try {
            return header == null ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private double weight(List<LanguageRange> wishes) {
        return wishes.stream()
                .filter(wish -> wish.getRange().equals(code) || wish.getRange().startsWith(code + "-"))
                .mapToDouble(LanguageRange::getWeight)
                .max()
                .orElse(0);
    }
}
