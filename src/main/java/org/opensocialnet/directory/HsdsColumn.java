package org.opensocialnet.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of the directory's tables, as a file brings it and an export writes it.
 *
 * @param required a row without it is left out
 * @param references the table whose record it names
 * @param owner the row hangs on the record it names: it goes when that one goes
 * @param allowed the only values it takes; empty when any will do
 * @param fallback what an empty value means, for columns that are never empty
 * @param ours beyond HSDS 3.1: an export keeps these apart
 * @param published the public view of the table has it
 */
public record HsdsColumn(
        String name,
        Type type,
        boolean required,
        @Nullable String references,
        boolean owner,
        List<String> allowed,
        @Nullable String fallback,
        boolean ours,
        boolean published) {

    /** What a value of the column may be. */
    public enum Type {
        ID("uuid"),
        TEXT("text"),
        NUMBER("numeric"),
        WHOLE_NUMBER("integer"),
        COORDINATE("double precision"),
        YES_NO("boolean"),
        DATE("date"),
        TIME("time without time zone"),
        MOMENT("timestamp with time zone"),
        JSON("jsonb");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** The type's name in PostgreSQL. */
        public String sql() {
            return sql;
        }
    }

    public HsdsColumn {
        allowed = List.copyOf(allowed);
    }

    static HsdsColumn of(String name, Type type) {
        return new HsdsColumn(name, type, false, null, false, List.of(), null, false, true);
    }

    HsdsColumn must() {
        return new HsdsColumn(name, type, true, references, owner, allowed, fallback, ours, published);
    }

    HsdsColumn names(String table) {
        return new HsdsColumn(name, type, required, table, owner, allowed, fallback, ours, published);
    }

    HsdsColumn hangsOn(String table) {
        return new HsdsColumn(name, type, required, table, true, allowed, fallback, ours, published);
    }

    HsdsColumn oneOf(String... values) {
        return new HsdsColumn(name, type, required, references, owner, List.of(values), fallback, ours, published);
    }

    HsdsColumn or(String value) {
        return new HsdsColumn(name, type, required, references, owner, allowed, value, ours, published);
    }

    HsdsColumn addedByUs() {
        return new HsdsColumn(name, type, required, references, owner, allowed, fallback, true, published);
    }

    HsdsColumn internal() {
        return new HsdsColumn(name, type, required, references, owner, allowed, fallback, ours, false);
    }
}
