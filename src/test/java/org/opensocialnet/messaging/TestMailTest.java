package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Terminal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** An operator learns from the terminal whether mail works. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(
        properties = {"osn.mail.host=127.0.0.1", "osn.mail.security=none", "osn.mail.from=help@net.example"})
class TestMailTest {

    static int port;

    /** A port nobody listens on until a test does. */
    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        properties.add("osn.mail.port", () -> port);
    }

    @Autowired
    TestMail command;

    @Test
    void theLetterArrivesAndTheServersAnswerIsSaid() throws Exception {
        var post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        var paper = new Paper();
        try {
            assertThat(command.run(List.of("eleni@odos.example"), paper)).isZero();
            assertThat(post.getReceivedMessages()).hasSize(1);
        } finally {
            post.stop();
        }
        assertThat(paper.text()).contains("Calling 127.0.0.1:", "It took the letter and said: 250");
    }

    @Test
    void aServerThatIsAwayIsSaidInWords() throws Exception {
        var paper = new Paper();

        assertThat(command.run(List.of("eleni@odos.example"), paper)).isOne();

        assertThat(paper.text()).contains("The mail server cannot be reached", "Nothing was sent");
    }

    @Test
    void itAsksForOneAddress() throws Exception {
        assertThat(command.run(List.of(), new Paper())).isEqualTo(2);
        assertThat(command.run(List.of("eleni"), new Paper())).isEqualTo(2);
    }

    /** A terminal that keeps what is written on it. */
    private static final class Paper implements Terminal {

        private final List<String> lines = new ArrayList<>();

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add(line);
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public Progress progress(String what, long total) {
            throw new UnsupportedOperationException();
        }
    }
}
