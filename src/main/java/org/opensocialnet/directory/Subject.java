package org.opensocialnet.directory;

import java.util.UUID;
import org.opensocialnet.kernel.Refusal;

/** What a notice or a report is about: one organisation, one service, or one place. */
public record Subject(Kind kind, UUID id) {

    /** The three kinds of record a reader has a page of. */
    public enum Kind {
        ORGANIZATION("organization"),
        SERVICE("service"),
        LOCATION("location");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /** The table of its records, in the terms of HSDS. */
        public String table() {
            return table;
        }
    }

    public static Subject organization(UUID id) {
        return new Subject(Kind.ORGANIZATION, id);
    }

    public static Subject service(UUID id) {
        return new Subject(Kind.SERVICE, id);
    }

    public static Subject location(UUID id) {
        return new Subject(Kind.LOCATION, id);
    }

    /** The subject that an address names: "service" and its id. */
    public static Subject of(String table, UUID id) {
        for (var kind : Kind.values()) {
            if (kind.table.equals(table)) {
                return new Subject(kind, id);
            }
        }
        throw Refusal.notFound("directory.record.unknown");
    }
}
