package org.opensocialnet.hours;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows which days are public holidays. */
@FunctionalInterface
public interface Holidays {

    /** No day is one. */
    Holidays NONE = day -> null;

    /** The key of the holiday, as "clean-monday", or nothing on other days. */
    @Nullable
    String on(LocalDate day);
}
