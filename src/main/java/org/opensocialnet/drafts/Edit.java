package org.opensocialnet.drafts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One field that shall be other than it is.
 *
 * @param column its HSDS name, "name@en" for a text in another language, or one of the two marks
 * @param was what it was when somebody first changed it, so that a change by another in the meantime is noticed
 */
public record Edit(
        String table,
        UUID row,
        String column,
        @Nullable String was,
        @Nullable String value) {

    /** Brings the row, which is new. */
    public static final String NEW = "+";

    /** Takes the row away. */
    public static final String GONE = "-";

    public static Edit of(String table, UUID row, String column, @Nullable String was, @Nullable String value) {
        return new Edit(table, row, column, was, value);
    }

    public static Edit coming(String table, UUID row) {
        return new Edit(table, row, NEW, null, "");
    }

    public static Edit going(String table, UUID row) {
        return new Edit(table, row, GONE, null, "");
    }

    boolean isMark() {
        return column.equals(NEW) || column.equals(GONE);
    }
}
