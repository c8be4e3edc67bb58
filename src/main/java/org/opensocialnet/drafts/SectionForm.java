package org.opensocialnet.drafts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/**
 * One part of a record as a form: {@code template.drafts.section} shows it, {@link SectionForms} makes and reads it.
 *
 * @param entries one for the record itself, or one for each row and an empty one to add
 * @param groups the words to tick, where the part is one of a vocabulary
 */
public record SectionForm(Section section, Form form, List<Entry> entries, List<Group> groups) {

    /** Words under one wider word. */
    public record Group(String title, List<Choice> choices) {}

    /** The name under which ticked words are sent. */
    static final String WORDS = "word";

    public SectionForm {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
    }

    /**
     * One row.
     *
     * @param added it is not in the directory yet
     * @param title what tells it from the others
     */
    record Entry(int number, UUID id, boolean added, boolean saved, String title, List<Cell> cells) {

        String prefix() {
            return "r" + number;
        }
    }

    /**
     * One field of one row.
     *
     * @param lang the language to be written in where it is not the reader's own choice
     * @param was what the form showed, sent back with it, so that only what somebody changed is changed
     */
    record Cell(
            String name,
            String column,
            Blank blank,
            String label,
            @Nullable String hint,
            @Nullable String lang,
            String was,
            List<Choice> choices) {}

    /** Whether nothing that was typed is wrong. */
    public boolean sound() {
        return form.sound();
    }
}
