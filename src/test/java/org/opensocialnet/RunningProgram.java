package org.opensocialnet;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built program as a process of its own, without anything of the tests on its class path. */
final class RunningProgram implements AutoCloseable {

    private final Process process;
    private final int port;
    private final List<String> said = new ArrayList<>();
    private final BlockingQueue<Boolean> ready = new LinkedBlockingQueue<>();

    /** Starts it; it is there once {@link #awaitReady} returns. */
    RunningProgram(Path data, Map<String, String> environment, String... options) {
        this.port = freePort();
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx500m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                builtClasses(),
                OpenSocialNet.class.getName(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private static String builtClasses() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var one = new ServerSocket(0)) {
            var port = one.getLocalPort();
            return port > 60_000 ? port - 10_000 : port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("Open Social Net is ready.")) {
                    ready.add(true);
                }
            }
        } catch (IOException _) {
            // It was killed while it spoke.
        }
        ready.add(false);
    }

    RunningProgram awaitReady(Duration patience) throws InterruptedException {
        if (!Boolean.TRUE.equals(ready.poll(patience.toMillis(), TimeUnit.MILLISECONDS))) {
            throw new IllegalStateException("the program did not start:\n" + String.join("\n", said));
        }
        return this;
    }

    int port() {
        return port;
    }

    /** As a power cut would: SIGKILL, no word of farewell. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
