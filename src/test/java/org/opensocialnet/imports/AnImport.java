package org.opensocialnet.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opensocialnet.access.AtTheDesk.Visitor;

/** Sends files to the desk as a browser does, and waits until the work is done. */
final class AnImport {

    private static final String BOUNDARY = "----osn-boundary";

    private AnImport() {}

    /** A ZIP of tables: name, then lines. */
    static byte[] zip(Map<String, String> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... namesAndTables) {
        var tables = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTables.length; i += 2) {
            tables.put(namesAndTables[i], namesAndTables[i + 1]);
        }
        return zip(tables);
    }

    static HttpResponse<String> send(Visitor who, String path, Map<String, String> fields, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", who.token());
        all.forEach((field, value) -> write(body, part("name=\"" + field + "\"") + value + "\r\n"));
        write(body, part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream"));
        body.writeBytes(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return who.send(who.asked(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file of a new source; answers the import's address. */
    static String sent(Visitor who, String source, String file, byte[] bytes) {
        return path(send(who, "/desk/imports/new", Map.of("source", "new", "name", source), file, bytes));
    }

    static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** The import's page when nothing is under way any more. */
    static String settled(Visitor who, String path) {
        var page = new String[1];
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    page[0] = who.get(path).body();
                    return !page[0].contains("Γίνεται τώρα");
                });
        return page[0];
    }
}
