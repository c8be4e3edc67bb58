package org.opensocialnet.database;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real PostgreSQL for the whole run of tests, started when the first of them needs it, with a database without data. Its
 * cluster under target/ is kept between runs, because making one takes longer than most tests.
 */
public class TestDatabase implements EnvironmentPostProcessor {

    /** Programs of one run of tests that work side by side keep apart by it. */
    private static final String FORK = System.getProperty("osn.fork", "1");

    /** A database as the migrations leave it: a copy of it takes a tenth of the time of migrating again. */
    private static final String MIGRATED = "osn_migrated";

    private static @Nullable Postgres running;

    /** The address of the run's database, with user and password for the driver. */
    public static synchronized Postgres postgres() {
        if (running == null) {
            running = start();
            SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        }
        return running;
    }

    private static Postgres start() {
        try {
            var postgres = Postgres.start(
                    Path.of("target/test-database-" + FORK),
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=300");
            try (var keeper = postgres.keeper("postgres");
                    var statement = keeper.createStatement()) {
                for (var name : List.of("osn", MIGRATED)) {
                    statement.execute("drop database if exists %s with (force)".formatted(name));
                }
                statement.execute("create database %s owner osn".formatted(MIGRATED));
                migrate(postgres.address());
                statement.execute("create database osn template %s owner osn".formatted(MIGRATED));
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Address address) {
        var database = new DriverManagerDataSource(
                address.url().replaceFirst("/[^/]*$", "/" + MIGRATED), address.user(), address.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** Another database beside that of the run, with nothing in its tables, for a test that knows everything in it. */
    public static String another(String name) {
        return create(name, MIGRATED);
    }

    /** Another database without even a table, for a program that has to begin at the beginning. */
    public static String empty(String name) {
        return create(name, "template1");
    }

    private static String create(String name, String from) {
        var postgres = postgres();
        try (var keeper = postgres.keeper("postgres");
                var statement = keeper.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s template %s owner osn".formatted(name, from));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.address().url().replaceFirst("/[^/]*$", "/" + name);
    }

    /** PostgreSQL's superuser in one of the run's databases: whom neither policies nor triggers need bind. */
    public static Connection keeper(String database) throws SQLException {
        return postgres().keeper(database);
    }

    private static synchronized void stop() {
        try {
            if (running != null) {
                running.close();
                running = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("osn.test-database", Boolean.class, true)) {
            var postgres = postgres().address();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            Map.ofEntries(
                                    entry("spring.test.print-condition-evaluation-report", false),
                                    // Many contexts live side by side until the run ends.
                                    entry("spring.datasource.hikari.maximum-pool-size", 8),
                                    entry("spring.datasource.hikari.minimum-idle", 1),
                                    entry("osn.data", "target/test-data-" + FORK),
                                    entry("osn.people.folder", "target/test-people-" + FORK),
                                    entry("osn.search.in-memory", true),
                                    entry("osn.search.poll", "1h"),
                                    entry("osn.audit.seal", "1h"),
                                    entry("osn.ledger.fold", "1h"),
                                    entry("osn.evidence.first-look", "10h"),
                                    entry("osn.evidence.look", "10h"),
                                    entry("osn.settings.listen", false),
                                    entry("osn.database.url", postgres.url()),
                                    entry("osn.database.user", postgres.user()),
                                    entry("osn.database.password", postgres.password()))));
        }
    }
}
