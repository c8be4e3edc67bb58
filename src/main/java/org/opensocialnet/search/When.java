package org.opensocialnet.search;

import java.time.LocalDateTime;

/** At what time the reader wants to come. */
public sealed interface When {

    record Anytime() implements When {}

    record Now() implements When {}

    record At(LocalDateTime time) implements When {}
}
