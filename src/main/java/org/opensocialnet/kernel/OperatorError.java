package org.opensocialnet.kernel;

/** Something whoever runs the program must put right: what is wrong, and what to do about it, in plain English. */
public class OperatorError extends RuntimeException {

    private final int exitCode;
    private final String words;

    public OperatorError(int exitCode, String words) {
        super(words);
        this.exitCode = exitCode;
        this.words = words;
    }

    public int exitCode() {
        return exitCode;
    }

    public String words() {
        return words;
    }
}
