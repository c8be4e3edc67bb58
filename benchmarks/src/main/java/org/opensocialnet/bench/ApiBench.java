package org.opensocialnet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.UUID;
import org.opensocialnet.exchange.ApiStatements;

/** The open API over 100,000 services, against a bare JDBC loop that runs the same SQL. */
final class ApiBench implements Bench.Benchmark {

    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final int PAGES = 200;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        figures().forEach(found);
    }

    private static List<Result> figures() throws Exception {
        try (var server = Server.start("large", "large", Duration.ofMinutes(10))) {
            var ids = ids(server);
            var page = Load.of(
                    CLIENTS,
                    WARM_UP,
                    LENGTH,
                    () -> http(server, turn -> "/hsds/v3/services?per_page=100&page=" + (1 + turn % PAGES)));
            var pageSql = Load.of(CLIENTS, WARM_UP, LENGTH, () -> new Statement(server.database(), ApiStatements.page()) {
                @Override
                void fill(PreparedStatement statement, int turn) throws SQLException {
                    statement.setInt(1, 100);
                    statement.setLong(2, 100L * (turn % PAGES));
                }
            });
            var one = Load.of(
                    CLIENTS,
                    WARM_UP,
                    LENGTH,
                    () -> http(server, turn -> "/hsds/v3/services/" + ids.get(turn % ids.size())));
            var oneSql = Load.of(CLIENTS, WARM_UP, LENGTH, () -> new Statement(server.database(), ApiStatements.one()) {
                @Override
                void fill(PreparedStatement statement, int turn) throws SQLException {
                    statement.setObject(1, ids.get(turn % ids.size()));
                }
            });
            return List.of(
                    compared("api, 100 services a page", page, pageSql),
                    compared("api, one service whole", one, oneSql),
                    streamed(server));
        }
    }

    /** All services as NDJSON while the heap is small; the second time, so that nothing is only just being loaded. */
    private static Result streamed(Server server) throws Exception {
        try (var http = new Http(server.port())) {
            http.get("/hsds/v3/services?format=ndjson");
            long before = System.nanoTime();
            var answer = http.get("/hsds/v3/services?format=ndjson");
            double seconds = (System.nanoTime() - before) / 1e9;
            double megabytes = answer.bytes() / 1e6;
            return new Result(
                    "api, 100,000 services as NDJSON",
                    "%.1f s, %.0f MB".formatted(seconds, megabytes),
                    "heap of 512 MB",
                    megabytes / 512,
                    "streams to its end in constant memory",
                    answer.status() == 200 && megabytes > 50);
        }
    }

    private interface Address {
        String of(int turn);
    }

    private static Load.Client http(Server server, Address address) throws Exception {
        var http = new Http(server.port());
        return new Load.Client() {
            @Override
            public void once(int turn) throws Exception {
                http.expectOk(address.of(turn));
            }

            @Override
            public void close() throws Exception {
                http.close();
            }
        };
    }

    private abstract static class Statement implements Load.Client {

        private final Connection connection;
        private final PreparedStatement statement;

        Statement(Connection connection, String sql) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(sql);
        }

        abstract void fill(PreparedStatement statement, int turn) throws SQLException;

        @Override
        public void once(int turn) throws SQLException {
            fill(statement, turn);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getBytes(1);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static List<UUID> ids(Server server) throws Exception {
        var ids = new ArrayList<UUID>();
        try (var connection = server.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from directory.public_service order by id limit 5000")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static Result compared(String name, Load.Speed ours, Load.Speed baseline) {
        double ratio = ours.perSecond() / baseline.perSecond();
        return new Result(name, ours.text(), baseline.text(), ratio, "at least half of the same SQL over JDBC", ratio >= .5);
    }
}
