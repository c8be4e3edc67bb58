package org.opensocialnet.settings;

import java.util.List;

/** The settings a room declares, as a bean: {@code new Declared(NAME, CITY)}. */
public record Declared(List<Setting<?>> settings) {

    public Declared {
        settings = List.copyOf(settings);
    }

    public Declared(Setting<?>... settings) {
        this(List.of(settings));
    }
}
