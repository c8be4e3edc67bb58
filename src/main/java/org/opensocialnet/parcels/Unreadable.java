package org.opensocialnet.parcels;

/** Why a file is not read at all. */
public enum Unreadable {
    QUOTE_NEVER_CLOSED("a quotation mark opened at or after line %d is never closed, so the rest cannot be read"),
    COLUMN_TWICE("its header names the column \"%s\" twice"),
    NO_HEADER("its first line does not name the columns: there is no \"id\" among them"),
    ROW_TOO_LONG("it has a row of more than %,d characters; perhaps a quotation mark is not closed"),
    UTF_16("it is written in UTF-16, not in UTF-8; save it as \"CSV UTF-8\" and try again"),
    WINDOWS_1253(
            "it is written in Windows-1253 (an old Greek encoding), not in UTF-8; save it as \"CSV UTF-8\" and try again"),
    NOTHING_IN_IT(
            "expected CSV tables of HSDS (organizations.csv, services.csv, …), alone or in a ZIP, or JSON or NDJSON records"),
    NOT_JSON("is not readable JSON"),
    LINE_TOO_LONG("it has a line of more than %,d characters"),
    NO_RECORDS("it holds no HSDS records"),
    BROKEN_JSON("line %d: %s"),
    RECORD_TOO_LONG("it has a record of more than %,d characters"),
    TOO_MUCH("it unpacks to more than %,d bytes and is refused"),
    BOMB("it unpacks to more than %d times its size, as archives do that are made to fill a disk; it is refused"),
    NO_FILE("there is no such file, or it may not be read"),
    POINTS_OUTSIDE("it holds a file named \"%s\"; names that point outside the archive are not accepted"),
    DAMAGED_ZIP("it begins like a ZIP file but is damaged"),
    TOO_MANY_FILES("it holds %d files; a directory has about 25, and more than %d are not accepted");

    private final String words;

    Unreadable(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
