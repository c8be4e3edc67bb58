package org.opensocialnet.intake;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was brought in, for the person who sends the file.
 *
 * @param value the beginning of what stood there
 * @param leftOut the row was left out; otherwise it is only a remark
 */
public record IntakeProblem(
        String file,
        long line,
        String table,
        @Nullable String column,
        @Nullable String value,
        String reason,
        boolean leftOut) {

    private static final int VALUE_SHOWN = 80;

    static @Nullable String shown(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        var start = value.substring(0, Math.min(value.length(), VALUE_SHOWN)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return value.length() > VALUE_SHOWN ? start + "…" : start;
    }
}
