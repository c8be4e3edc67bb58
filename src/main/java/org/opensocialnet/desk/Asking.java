package org.opensocialnet.desk;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks several rooms at once inside of the sight that holds here, and waits only so long. A room that fails or is late
 * takes nothing away from the others; the log names it, and the page says that something is missing.
 */
@Component
class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int SECONDS_IN_THE_DATABASE = 2;
    private static final int AT_ONCE = 12;

    private final ExecutorService askers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("asking-", 0).daemon().factory());
    private final TransactionTemplate reading;

    Asking(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(SECONDS_IN_THE_DATABASE);
    }

    /** What the rooms answered, and whether all of them did. */
    record Answers<T>(List<T> given, boolean all) {}

    /** Each answer is a finished list: it is made inside of a reading transaction that ends with it. */
    <S, T> Answers<List<T>> ask(List<S> rooms, Function<S, List<T>> question) {
        var sight = Objects.requireNonNull(Sight.current(), "nobody asks");
        var questions = rooms.stream()
                .map(room -> (Callable<List<T>>) () -> sight.call(() -> answer(room, question)))
                .toList();
        try {
            var given = new ArrayList<List<T>>();
            var answers = askers.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (var i = 0; i < rooms.size(); i++) {
                try {
                    given.add(answers.get(i).get());
                } catch (CancellationException late) {
                    note(rooms.get(i), late);
                } catch (ExecutionException failed) {
                    note(rooms.get(i), failed.getCause());
                }
            }
            return new Answers<>(given, given.size() == rooms.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answers<>(List.of(), false);
        }
    }

    private <S, T> List<T> answer(S room, Function<S, List<T>> question) {
        return Objects.requireNonNull(reading.execute(_ -> List.copyOf(question.apply(room))));
    }

    private static void note(Object room, @Nullable Throwable why) {
        LOG.atWarn()
                .setCause(why)
                .addKeyValue("room", room.getClass().getName())
                .log("A room did not answer the desk");
    }

    @PreDestroy
    void stop() {
        askers.shutdownNow();
    }
}
