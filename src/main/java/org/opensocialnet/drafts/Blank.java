package org.opensocialnet.drafts;

import org.jspecify.annotations.Nullable;

/**
 * One field as a form asks for it.
 *
 * @param key of its label
 * @param hint of what helps to fill it in; none where the label says all
 * @param translated it is asked for in Greek and in English
 */
public record Blank(String column, String key, @Nullable String hint, Input input, boolean translated) {

    /** What is typed or chosen. */
    public enum Input {
        LINE,
        TEXT,
        NUMBER,
        AGE,
        COUNT,
        YES_NO,
        DATE,
        CHOICE,
        EMAIL,
        LINK,
        PHONE,
        COORDINATE,
        LANGUAGE,
        PLACE,
        UNIT,
        GROUP,
        PROGRAM,
        FUNDING
    }

    static Blank line(String column, String key) {
        return new Blank(column, key, null, Input.LINE, false);
    }

    static Blank text(String column, String key) {
        return new Blank(column, key, null, Input.TEXT, false);
    }

    static Blank of(String column, String key, Input input) {
        return new Blank(column, key, null, input, false);
    }

    Blank inBothLanguages() {
        return new Blank(column, key, hint, input, true);
    }

    Blank hinted(String hint) {
        return new Blank(column, key, hint, input, translated);
    }
}
