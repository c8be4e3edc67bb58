package org.opensocialnet.forms;

import java.util.List;

/** What the room that asks knows and a form only names: the words of a vocabulary, and the rows a table begins with. */
public interface Offering {

    /** One row that is known: the key its answers are kept under, and what it is called. */
    record Row(String key, String caption) {}

    /** A form without the room: lists have no words, tables no rows. */
    Offering NOTHING = new Offering() {
        @Override
        public List<Option> options(String list) {
            return List.of();
        }

        @Override
        public List<Row> rows(String rows) {
            return List.of();
        }
    };

    List<Option> options(String list);

    List<Row> rows(String rows);

    /** Whether a row of a table is asked this; what a known row says by itself need not be. */
    default boolean asks(Row row, Question column) {
        return true;
    }

    /** The choices of a question, its own or the vocabulary's. */
    default List<Option> of(Question question) {
        return question.list().isEmpty() ? question.options() : options(question.list());
    }
}
