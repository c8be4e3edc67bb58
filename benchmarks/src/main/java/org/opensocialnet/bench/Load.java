package org.opensocialnet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A closed loop: so many clients, each sending its next request when the last one is answered. */
final class Load {

    /** One client's way of doing one piece of work; made once per client, so it may hold a connection. */
    interface Client extends AutoCloseable {

        void once(int turn) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** How fast it went. Latencies are in milliseconds. */
    record Speed(double perSecond, double p50, double p95, double p99) {

        String text() {
            return "%.0f/s (p50 %.1f ms, p95 %.1f ms)".formatted(perSecond, p50, p95);
        }
    }

    private Load() {}

    static Speed of(int clients, Duration warmUp, Duration length, Callable<Client> newClient) throws Exception {
        run(clients, warmUp, newClient);
        return run(clients, length, newClient);
    }

    private static Speed run(int clients, Duration length, Callable<Client> newClient) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<java.util.concurrent.Future<long[]>>();
            for (int client = 0; client < clients; client++) {
                int first = client * 7919;
                running.add(threads.submit(() -> loop(first, end, newClient)));
            }
            var latencies = new ArrayList<long[]>();
            for (var one : running) {
                latencies.add(one.get());
            }
            return speed(latencies, System.nanoTime() - start);
        }
    }

    private static long[] loop(int first, long end, Callable<Client> newClient) throws Exception {
        var nanos = new long[1024];
        int done = 0;
        try (var client = newClient.call()) {
            for (int turn = first; System.nanoTime() < end; turn++) {
                long before = System.nanoTime();
                client.once(turn);
                if (done == nanos.length) {
                    nanos = Arrays.copyOf(nanos, done * 2);
                }
                nanos[done++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(nanos, done);
    }

    private static Speed speed(List<long[]> latencies, long elapsed) {
        var all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("not one request was answered in time");
        }
        return new Speed(all.length / (elapsed / 1e9), at(all, .50), at(all, .95), at(all, .99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
