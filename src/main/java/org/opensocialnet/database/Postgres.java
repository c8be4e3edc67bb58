package org.opensocialnet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.opensocialnet.kernel.OperatorError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that travels with us: one cluster in the data directory, reachable from this machine only, started
 * and stopped with the program. It survives the sudden death of either.
 */
public final class Postgres implements AutoCloseable {

    static final String DATABASE = "osn";
    private static final Logger log = LoggerFactory.getLogger(Postgres.class);
    private static final int SECONDS_TO_WAIT = 60;

    private final Path data;
    private final Claim claim;
    private final Cluster cluster;
    private final List<String> settings;
    private final int port;
    private boolean stopping;

    private Postgres(Path data, Claim claim, List<String> settings) throws IOException {
        this.data = data;
        this.claim = claim;
        var program = new Program(Binaries.unpackedIn(data.resolve("postgres-programs")));
        program.mustBeAllowed();
        this.cluster = new Cluster(data, program);
        this.settings = settings;
        this.port = freePort();
    }

    /** Starts it, after making the cluster where there is none and stopping what a crash left running. */
    public static Postgres start(Path directory, String... settings) throws IOException {
        var data = directory.toAbsolutePath().normalize();
        var claim = Claim.on(data);
        try {
            var postgres = new Postgres(data, claim, List.of(settings));
            postgres.open();
            return postgres;
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    /** Begins to start it, while the program reads its own configuration. */
    public static Starting starting(Path directory) {
        var work = new FutureTask<>(() -> start(directory));
        Thread.ofPlatform().name("postgres").start(work);
        return new Starting(work);
    }

    /** One on its way. Closing it stops what has started, whether or not somebody took it over. */
    public record Starting(FutureTask<Postgres> work) implements AutoCloseable {

        Postgres started() throws IOException {
            try {
                return work.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failed) {
                    throw failed;
                }
                if (e.getCause() instanceof RuntimeException failed) {
                    throw failed;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                work.get().close();
            } catch (ExecutionException nothingStarted) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How to reach the PostgreSQL of a program that already runs in this directory. */
    public static Optional<Address> beside(Path directory) throws IOException {
        var data = directory.toAbsolutePath().normalize();
        return Claim.isTaken(data) ? Optional.of(address(data, awaitPort(data), Login.PROGRAM)) : Optional.empty();
    }

    public Address address() {
        return address(data, port, Login.PROGRAM);
    }

    /** For setting up and backing up only: this one may do anything. */
    Address keeperAddress() {
        return address(data, port, Login.KEEPER);
    }

    static Optional<Address> keeperBeside(Path directory) throws IOException {
        return beside(directory)
                .map(program -> new Address(
                        program.url(), Login.KEEPER.user(), Login.KEEPER.password(directory.toAbsolutePath())));
    }

    private static Address address(Path data, int port, Login login) {
        return new Address("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, login.user(), login.password(data));
    }

    private void open() throws IOException {
        Files.deleteIfExists(portFile(data));
        cluster.make();
        cluster.stopOrphan();
        cluster.start(port, settings);
        try {
            makeDatabase();
            watch();
            Files.writeString(portFile(data), Integer.toString(port));
        } catch (SQLException e) {
            cluster.stop();
            throw new IOException("PostgreSQL started but did not let us in", e);
        } catch (IOException | RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }

    private void makeDatabase() throws SQLException {
        try (var keeper = keeper("postgres");
                var statement = keeper.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_roles where rolname = 'osn'")
                    .next()) {
                statement.execute("create role osn login password '" + Login.PROGRAM.password(data) + "'");
            }
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = 'osn'")
                    .next()) {
                statement.execute("create database osn owner osn");
            }
        }
    }

    Connection keeper(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                Login.KEEPER.user(),
                Login.KEEPER.password(data));
    }

    /** Starts it again, at the same address, when it dies while we live. */
    private void watch() throws IOException {
        cluster.process().ifPresent(process -> process.onExit().thenRun(this::revive));
    }

    private synchronized void revive() {
        if (stopping) {
            return;
        }
        log.error("PostgreSQL died; starting it again");
        try {
            cluster.stopOrphan();
            cluster.start(port, settings);
            watch();
            log.info("PostgreSQL is back");
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again; restart the program", e);
        }
    }

    /** Stops it, after whoever used it has let go. */
    @Override
    public synchronized void close() throws IOException {
        if (stopping) {
            return;
        }
        stopping = true;
        Files.deleteIfExists(portFile(data));
        try {
            cluster.stop();
        } catch (OperatorError e) {
            log.error("PostgreSQL did not stop cleanly; the next start will see to it", e);
        }
        claim.close();
    }

    /** The program that holds the directory may still be starting. */
    private static int awaitPort(Path data) throws IOException {
        for (var second = 0; second < SECONDS_TO_WAIT; second++) {
            if (Files.exists(portFile(data))) {
                return Integer.parseInt(Files.readString(portFile(data)).strip());
            }
            pause();
        }
        throw new OperatorError(
                5,
                "Process %s holds %s but has no database running yet. Try again when it is ready."
                        .formatted(Claim.holder(data), data));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Path portFile(Path data) {
        return data.resolve("postgres-port");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
