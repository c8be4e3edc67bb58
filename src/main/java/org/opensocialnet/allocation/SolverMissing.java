package org.opensocialnet.allocation;

/** The solver's native code cannot be loaded on this machine. No proposal is made; nothing else is the worse for it. */
public final class SolverMissing extends RuntimeException {

    SolverMissing(String words, Throwable cause) {
        super(words, cause);
    }

    SolverMissing(String words) {
        super(words);
    }
}
