package org.opensocialnet.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Search with text, distance, open now and facets: 16 clients over HTTP, against one SQL statement over JDBC. */
final class SearchBench implements Bench.Benchmark {

    private static final int CLIENTS = 16;

    /** As long as Java still compiles what it found busy, beside sixteen clients on two cores. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final Duration LENGTH = Duration.ofSeconds(20);

    /** What a well-known Java server for the same kind of data answers on such a machine over the same data. */
    private static final double ANOTHER_SERVER = 52;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        sanMateo().forEach(found);
        largeCity().forEach(found);
    }

    private static List<Result> largeCity() throws Exception {
        try (var server = Server.start("large", "large", Duration.ofMinutes(10))) {
            SearchBaseline.prepare(server);
            var page = search(server, "/find", Searches.inGreek());
            var feed = search(server, "/find.geojson", Searches.inGreek());
            var sql = Load.of(CLIENTS, WARM_UP, LENGTH, () -> new SearchBaseline(server.database()));
            return List.of(
                    latency("search page, 100,000 services: p95", page),
                    latency("search feed, 100,000 services: p95", feed),
                    throughput("search page, 100,000 services: throughput", page, sql),
                    throughput("search feed, 100,000 services: throughput", feed, sql));
        }
    }

    private static List<Result> sanMateo() throws Exception {
        var data = Server.DATA.resolve("san-mateo");
        var file = ImportBench.sanMateo();
        if (file.isEmpty()) {
            System.err.println("search over San Mateo skipped: no " + ImportBench.SHARED + " (set OSN_SHARED_DATA)");
            return List.of();
        }
        Server.command(data, "import-hsds", file.get().toString());
        try (var server = Server.start("san-mateo", "none", Duration.ofMinutes(2))) {
            var page = search(server, "/en/find", Searches.inSanMateo());
            return List.of(new Result(
                    "search page, San Mateo: throughput",
                    page.text(),
                    "%.0f/s".formatted(ANOTHER_SERVER),
                    page.perSecond() / ANOTHER_SERVER,
                    "twenty times another server over the same data",
                    page.perSecond() >= 20 * ANOTHER_SERVER));
        }
    }

    private static Load.Speed search(Server server, String path, List<String> words) throws Exception {
        return Load.of(CLIENTS, WARM_UP, LENGTH, () -> {
            var http = new Http(server.port());
            return new Load.Client() {
                @Override
                public void once(int turn) throws Exception {
                    http.expectOk(Searches.address(path, turn, words));
                }

                @Override
                public void close() throws Exception {
                    http.close();
                }
            };
        });
    }

    private static Result latency(String name, Load.Speed speed) {
        return new Result(name, speed.text(), "50 ms", speed.p95() / 50, "p95 under 50 ms", speed.p95() < 50);
    }

    private static Result throughput(String name, Load.Speed speed, Load.Speed baseline) {
        double ratio = speed.perSecond() / baseline.perSecond();
        return new Result(name, speed.text(), baseline.text(), ratio, "at least half of SQL over JDBC", ratio >= .5);
    }
}
