package org.opensocialnet.forms;

/** What kind of block a question is: what it asks for, or what it does on the page. */
public enum Kind {

    /** Begins a page, with its title. */
    SECTION,

    /** Says something and asks nothing. */
    NOTE,

    /** One line of text. */
    LINE,

    /** Several lines of text. */
    TEXT,

    /** A whole number. */
    NUMBER,

    /** One of several choices. */
    ONE,

    /** Any number of several choices. */
    MANY,

    /** Opening hours, written as one says them. */
    HOURS,

    /** Several rows of the same questions. */
    TABLE;

    public boolean asks() {
        return this != SECTION && this != NOTE;
    }

    public boolean chooses() {
        return this == ONE || this == MANY;
    }

    /** Whether it may be asked in each row of a table. */
    public boolean fitsARow() {
        return asks() && this != TABLE;
    }
}
