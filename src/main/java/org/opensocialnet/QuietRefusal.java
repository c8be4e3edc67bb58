package org.opensocialnet;

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
        }
        return null;
    }

    static OperatorError portTaken(int port) {
        return new OperatorError(6, """
                Port %d is in use by another program.
                Choose another one: ./run --port %d (the metrics take the port 1000 above it)""".formatted(port, port + 1));
    }
}
