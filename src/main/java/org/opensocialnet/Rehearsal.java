package org.opensocialnet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Walks once over the pages a first visitor opens, so that Java remembers what a start needs. */
record Rehearsal(String address) {

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
}
