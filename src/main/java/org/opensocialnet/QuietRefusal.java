package org.opensocialnet;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps Spring from burying words meant for the operator under a stack trace; main says them. */
final class QuietRefusal implements SpringBootExceptionReporter {

    /** Called by Spring, with the context that failed. */
    QuietRefusal(@Nullable ConfigurableApplicationContext failed) {}

    @Override
    public boolean reportException(Throwable failure) {
        return wordsIn(failure) != null;
    }

    static @Nullable OperatorError wordsIn(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperatorError words) {
                return words;
            }
            if (cause instanceof PortInUseException taken) {
                return portTaken(taken.getPort());
            }
            if (cause instanceof SQLException refused && isAtTheDoor(refused)) {
                return doorClosed(refused);
            }
        }
        return null;
    }

    /** No connection, no such user or password, no such database: for whoever set the address, not for us. */
    private static boolean isAtTheDoor(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"));
    }

    private static OperatorError doorClosed(SQLException refused) {
        return new OperatorError(4, """
                The database does not let us in: %s
                Look at OSN_DATABASE_URL, OSN_DATABASE_USER and OSN_DATABASE_PASSWORD, or leave them out to use our own PostgreSQL.""".formatted(refused.getMessage()));
    }

    static OperatorError portTaken(int port) {
        return new OperatorError(6, """
                Port %d is in use by another program.
                Choose another one: ./run --port %d (the metrics take the port 1000 above it)""".formatted(port, port + 1));
    }
}
