package org.opensocialnet.directory;

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
        boolean leftOut) {}
