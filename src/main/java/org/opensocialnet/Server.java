package org.opensocialnet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opensocialnet.database.DataDirectory;
import org.opensocialnet.database.Postgres;
import org.opensocialnet.kernel.Greeting;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The program as people know it: pages at an address, until it is stopped. */
record Server(Invocation invocation, Console console) {

    private static final String[] METRICS = {
        "management.server.address=127.0.0.1",
        "management.endpoints.web.base-path=/",
        "management.endpoints.web.path-mapping.prometheus=metrics"
    };

    void start() throws Exception {
        var data = new DataDirectory(invocation.data());
        data.mustBeFree();
        if (invocation.rehearsal()) {
            rehearse();
            return;
        }
        mustBeFree(invocation.port());
        mustBeFree(invocation.metricsPort());
        if (invocation.reset()) {
            reset();
        }
        var context = run("server.port=" + invocation.port(), "management.server.port=" + invocation.metricsPort());
        var address = address(context.getEnvironment());
        data.servedAt(address);
        console.say(greeting(context.getEnvironment(), address, told(context, address)));
    }

    /** With the demo city, so that there is something to show, to export and to take in. */
    private void rehearse() throws Exception {
        try (var context =
                run("server.port=0", "management.server.port=0", "osn.demo.enabled=true", "osn.demo.days=0")) {
            var rehearsal = new Rehearsal(
                    "http://127.0.0.1:%s/".formatted(context.getEnvironment().getProperty("local.server.port")),
                    invocation.data());
            rehearsal.walk();
            rehearsal.takeOutAndIn(console);
        }
    }

    private ConfigurableApplicationContext run(String... ports) throws IOException {
        if (System.getenv("OSN_DATABASE_URL") != null) {
            return run(_ -> {}, ports);
        }
        var postgres = Postgres.starting(invocation.data());
        try {
            return run(context -> context.getBeanFactory().registerSingleton("startingPostgres", postgres), ports);
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    private ConfigurableApplicationContext run(
            ApplicationContextInitializer<ConfigurableApplicationContext> first, String... ports) {
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .initializers(first)
                .properties(METRICS)
                .properties("osn.site.origin=http://localhost:" + invocation.port())
                .run(Stream.concat(invocation.settings().stream(), Stream.of(ports))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static void mustBeFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException taken) {
            throw QuietRefusal.portTaken(port);
        }
    }

    private void reset() throws IOException {
        if (System.getenv("OSN_DATABASE_URL") != null) {
            throw new OperatorError(
                    2,
                    "--reset deletes our own database only. OSN_DATABASE_URL names another: empty that one with its own tools.");
        }
        if (!Files.exists(invocation.data())) {
            return;
        }
        var question = "Delete everything in " + invocation.data() + ", its backups too?";
        if (!invocation.yes() && !console.confirm(question)) {
            throw new OperatorError(
                    2,
                    console.hasPerson()
                            ? "Nothing was deleted."
                            : "Nothing was deleted: nobody is here to answer. Add --yes to mean it.");
        }
        mustBeOurs(invocation.data());
        try (var files = Files.walk(invocation.data())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A mistyped --data must never cost somebody's home directory. */
    private static void mustBeOurs(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var names = files.map(file -> file.getFileName().toString()).toList();
            if (!names.isEmpty() && !names.contains("in-use-by")) {
                throw new OperatorError(2, directory + " was not made by this program, so it is left alone.");
            }
        }
    }

    private static String address(Environment settings) {
        var listening = settings.getProperty("server.address", "127.0.0.1");
        var host = listening.equals("0.0.0.0") || listening.equals("127.0.0.1") ? "localhost" : listening;
        return "http://%s:%s/".formatted(host, settings.getProperty("local.server.port"));
    }

    /** What the rooms add to the greeting. */
    private static String told(ConfigurableApplicationContext context, String address) {
        return context.getBeanProvider(Greeting.class)
                .orderedStream()
                .flatMap(greeting -> greeting.lines(address).stream())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    private String greeting(Environment settings, String address, String told) {
        boolean demo = settings.getProperty("osn.demo.enabled", Boolean.class, false);
        return """

                Open Social Net is ready.
                  Pages      %s   (English: %sen/)
                  Data       %s
                  Database   %s
                  Contents   %s
                  Metrics    http://127.0.0.1:%s/metrics
                %sStop with Ctrl-C.
                """.formatted(
                        address,
                        address,
                        invocation.data(),
                        System.getenv("OSN_DATABASE_URL") == null
                                ? "our own PostgreSQL, in the data directory"
                                : System.getenv("OSN_DATABASE_URL"),
                        demo ? "an invented city; --no-demo starts without it" : "your own records",
                        settings.getProperty("local.management.port"),
                        told);
    }
}
