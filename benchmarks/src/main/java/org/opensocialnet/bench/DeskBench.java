package org.opensocialnet.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Pages of the desk under many members, and what row-level security costs: the same query by the same login, with the
 * policies and without them.
 */
final class DeskBench implements Bench.Benchmark {

    private static final int ORGANIZATIONS = 1_000;
    private static final int MEMBERS_OF_EACH = 5;
    private static final int SESSIONS = 1_000;
    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(12);

    /** Colleagues by name: what a list of members reads. */
    private static final String COLLEAGUES = """
            select m.id, m.name, m.email, s.roles
            from access.membership s
            join access.member m on m.id = s.member
            where s.organization = ?
            order by m.name, m.id
            limit 50
            """;

    @Override
    public void run(Consumer<Result> found) throws Exception {
        try (var server = Server.start("desk", "small", Duration.ofMinutes(5));
                var database = server.database()) {
            var sessions = seed(database);
            for (var page : List.of("/desk", "/desk/members", "/desk/records", "/desk/search?q=%CE%BA%CE%BF%CF%85%CE%B6")) {
                found.accept(page(server.port(), page, sessions));
            }
            found.accept(security(database));
        }
    }

    private static Result page(int port, String path, List<String> sessions) throws Exception {
        var speed = Load.of(CLIENTS, WARM_UP, LENGTH, () -> new Load.Client() {

            private final List<Http> members = new ArrayList<>();

            @Override
            public void once(int turn) throws IOException {
                member(turn).expectOk(path);
            }

            /** Eight members share a client's turns, so that no page is always the same member's. */
            private Http member(int turn) throws IOException {
                if (members.size() < 8) {
                    members.add(new Http(
                            port,
                            "Accept: text/html",
                            "Cookie: language=el; __Host-session=" + sessions.get(turn % sessions.size())));
                    return members.getLast();
                }
                return members.get(turn % members.size());
            }

            @Override
            public void close() throws Exception {
                for (var member : members) {
                    member.close();
                }
            }
        });
        return new Result(
                "desk " + path + ", " + CLIENTS + " clients",
                speed.text(),
                "p95 100 ms",
                speed.p95() / 100,
                "p95 under 100 ms",
                speed.p95() < 100);
    }

    private static Result security(Connection database) throws SQLException {
        var organizations = organizations(database);
        var rounds = 7;
        var with = new double[rounds];
        var without = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            policies(database, true);
            with[round] = microseconds(database, organizations);
            policies(database, false);
            without[round] = microseconds(database, organizations);
        }
        policies(database, true);
        var ratio = median(with) / median(without);
        return new Result(
                "row-level security, colleagues by name",
                "%.0f µs".formatted(median(with)),
                "%.0f µs".formatted(median(without)),
                ratio,
                "under 1.3",
                ratio < 1.3);
    }

    /** As an editor's transaction would: the sight told once, then the query. */
    private static double microseconds(Connection database, List<UUID> organizations) throws SQLException {
        database.setAutoCommit(false);
        try (var sight = database.prepareStatement(
                        "select set_config('osn.organization', ?, true), set_config('osn.reach', 'organization', true),"
                                + " set_config('osn.role', 'organization-admin', true)");
                var query = database.prepareStatement(COLLEAGUES)) {
            long spent = 0;
            int asked = 0;
            for (int turn = 0; turn < 3_000; turn++) {
                var organization = organizations.get(turn * 7 % organizations.size());
                sight.setString(1, organization.toString());
                sight.execute();
                long before = System.nanoTime();
                read(query, organization);
                if (turn >= 500) {
                    spent += System.nanoTime() - before;
                    asked++;
                }
                database.commit();
            }
            return spent / 1e3 / asked;
        } finally {
            database.setAutoCommit(true);
        }
    }

    private static void read(PreparedStatement query, UUID organization) throws SQLException {
        query.setObject(1, organization);
        try (var rows = query.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            if (count != MEMBERS_OF_EACH) {
                throw new IllegalStateException(count + " colleagues");
            }
        }
    }

    private static void policies(Connection database, boolean hold) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var table : List.of("access.member", "access.membership")) {
                statement.execute("alter table %s %s row level security".formatted(table, hold ? "enable" : "disable"));
            }
        }
    }

    private static List<UUID> organizations(Connection database) throws SQLException {
        see(database, "system", "bench");
        var found = new ArrayList<UUID>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select distinct s.organization from access.membership s"
                        + " join access.member m on m.id = s.member where m.email like 'bench-%' order by 1")) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    /** Members, memberships and open sessions, once for each data directory. */
    private static List<String> seed(Connection database) throws SQLException, IOException {
        see(database, "system", "session");
        try (var statement = database.createStatement()) {
            statement.execute("delete from access.session where session_id like 'bench-%'");
            statement.execute("delete from access.member where email like 'bench-%'");
            statement.execute("""
                    with who as (
                        insert into access.member (id, email, name, language, state, invented, created_at, changed_at)
                        select uuidv7(), 'bench-' || n || '@example.org', 'Μέλος ' || md5(n::text), 'el', 'active',
                               true, now(), now()
                        from generate_series(0, %1$d - 1) n
                        returning id, email)
                    insert into access.membership (id, member, organization, roles, created_at)
                    select uuidv7(), id, ('01900000-0000-7000-8000-' || lpad(to_hex(row_number() over (order by id) %% %2$d), 12, '0'))::uuid,
                           array['organization-admin'], now()
                    from who
                    """.formatted(ORGANIZATIONS * MEMBERS_OF_EACH, ORGANIZATIONS));
            statement.execute("analyze access.member");
            statement.execute("analyze access.membership");
        }
        return sessions(database);
    }

    /** As the door writes them when somebody came in with all proofs a moment ago. */
    private static List<String> sessions(Connection database) throws SQLException, IOException {
        var ids = new ArrayList<String>();
        long now = System.currentTimeMillis();
        try (var members = database.createStatement();
                var session = database.prepareStatement("insert into access.session values (?, ?, ?, ?, 43200, ?, ?)");
                var attribute = database.prepareStatement("insert into access.session_attributes values (?, ?, ?)");
                var rows = members.executeQuery(
                        "select id from access.member where email like 'bench-%' order by md5(email) limit " + SESSIONS)) {
            while (rows.next()) {
                var member = rows.getString(1);
                var id = "bench-" + UUID.randomUUID();
                var key = UUID.randomUUID().toString();
                session.setString(1, key);
                session.setString(2, id);
                session.setLong(3, now);
                session.setLong(4, now);
                session.setLong(5, now + 43_200_000L);
                session.setString(6, member);
                session.addBatch();
                Map<String, Serializable> attributes = Map.of(
                        "member", member, "second-step", true, "since", now, "seen", now, "proven", now);
                for (var each : attributes.entrySet()) {
                    attribute.setString(1, key);
                    attribute.setString(2, each.getKey());
                    attribute.setBytes(3, bytes(each.getValue()));
                    attribute.addBatch();
                }
                ids.add(id);
            }
            session.executeBatch();
            attribute.executeBatch();
        }
        return ids;
    }

    private static void see(Connection database, String reach, String purpose) throws SQLException {
        try (var statement = database.prepareStatement(
                "select set_config('osn.reach', ?, false), set_config('osn.purpose', ?, false)")) {
            statement.setString(1, reach);
            statement.setString(2, purpose);
            statement.execute();
        }
    }

    private static byte[] bytes(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
