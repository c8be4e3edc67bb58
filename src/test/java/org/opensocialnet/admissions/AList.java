package org.opensocialnet.admissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opensocialnet.access.AtTheDesk.Visitor;

/** Sends lists to the desk as a browser does, names their columns, and waits until the work is done. */
public final class AList {

    private static final String BOUNDARY = "----osn-boundary";

    private AList() {}

    static HttpResponse<String> send(Visitor who, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        write(body, part("name=\"_csrf\"") + who.token() + "\r\n");
        write(body, part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream"));
        body.writeBytes(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return who.send(who.asked("/desk/admissions")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a list; answers its address. */
    public static String sent(Visitor who, String text) {
        return sent(who, "list.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static String sent(Visitor who, String name, byte[] file) {
        var answer = send(who, name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** Names the columns in their order and waits for the look; answers the page. */
    public static String looked(Visitor who, String path, String... meanings) {
        var fields = new LinkedHashMap<>(Map.of("quality", "given"));
        for (int i = 0; i < meanings.length; i++) {
            fields.put("column-" + i, meanings[i]);
        }
        var answer = who.post(path + "/columns", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return settled(who, path);
    }

    /** Asks for an act of the list and waits until it is done. */
    public static String done(Visitor who, String path, String act) {
        var answer = who.post(path + act, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return settled(who, path);
    }

    private static String settled(Visitor who, String path) {
        var page = new String[1];
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    page[0] = who.get(path).body();
                    return !page[0].contains("Γίνεται τώρα");
                });
        return page[0];
    }
}
