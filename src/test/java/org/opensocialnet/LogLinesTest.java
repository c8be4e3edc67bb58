package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** A line of the log is one line, whatever somebody made the program say. */
class LogLinesTest {

    static final String FORGED = "refused\n{\"level\":\"INFO\",\"message\":\"let in\"}\r\u2028\u0085\u001b[2K";

    @Test
    void nobodyWritesALineOfTheirOwnIntoTheLog() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("logstash");
        encoder.start();
        var event = new LoggingEvent(
                "", context.getLogger("test"), Level.WARN, FORGED, new IllegalStateException(FORGED), new Object[0]);
        event.setKeyValuePairs(List.of(new KeyValuePair("path", FORGED)));

        var written = new String(encoder.encode(event), StandardCharsets.UTF_8);

        assertThat(written.lines()).hasSize(1);
        var line = JsonMapper.shared().readTree(written);
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("message").asString()).isEqualTo(FORGED);
        assertThat(line.path("path").asString()).isEqualTo(FORGED);
        assertThat(line.path("stack_trace").asString()).contains("let in");
        assertThat(written.replace("\n", "")).doesNotContainPattern("[\\r\\u001b]");
    }
}
