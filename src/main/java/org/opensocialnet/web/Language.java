package org.opensocialnet.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
}
