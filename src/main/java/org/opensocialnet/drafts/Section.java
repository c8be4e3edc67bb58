package org.opensocialnet.drafts;

import java.util.List;
import java.util.Optional;
import org.opensocialnet.directory.Subject;

/**
 * One part of a record that is edited on one page.
 *
 * @param code in the page's address
 * @param key of its title
 * @param table whose rows it edits
 */
public record Section(String code, String key, String table, Shape shape, List<Blank> blanks) {

    /** How the part looks. */
    public enum Shape {

        /** Fields of the record itself. */
        RECORD,

        /** Rows that hang on it, any number. */
        ROWS,

        /** Words of a vocabulary to tick. */
        WORDS,

        /** It has a page of its own making. */
        SPECIAL
    }

    public Section {
        blanks = List.copyOf(blanks);
    }

    /** The parts of a kind of record, in the order of its page. */
    public static List<Section> of(Subject.Kind kind) {
        return Sections.OF_KIND.getOrDefault(kind, List.of());
    }

    public static Optional<Section> of(Subject.Kind kind, String code) {
        return of(kind).stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /** The vocabulary of a part whose shape is words. */
    String vocabulary() {
        return code.equals("groups") ? "osn-target-group" : "osn-service";
    }
}
