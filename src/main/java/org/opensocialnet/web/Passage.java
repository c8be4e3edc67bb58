package org.opensocialnet.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text from the records with the language it is really in; {@code lang} is null where that is the page's own. */
public record Passage(String text, @Nullable String lang) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ur", "ps", "ku", "he", "prs", "ckb");

    /** The direction of writing where it may differ from the page's, for the attribute dir. */
    public @Nullable String dir() {
        if (lang == null) {
            return null;
        }
        return RIGHT_TO_LEFT.contains(lang.replaceFirst("-.*", "")) ? "rtl" : "ltr";
    }

    public boolean isEmpty() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return text;
    }
}
