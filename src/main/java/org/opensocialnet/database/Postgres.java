package org.opensocialnet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.kernel.OperatorError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that travels with us: one cluster in the data directory, reachable from this machine only, started
 * and stopped with the program. It survives the sudden death of either.
 */
public final class Postgres implements AutoCloseable {

    static final String MAJOR_VERSION = "18";
    static final String DATABASE = "osn";
    private static final Logger log = LoggerFactory.getLogger(Postgres.class);

    private final Path data;
    private final Claim claim;
    private final Program program;
    private final List<String> settings;
    private final int port;
    private volatile boolean stopping;

    private Postgres(Path data, Claim claim, Program program, List<String> settings) throws IOException {
        this.data = data;
        this.claim = claim;
        this.program = program;
        this.settings = settings;
        this.port = freePort();
    }

    /** Starts it, after making the cluster where there is none and stopping what a crash left running. */
    public static Postgres start(Path directory, String... settings) throws IOException {
        var data = directory.toAbsolutePath().normalize();
        var claim = Claim.on(data);
        try {
            var program = new Program(Binaries.unpackedIn(data.resolve("postgres-programs")));
            program.mustBeAllowed();
            var postgres = new Postgres(data, claim, program, List.of(settings));
            postgres.makeCluster();
            postgres.stopOrphan();
            postgres.launch();
            postgres.makeDatabase();
            postgres.watch();
            return postgres;
        } catch (SQLException e) {
            claim.close();
            throw new IOException("PostgreSQL started but did not let us in", e);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return Login.PROGRAM.user();
    }

    public String password() {
        return Login.PROGRAM.password(data);
    }

    static Path cluster(Path data) {
        return data.resolve("postgres");
    }

    private void makeCluster() throws IOException {
        var cluster = cluster(data);
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            refuseOtherVersion(cluster);
            return;
        }
        var half = data.resolve("postgres-being-made");
        if (Files.exists(half)) {
            Binaries.delete(half);
        }
        Login.KEEPER.password(data);
        var made = program.run(
                "initdb",
                "-D",
                half.toString(),
                "-U",
                Login.KEEPER.user(),
                "--auth=scram-sha-256",
                "--pwfile=" + Login.KEEPER.file(data),
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=el-GR",
                "--data-checksums");
        if (!made.succeeded()) {
            throw new OperatorError(4, "PostgreSQL could not make its files in " + half + ":\n" + made.output());
        }
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseOtherVersion(Path cluster) throws IOException {
        var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new OperatorError(4, """
                    The data in %s was written by PostgreSQL %s; this program brings PostgreSQL %s, which cannot read it.
                    Start the release of Open Social Net that wrote it, take its data out there, and see "Upgrade" in docs/operate.md.""".formatted(cluster, version, MAJOR_VERSION));
        }
    }

    /** Nobody else holds the directory, so whatever still runs on it was left by a program that died. */
    private void stopOrphan() throws IOException {
        var pid = pid();
        if (pid.flatMap(ProcessHandle::of).filter(Postgres::isPostgres).isPresent()) {
            log.atWarn().addKeyValue("pid", pid.get()).log("stopping a PostgreSQL that a crash left running");
            var stopped = program.run("pg_ctl", "-D", cluster(data).toString(), "-m", "fast", "-w", "-t", "60", "stop");
            if (!stopped.succeeded()) {
                throw new OperatorError(
                        4,
                        "A PostgreSQL left by a crash (process " + pid.get() + ") does not stop:\n" + stopped.output());
            }
        }
        // A number left in the file may meanwhile belong to another program, which PostgreSQL would take for itself.
        Files.deleteIfExists(pidFile());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private void launch() throws IOException {
        var options = new StringBuilder("-p %d -h 127.0.0.1 -k '' -c timezone=Europe/Athens".formatted(port));
        settings.forEach(setting -> options.append(" -c ").append(setting));
        var log = data.resolve("postgres.log");
        var started = program.run(
                "pg_ctl",
                "-D",
                cluster(data).toString(),
                "-w",
                "-t",
                "120",
                "-l",
                log.toString(),
                "-o",
                options.toString(),
                "start");
        if (!started.succeeded()) {
            throw new OperatorError(
                    4, "PostgreSQL did not start; its last words are in " + log + "\n" + started.output());
        }
        Files.writeString(data.resolve("postgres-port"), Integer.toString(port));
    }

    private void makeDatabase() throws SQLException {
        try (var keeper = keeper("postgres");
                var statement = keeper.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_roles where rolname = 'osn'")
                    .next()) {
                statement.execute("create role osn login password '" + password() + "'");
            }
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = 'osn'")
                    .next()) {
                statement.execute("create database osn owner osn");
            }
        }
    }

    /** A connection that may do anything; for setting up and backing up only. */
    Connection keeper(String database) throws SQLException {
        return keeper(data, port, database);
    }

    static Connection keeper(Path data, int port, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                Login.KEEPER.user(),
                Login.KEEPER.password(data));
    }

    /** Starts it again, at the same address, when it dies while we live. */
    private void watch() throws IOException {
        pid().flatMap(ProcessHandle::of).ifPresent(process -> process.onExit().thenRun(this::revive));
    }

    private synchronized void revive() {
        if (stopping) {
            return;
        }
        log.error("PostgreSQL died; starting it again");
        try {
            stopOrphan();
            launch();
            watch();
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again; restart the program", e);
        }
    }

    private Optional<Long> pid() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream().findFirst().map(line -> Long.parseLong(line.strip()));
    }

    private Path pidFile() {
        return cluster(data).resolve("postmaster.pid");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops it, after whoever used it has let go. */
    @Override
    public synchronized void close() throws IOException {
        if (stopping) {
            return;
        }
        stopping = true;
        var stopped = program.run("pg_ctl", "-D", cluster(data).toString(), "-m", "fast", "-w", "-t", "60", "stop");
        if (!stopped.succeeded()) {
            log.atError().addKeyValue("output", stopped.output()).log("PostgreSQL did not stop cleanly");
        }
        claim.close();
    }
}
