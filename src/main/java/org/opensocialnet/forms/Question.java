package org.opensocialnet.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One block of a form.
 *
 * @param name stays the same when its words change: by it answers of two editions are compared
 * @param least the smallest number it takes, and {@code most} the greatest
 * @param list a vocabulary of the program that its choices come from; empty where it brings its own
 * @param columns what each row of a table asks
 * @param rows which rows a table begins with, as its room knows them ("services"); empty where rows are free
 * @param means what the answer says to the room that asks ("service.hours"); empty where it is only read
 * @param onlyIf when it is asked; none where it always is
 */
public record Question(
        String name,
        Kind kind,
        Bilingual label,
        Bilingual hint,
        boolean required,
        @Nullable Integer least,
        @Nullable Integer most,
        List<Option> options,
        String list,
        List<Question> columns,
        String rows,
        String means,
        @Nullable Condition onlyIf) {

    public Question {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    public static Question of(String name, Kind kind, Bilingual label) {
        return new Question(
                name, kind, label, Bilingual.NOTHING, false, null, null, List.of(), "", List.of(), "", "", null);
    }

    public Question hinting(Bilingual text) {
        return new Question(
                name, kind, label, text, required, least, most, options, list, columns, rows, means, onlyIf);
    }

    public Question mustBeAnswered() {
        return new Question(name, kind, label, hint, true, least, most, options, list, columns, rows, means, onlyIf);
    }

    public Question between(@Nullable Integer lowest, @Nullable Integer highest) {
        return new Question(
                name, kind, label, hint, required, lowest, highest, options, list, columns, rows, means, onlyIf);
    }

    public Question offering(List<Option> choices) {
        return new Question(name, kind, label, hint, required, least, most, choices, "", columns, rows, means, onlyIf);
    }

    public Question offering(String vocabulary) {
        return new Question(
                name, kind, label, hint, required, least, most, List.of(), vocabulary, columns, rows, means, onlyIf);
    }

    public Question asking(List<Question> ofEachRow) {
        return new Question(
                name, kind, label, hint, required, least, most, options, list, ofEachRow, rows, means, onlyIf);
    }

    public Question beginningWith(String knownRows) {
        return new Question(
                name, kind, label, hint, required, least, most, options, list, columns, knownRows, means, onlyIf);
    }

    public Question meaning(String what) {
        return new Question(name, kind, label, hint, required, least, most, options, list, columns, rows, what, onlyIf);
    }

    public Question onlyAfter(@Nullable Condition condition) {
        return new Question(
                name, kind, label, hint, required, least, most, options, list, columns, rows, means, condition);
    }

    /** Whether others may be asked or not by what was chosen here. */
    boolean decides() {
        return kind.chooses() && list.isEmpty();
    }

    public Optional<Question> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
