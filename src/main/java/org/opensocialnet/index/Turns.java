package org.opensocialnet.index;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing by turns in a thread of its own; who asks while a turn is waited for shares it. */
final class Turns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private static final Duration LAST_MOMENT = Duration.ofSeconds(3);

    private final Runnable work;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index").daemon().factory());
    private @Nullable Future<?> waiting;

    Turns(Runnable work) {
        this.work = work;
    }

    /** A turn that begins after now. */
    synchronized Future<?> soon() {
        var next = waiting;
        if (next == null || next.isDone()) {
            next = hand.submit(this::turn);
            waiting = next;
        }
        return next;
    }

    private void turn() {
        synchronized (this) {
            waiting = null;
        }
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (hand.isShutdown()) {
                return; // the program ends, and has taken the database away
            }
            LOG.warn("the index could not be brought up to date, it will be tried again: {}", failed.toString());
            throw failed;
        }
    }

    /** The same, waiting for its end for a time; it goes on when the time is over. */
    void soonFor(Duration patience) {
        try {
            soon().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // It goes on by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
        }
    }

    /** Gives the turn that is being taken a moment to end. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            boolean ended = hand.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("the index's last turn has ended: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
