package org.opensocialnet.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as an operator runs it, in a process of its own, on a data directory of the benchmarks. */
final class Server implements AutoCloseable {

    static final Path DATA = Path.of("benchmarks/results/data");

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration toFirstPage;

    private Server(Process process, Path data, int port, Duration toFirstPage) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.toFirstPage = toFirstPage;
    }

    /** Starts {@code ./run} and waits for its home page; a first start builds the city too. */
    static Server start(String name, String demo, Duration patience) throws Exception {
        var data = Files.createDirectories(DATA).resolve(name);
        int port = freePort();
        long before = System.nanoTime();
        var process = command(data, List.of("--port", Integer.toString(port)), demo);
        waitFor(port, "/", process, patience);
        var server = new Server(process, data, port, Duration.ofNanos(System.nanoTime() - before));
        waitFor(port, "/health/ready", process, patience);
        return server;
    }

    private static Process command(Path data, List<String> options, String demo) throws IOException {
        var words = new ArrayList<>(List.of("./run", "--data", data.toString()));
        words.addAll(options);
        words.addAll(demo.equals("none") ? List.of("--no-demo") : List.of("--demo-size", demo));
        return run(words, "server.log");
    }

    /** Runs {@code ./run COMMAND …} beside or without a server, and answers how long it took. */
    static Duration command(Path data, String... words) throws Exception {
        var line = new ArrayList<>(List.of("./run", "--data", data.toString()));
        line.addAll(List.of(words));
        long before = System.nanoTime();
        var process = run(line, "command.log");
        int code = process.waitFor();
        // 1 says that some rows were left out, as a real directory's are.
        if (code > 1) {
            throw new IOException("exit code " + code + "; see benchmarks/results/command.log");
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** The program has half a gigabyte and no more: what it promises, it promises within that. */
    private static Process run(List<String> words, String log) throws IOException {
        var results = Files.createDirectories(Path.of("benchmarks/results"));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(results.resolve(log).toFile());
        builder.environment().put("OSN_JAVA_OPTIONS", "-Xmx512m");
        builder.environment().put("OSN_DEMO_DAYS", "0"); // pages are measured alone, not beside the telling of two years
        return builder.start();
    }

    int port() {
        return port;
    }

    Duration toFirstPage() {
        return toFirstPage;
    }

    /** A connection to the PostgreSQL that the server keeps, as the server has one. */
    Connection database() throws IOException, SQLException {
        var place = Files.readString(data.resolve("postgres-port")).strip();
        var password = Files.readString(data.resolve("password-of-osn")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + place + "/osn", "osn", password);
    }

    private static void waitFor(int port, String path, Process process, Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("the server ended; see benchmarks/results/server.log");
            }
            try (var http = new Http(port)) {
                if (http.get(path).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is not listening yet.
            }
            Thread.sleep(20);
        }
        throw new IOException("no answer for " + path + " in " + patience);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the server did not stop in a minute");
        }
    }
}
