package org.opensocialnet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** From the command to the first page: on an empty directory, and on one that holds the city already. */
final class StartBench implements Bench.Benchmark {

    @Override
    public void run(Consumer<Result> found) throws Exception {
        figures().forEach(found);
    }

    private static List<Result> figures() throws Exception {
        Server.start("warm-up", "small", Duration.ofMinutes(5)).close();
        clear(Server.DATA.resolve("start"));
        return List.of(
                result("start, empty directory", started(), Duration.ofSeconds(30)),
                result("start, existing directory", middle(started(), started(), started()), Duration.ofSeconds(5)));
    }

    private static double started() throws Exception {
        try (var server = Server.start("start", "small", Duration.ofMinutes(2))) {
            return server.toFirstPage().toMillis() / 1000.0;
        }
    }

    private static double middle(double... starts) {
        Arrays.sort(starts);
        return starts[starts.length / 2];
    }

    private static Result result(String name, double seconds, Duration goal) {
        return new Result(
                name,
                "%.2f s".formatted(seconds),
                goal.toSeconds() + " s",
                seconds / goal.toSeconds(),
                "under " + goal.toSeconds() + " s to the first page",
                seconds < goal.toSeconds());
    }

    static void clear(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
