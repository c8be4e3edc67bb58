package org.opensocialnet.parcels;

import java.util.List;
import org.opensocialnet.kernel.OperatorError;

/** A file as a whole is not taken in: in plain English for the terminal, by its reason for pages in other languages. */
public final class FileRefused extends OperatorError {

    private final String file;
    private final Unreadable why;
    private final List<Object> arguments;

    FileRefused(String file, Unreadable why, Object... arguments) {
        super(1, file + ": " + why.words().formatted(arguments));
        this.file = file;
        this.why = why;
        this.arguments = List.of(arguments);
    }

    /** The file in it, where it is an archive of several. */
    public String file() {
        return file;
    }

    public Unreadable why() {
        return why;
    }

    /** What goes into the sentence: numbers, the name of a column. */
    public List<Object> arguments() {
        return arguments;
    }
}
