package org.opensocialnet.forms;

/** Where an answer stands: a question and, in a table, which row and which of its questions. */
public record Spot(String question, String row, String column) {

    public static Spot of(String question) {
        return new Spot(question, "", "");
    }

    /** The name of its input: names hold no hyphens, so that nothing else is called so. */
    public String field() {
        return row.isEmpty() ? question : question + "--" + row + "--" + column;
    }
}
