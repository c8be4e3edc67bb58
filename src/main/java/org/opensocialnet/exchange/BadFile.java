package org.opensocialnet.exchange;

import org.opensocialnet.kernel.OperatorError;

/** Says in plain English why a file as a whole is not taken in. */
final class BadFile {

    private BadFile() {}

    static OperatorError because(String file, String reason, Object... arguments) {
        return new OperatorError(1, file + ": " + reason.formatted(arguments));
    }
}
