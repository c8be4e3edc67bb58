package org.opensocialnet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Walks once over the pages a first visitor opens, and runs the commands people wait for, so that Java remembers what
 * either needs.
 */
record Rehearsal(String address, Path data) {

    private static final List<String> PAGES = List.of("", "en/", "find", "en/find?q=syssitio", "health/ready");

    void walk() throws IOException {
        try (var visitor =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            for (var page : PAGES) {
                visitor.send(
                        HttpRequest.newBuilder(URI.create(address + page))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The directory leaves as a file and comes in again as if from elsewhere; nothing of it is kept. */
    void takeOutAndIn(Console console) throws Exception {
        var file = data.resolve("rehearsed.zip").toString();
        command(console, "export-hsds", file, "--zip");
        command(console, "import-hsds", file, "--source", "rehearsed", "--dry-run");
    }

    private void command(Console console, String... words) throws Exception {
        var typed = Stream.concat(Stream.of("--data", data.toString()), Stream.of(words))
                .toList();
        var invocation = Invocation.of(typed, null, null);
        new CommandRun(invocation, console).run(invocation.command().orElseThrow());
    }
}
