package org.opensocialnet.settings;

import java.util.Map;
import org.opensocialnet.kernel.Refusal;

/**
 * How a setting is typed, which values are accepted, and what is typed for a value. {@link Forms} has the usual ones.
 */
public interface Form<T> {

    /** The field it is typed into. */
    enum Input {
        LINE,
        LINES,
        NUMBER,
        SWITCH,
        CHOICE,
        SECRET
    }

    Input input();

    /** The value of what was typed, without blanks around it. Refuses what cannot be accepted, and says what can. */
    T read(String typed) throws Refusal;

    /** What would be typed for the value. */
    String write(T value);

    /** The values to choose from, each with the key of its words; empty where one types freely. */
    default Map<String, String> choices() {
        return Map.of();
    }
}
