package org.opensocialnet.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/** What a letter's template is given to fill in. Asked for a value that its kind does not name, it throws. */
public final class Sheet {

    private static final String HIDDEN = "•••••";

    private final Map<String, String> values;
    private final Set<String> hidden;
    private final Words words;
    private final @Nullable String preferences;

    Sheet(Map<String, String> values, Set<String> hidden, Words words, @Nullable String preferences) {
        this.values = values;
        this.hidden = hidden;
        this.words = words;
        this.preferences = preferences;
    }

    /** A short text as it was left. */
    public String value(String name) {
        var value = known(name);
        return hidden.contains(name) ? HIDDEN : value;
    }

    public boolean has(String name) {
        return !known(name).isBlank();
    }

    /** A page of ours in the reader's language, with scheme and host; also one with an address of its own. */
    public String link(String name) {
        var value = known(name);
        if (hidden.contains(name)) {
            return words.address("/");
        }
        if (value.startsWith("/")) {
            return words.address(value);
        }
        if (value.startsWith("https://") || value.startsWith("http://")) {
            return value;
        }
        throw new IllegalArgumentException(name + " is no page");
    }

    /** A day left as 2026-11-21, in the reader's words. */
    public String date(String name) {
        return words.date(LocalDate.parse(known(name)));
    }

    /** A moment left as 2026-11-21T08:00:00Z, in the reader's words. */
    public String moment(String name) {
        return words.moment(Instant.parse(known(name)));
    }

    /** Where the reader decides about such letters; nothing for letters that are needed. */
    public @Nullable String preferences() {
        return preferences;
    }

    private String known(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("this kind of letter has no " + name);
        }
        return value;
    }
}
