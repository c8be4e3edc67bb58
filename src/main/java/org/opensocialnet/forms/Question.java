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
        String means) {

    public Question {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    public static Question of(String name, Kind kind, Bilingual label) {
        return new Question(name, kind, label, Bilingual.NOTHING, false, null, null, List.of(), "", List.of(), "", "");
    }

    public Question hinting(Bilingual text) {
        return new Question(name, kind, label, text, required, least, most, options, list, columns, rows, means);
    }

    public Question mustBeAnswered() {
        return new Question(name, kind, label, hint, true, least, most, options, list, columns, rows, means);
    }

    public Question between(@Nullable Integer lowest, @Nullable Integer highest) {
        return new Question(name, kind, label, hint, required, lowest, highest, options, list, columns, rows, means);
    }

    public Question offering(List<Option> choices) {
        return new Question(name, kind, label, hint, required, least, most, choices, "", columns, rows, means);
    }

    public Question offering(String vocabulary) {
        return new Question(
                name, kind, label, hint, required, least, most, List.of(), vocabulary, columns, rows, means);
    }

    public Question asking(List<Question> ofEachRow) {
        return new Question(name, kind, label, hint, required, least, most, options, list, ofEachRow, rows, means);
    }

    public Question beginningWith(String knownRows) {
        return new Question(name, kind, label, hint, required, least, most, options, list, columns, knownRows, means);
    }

    public Question meaning(String what) {
        return new Question(name, kind, label, hint, required, least, most, options, list, columns, rows, what);
    }

    public Optional<Question> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
