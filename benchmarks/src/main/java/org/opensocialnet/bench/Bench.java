package org.opensocialnet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code ./bench [name]}: runs the benchmarks, or those whose name begins so, and keeps what they found. */
final class Bench {

    /** One benchmark; it tells each figure as soon as it knows it. */
    interface Benchmark {
        void run(Consumer<Result> found) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("start", new StartBench());
        ALL.put("disclosure", new DisclosureBench());
        ALL.put("pages", new PagesBench());
        ALL.put("import", new ImportBench());
        ALL.put("search", new SearchBench());
        ALL.put("api", new ApiBench());
        ALL.put("trail", new TrailBench());
        ALL.put("desk", new DeskBench());
        ALL.put("link", new LinkBench());
        ALL.put("find", new FindBench());
        ALL.put("catchment", new CatchmentBench());
        ALL.put("allocation", new AllocationBench());
        ALL.put("doubles", new DoublesBench());
        ALL.put("ledger", new LedgerBench());
        ALL.put("support", new SupportBench());
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var results = new ArrayList<Result>();
        for (var each : ALL.entrySet()) {
            if (names.length == 0 || Stream.of(names).anyMatch(each.getKey()::startsWith)) {
                each.getValue().run(result -> {
                    System.out.println(result.line());
                    results.add(result);
                });
                keep(results);
            }
        }
        if (results.isEmpty()) {
            System.err.println("There is no benchmark of that name. There are: " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
    }

    private static void keep(List<Result> results) throws Exception {
        var folder = Files.createDirectories(Path.of("benchmarks/results"));
        var lines = new ArrayList<String>(List.of("name,measured,baseline,ratio,goal,verdict"));
        results.forEach(result -> lines.add(result.csv()));
        Files.write(folder.resolve("latest.csv"), lines);
    }
}
