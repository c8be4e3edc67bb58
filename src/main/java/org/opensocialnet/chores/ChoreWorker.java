package org.opensocialnet.chores;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chores.ChoreBook.Held;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** This node's worker: does one piece of work after another, and marks what other nodes left in the middle. */
@Component
@ConditionalOnWebApplication
class ChoreWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChoreWorker.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration BEATS_EVERY = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration AT_STOP = Duration.ofSeconds(15);

    private final ChoreBook book;
    private final List<ChoreKind> kinds;
    private final ChoreBell bell;
    private final TransactionTemplate apart;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    ChoreWorker(ChoreBook book, List<ChoreKind> kinds, ChoreBell bell, PlatformTransactionManager transactions) {
        this.book = book;
        this.kinds = kinds;
        this.bell = bell;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("chores").daemon().start(() -> {
            try {
                while (!stopping) {
                    round();
                    bell.await(POLL);
                }
            } catch (InterruptedException _) {
                // Told to stop while nothing was under way.
            }
        });
    }

    /** Work that is under way notices and is given back. */
    @Override
    public void stop() {
        var working = thread;
        thread = null;
        stopping = true;
        bell.ring();
        try {
            if (working != null) {
                working.join(AT_STOP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void round() {
        try {
            var next = next();
            while (next.isPresent() && !stopping) {
                work(next.get());
                next = next();
            }
        } catch (RuntimeException e) {
            LOG.error("work could not be looked for; tried again later", e);
        }
    }

    private Optional<Held> next() {
        return asProgram(() -> {
            int left = book.abandon(SILENCE);
            if (left > 0) {
                LOG.atWarn().addKeyValue("pieces", left).log("work was left in the middle by another node");
            }
            return book.take();
        });
    }

    private void work(Held held) {
        try (var heart =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            heart.scheduleAtFixedRate(
                    () -> asProgram(() -> {
                        book.beat(held.run());
                        return Optional.empty();
                    }),
                    BEATS_EVERY.toSeconds(),
                    BEATS_EVERY.toSeconds(),
                    TimeUnit.SECONDS);
            held.sight().run(() -> carryOut(held));
            heart.shutdownNow();
        }
    }

    private void carryOut(Held held) {
        var kind =
                kinds.stream().filter(known -> known.code().equals(held.kind())).findFirst();
        try {
            kind.orElseThrow(() -> new IllegalStateException("nobody knows how to do " + held.kind()))
                    .carryOut(held.subject(), new Progress(book, apart, held.run(), () -> stopping));
            apart.executeWithoutResult(_ -> book.end(held.run(), "done"));
        } catch (Progress.Lost _) {
            apart.executeWithoutResult(_ -> book.putBack(held.run()));
        } catch (Exception e) {
            if (!(e instanceof OperatorError || e instanceof Refusal)) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue("kind", held.kind())
                        .addKeyValue("subject", held.subject())
                        .log("a piece of work failed");
            }
            apart.executeWithoutResult(_ -> {
                if (book.end(held.run(), "failed")) {
                    kind.ifPresent(known -> known.failed(held.subject(), e));
                }
            });
        }
    }

    private <T> Optional<T> asProgram(java.util.function.Supplier<Optional<T>> what) {
        try {
            return Sight.job("chores").call(() -> {
                var found = apart.execute(_ -> what.get());
                return found == null ? Optional.<T>empty() : found;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
