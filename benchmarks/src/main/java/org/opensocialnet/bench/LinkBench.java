package org.opensocialnet.bench;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opensocialnet.matching.Field;
import org.opensocialnet.matching.GreekPeople;
import org.opensocialnet.matching.LinkWork;

/** {@code ./run link} on a million records of invented people, 4 GB of heap; and how fast one core compares and weighs pairs. */
final class LinkBench implements Bench.Benchmark {

    private static final int PEOPLE = 667_000;
    private static final int ROWS = 1_000_000;
    private static final Duration GOAL = Duration.ofMinutes(3);
    private static final Path NAMES = ImportBench.SHARED.resolve("linkage/names/el_GR.csv");

    @Override
    public void run(Consumer<Result> found) throws Exception {
        comparing(found);
        var sheet = Files.createDirectories(Server.DATA).resolve("link.csv").toAbsolutePath();
        var persons = written(sheet);
        var pairs = Server.DATA.resolve("link-pairs.csv").toAbsolutePath();
        run(List.of("./run", "help"));
        var columns = GreekPeople.FORM.fields().stream()
                .map(field -> field.name() + "=" + field.name())
                .collect(Collectors.joining(","));
        long begun = System.nanoTime();
        run(List.of("./run", "link", sheet.toString(), "--columns", columns, "--out", pairs.toString()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        found.accept(new Result(
                "link: a million records deduplicated, heap 4 GB",
                "%.0f s".formatted(seconds),
                GOAL.toSeconds() + " s",
                seconds / GOAL.toSeconds(),
                "under 180 s",
                seconds < GOAL.toSeconds()));
        found.accept(quality(persons, pairs));
    }

    private static void comparing(Consumer<Result> found) throws Exception {
        var people = GreekPeople.of(7, 60_000, NAMES);
        var work = new LinkWork(people.rows, GreekPeople.FORM);
        work.speed();
        var speed = work.speed();
        found.accept(against("link: pairs weighed a second on one core", speed.weighed(), speed.limit()));
        found.accept(against("link: pairs compared in all fields", speed.compared(), speed.limit()));
        if (work.seen() == 0) {
            throw new IllegalStateException("nothing was compared");
        }
    }

    private static Result against(String name, double speed, double limit) {
        return new Result(
                name,
                "%.1f million/s".formatted(speed / 1e6),
                "counting the same bits alone %.1f million/s".formatted(limit / 1e6),
                speed / limit,
                "over 0.5",
                speed / limit >= 0.5);
    }

    /** Who is who, by row. */
    private static int[] written(Path sheet) throws Exception {
        var people = GreekPeople.of(1821, PEOPLE, NAMES);
        int rows = Math.min(ROWS, people.rows.size());
        try (BufferedWriter out = Files.newBufferedWriter(sheet)) {
            out.write("id," + GreekPeople.FORM.fields().stream().map(Field::name).collect(Collectors.joining(",")) + "\n");
            for (int row = 0; row < rows; row++) {
                out.write(row + "," + String.join(",", people.rows.get(row)) + "\n");
            }
        }
        return people.person.stream().limit(rows).mapToInt(Integer::intValue).toArray();
    }

    private static Result quality(int[] persons, Path pairs) throws Exception {
        Map<Integer, Long> records = new HashMap<>();
        for (int person : persons) {
            records.merge(person, 1L, Long::sum);
        }
        long doubles = records.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        long found = 0;
        long right = 0;
        try (var lines = Files.lines(pairs)) {
            for (var line : (Iterable<String>) lines.skip(1)::iterator) {
                var cells = line.split(",");
                found++;
                right += persons[Integer.parseInt(cells[0])] == persons[Integer.parseInt(cells[1])] ? 1 : 0;
            }
        }
        double recall = right / (double) doubles;
        return new Result(
                "link: doubles found in the million",
                "%.2f %% of them, %.2f %% of the pairs right".formatted(100 * recall, 100.0 * right / found),
                "%,d doubles".formatted(doubles),
                recall,
                "no goal: said for the time above",
                found > 0);
    }

    private static void run(List<String> words) throws Exception {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("benchmarks/results/link.log").toFile());
        builder.environment().put("OSN_JAVA_OPTIONS", "-Xmx4g -XX:ActiveProcessorCount=2");
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("see benchmarks/results/link.log");
        }
    }
}
