package org.opensocialnet.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexWriter;
import org.springframework.stereotype.Component;

/**
 * Write the points of many services into the index, several at once and a batch each, until all are written or the
 * program stops.
 */
@Component
class Scribes {

    private static final int AT_A_TIME = 4_000;
    private static final int MOST_HANDS = 4;

    private final Points points;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int all;
    private volatile boolean stopped;

    Scribes(Points points) {
        this.points = points;
    }

    /** Returns when every service is written; throws {@link CancellationException} once stopped. */
    void write(IndexWriter writer, Collection<UUID> services, Vocabulary vocabulary, Instant from, Instant until)
            throws IOException {
        var batches = new ConcurrentLinkedQueue<List<UUID>>();
        var waiting = new ArrayList<>(services);
        for (int at = 0; at < waiting.size(); at += AT_A_TIME) {
            batches.add(waiting.subList(at, Math.min(waiting.size(), at + AT_A_TIME)));
        }
        var sheet = new Sheet(writer, batches, vocabulary, new Wording(), from, until);
        done.set(0);
        all = waiting.size();
        try {
            if (batches.size() < 2) {
                work(sheet);
            } else {
                together(sheet);
            }
        } finally {
            all = 0;
        }
    }

    /** What all hands share while they write. */
    private record Sheet(
            IndexWriter writer,
            Queue<List<UUID>> batches,
            Vocabulary vocabulary,
            Wording wording,
            Instant from,
            Instant until) {}

    private void together(Sheet sheet) throws IOException {
        int hands = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_HANDS);
        try (var pool = Executors.newFixedThreadPool(
                hands, Thread.ofPlatform().name("index-", 1).daemon().factory())) {
            var works = new ArrayList<Future<?>>();
            for (int hand = 0; hand < hands; hand++) {
                works.add(pool.submit(() -> {
                    work(sheet);
                    return null;
                }));
            }
            for (var work : works) {
                work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
        }
    }

    private void work(Sheet sheet) throws IOException {
        for (var batch = sheet.batches().poll();
                batch != null;
                batch = sheet.batches().poll()) {
            for (var point : points.of(batch, sheet.vocabulary(), sheet.wording(), sheet.from(), sheet.until())) {
                sheet.writer().addDocument(point.document());
            }
            done.addAndGet(batch.size());
            if (stopped) {
                throw new CancellationException();
            }
        }
    }

    boolean busy() {
        return all > 0;
    }

    int percent() {
        int some = all;
        return some == 0 ? 0 : (int) (done.get() * 100L / some);
    }

    /** For good: the program ends. */
    void stop() {
        stopped = true;
    }
}
