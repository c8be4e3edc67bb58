package org.opensocialnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Importing: a real county, and a directory of 100,000 services in 512 MB. */
final class ImportBench implements Bench.Benchmark {

    static final Path SHARED =
            Path.of(Optional.ofNullable(System.getenv("OSN_SHARED_DATA")).orElse("../shared/data"));

    private static final Pattern IMPORTED = Pattern.compile("rows in ([0-9.]+) s");

    static Optional<Path> sanMateo() {
        return Optional.of(SHARED.resolve("directory/san-mateo-hsds3.zip").toAbsolutePath())
                .filter(Files::exists);
    }

    @Override
    public void run(Consumer<Result> found) throws Exception {
        figures().forEach(found);
    }

    private static List<Result> figures() throws Exception {
        var results = new ArrayList<Result>();
        if (sanMateo().isPresent()) {
            var data = Server.DATA.resolve("import-san-mateo");
            StartBench.clear(data);
            Server.command(data, "import-hsds", sanMateo().get().toString(), "--dry-run");
            results.add(took(
                    "import San Mateo",
                    Server.command(data, "import-hsds", sanMateo().get().toString()),
                    Duration.ofSeconds(5)));
        }
        results.add(large());
        return results;
    }

    private static Result large() throws Exception {
        var from = Server.DATA.resolve("large");
        var file = Server.DATA.resolve("large.zip").toAbsolutePath();
        if (!Files.exists(file)) {
            Server.start("large", "large", Duration.ofMinutes(10)).close();
            Server.command(from, "export-hsds", file.toString(), "--zip");
        }
        var data = Server.DATA.resolve("import-large");
        StartBench.clear(data);
        Server.command(data, "import-hsds", file.toString(), "--source", "large", "--dry-run");
        return took(
                "import 100,000 services, heap 512 MB",
                Server.command(data, "import-hsds", file.toString(), "--source", "large"),
                Duration.ofSeconds(60));
    }

    /** The import as the command counts it; how long the program takes to start is a benchmark of its own. */
    private static Result took(String name, Duration whole, Duration goal) throws IOException {
        var said = IMPORTED.matcher(Files.readString(Path.of("benchmarks/results/command.log")));
        if (!said.find()) {
            throw new IOException("the import did not say how long it took; see benchmarks/results/command.log");
        }
        double seconds = Double.parseDouble(said.group(1));
        return new Result(
                name,
                "%.1f s (%.1f s with the program's start)".formatted(seconds, whole.toMillis() / 1000.0),
                goal.toSeconds() + " s",
                seconds / goal.toSeconds(),
                "under " + goal.toSeconds() + " s",
                seconds < goal.toSeconds());
    }
}
