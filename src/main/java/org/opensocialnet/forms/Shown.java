package org.opensocialnet.forms;

import java.util.List;
import org.opensocialnet.workspace.Items.Choice;

/**
 * One question as a page shows it, in the reader's language.
 *
 * @param rows of a table; none for other questions
 */
public record Shown(Kind kind, Input input, List<Row> rows) {

    /** What somebody fills in: the name of the input, its words and its choices. */
    public record Input(Kind kind, String field, String label, String hint, List<Choice> choices) {

        /** Few choices are all seen at once. */
        public boolean few() {
            return choices.size() < 8;
        }
    }

    /**
     * One row of a table.
     *
     * @param caption what it is called where it is known; empty for one that is free
     * @param saved whether somebody has filled in anything
     */
    public record Row(int number, String key, String caption, boolean saved, List<Input> inputs) {}
}
