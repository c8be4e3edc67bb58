package org.opensocialnet.ledger;

import java.util.Map;
import java.util.Set;
import org.opensocialnet.database.Sight;

/**
 * A kind of entry, as a bean of the room that writes it: its name, room first ("upkeep.no-place"), and which attributes it
 * may carry.
 */
public record EntryKind(String code, Map<String, Attribute> attributes) {

    public EntryKind {
        attributes = Map.copyOf(attributes);
    }

    /** As it is written: with the eyes of a demo city everything is of an invented kind, and can be taken out with it. */
    static String written(String kind) {
        var sight = Sight.current();
        return sight != null && sight.purpose().equals("demo")
                ? kind.substring(0, kind.indexOf('.')) + ".invented"
                : kind;
    }

    /** What may stand in an attribute. Free text is none: nobody's name may come into the book. */
    public sealed interface Attribute {

        /** A whole number between two. */
        record Number(int least, int most) implements Attribute {}

        /** Yes or no. */
        record Flag() implements Attribute {}

        /** One of these words. */
        record Word(Set<String> words) implements Attribute {

            public Word {
                words = Set.copyOf(words);
            }
        }

        default boolean holds(Object value) {
            return switch (this) {
                case Number(int least, int most) -> value instanceof Integer n && n >= least && n <= most;
                case Flag() -> value instanceof Boolean;
                case Word(var words) -> value instanceof String word && words.contains(word);
            };
        }
    }
}
