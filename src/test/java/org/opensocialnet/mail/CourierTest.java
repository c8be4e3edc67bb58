package org.opensocialnet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.mail.Envelope.Content;
import org.opensocialnet.mail.Envelope.Labels;
import org.opensocialnet.mail.MailSettings.Security;

/** Letters are handed to a real mail server, and to some that have a bad day. */
class CourierTest {

    static final Content WORDS = new Content("Καλημέρα", "<html><body><p>Γεια</p></body></html>", "Γεια\n");

    final GreenMail post = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @Test
    void aLetterArrivesWithWhatTheStandardsWant() throws Exception {
        var answer = hand(here(), labels("eleni@odos.example"), WORDS);

        assertThat(answer).isInstanceOf(Answer.Taken.class);
        var letter = only();
        assertThat(letter.getMessageID()).isEqualTo("<42@net.example>");
        assertThat(letter.getSubject()).isEqualTo("Καλημέρα");
        assertThat(letter.getFrom()[0]).hasToString("=?UTF-8?B?zpTOr866z4TPhc6/?= <help@net.example>");
        assertThat(letter.getReplyTo()[0]).hasToString("answers@net.example");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Content-Language")).containsExactly("el");
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<https://net.example/letters/x>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getSentDate()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Γεια");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void nothingTypedBecomesAHeader() throws Exception {
        var labels = new Labels(
                "42",
                EmailAddress.read("eleni@odos.example").orElseThrow(),
                "el",
                new Sender(
                        new Sender.Named(
                                "Net\r\nBcc: all@odos.example",
                                EmailAddress.read("help@net.example").orElseThrow()),
                        null),
                Instant.parse("2026-11-21T08:00:00Z"),
                null);

        hand(here(), labels, new Content("Hello\r\nBcc: all@odos.example\r\n\r\nBody", "<p>x</p>", "x"));

        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(only().getHeader("Bcc")).isNull();
        assertThat(only().getSubject()).isEqualTo("Hello Bcc: all@odos.example Body");
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.7.1 come back later, Deferred",
        "RCPT, 450 4.2.0 greylisted, Deferred",
        "RCPT, 550 5.1.1 no such mailbox, Refused",
        "DATA, 452 4.3.1 full, Deferred",
        "., 554 5.7.1 looks unwanted, Refused",
        "., 451 4.3.0 trouble, Deferred"
    })
    void aServersAnswerIsUnderstoodAtEachStep(String step, String answer, String kind) throws Exception {
        try (var server = new ScriptedServer(Map.of(step, answer))) {
            var given = hand(at(server.port()), labels("eleni@odos.example"), WORDS);

            assertThat(given.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(given.text()).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, false", "DATA, false", "., true"})
    void aTalkThatBreaksOffIsUnsureOnlyOverTheLetterItself(String step, boolean unsure) throws Exception {
        try (var server = new ScriptedServer(Map.of(step, ""))) {
            assertThat(hand(at(server.port()), labels("eleni@odos.example"), WORDS))
                    .isInstanceOfSatisfying(
                            Answer.Broken.class,
                            broken -> assertThat(broken.unsure()).isEqualTo(unsure));
        }
    }

    @Test
    void whatTheServerSaysOfAnAddressIsNotKept() throws Exception {
        try (var server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 <eleni@odos.example>: unknown to us"))) {
            assertThat(hand(at(server.port()), labels("eleni@odos.example"), WORDS)
                            .text())
                    .isEqualTo("550 5.1.1 …: unknown to us");
        }
    }

    @Test
    void aServerThatIsNotThereIsTroubleForAllLetters() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThatThrownBy(() -> Courier.to(at(nobody)))
                .isInstanceOf(MailTrouble.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aWrongPasswordIsTroubleForAllLetters() {
        post.setUser("help@net.example", "net", "right");

        assertThatThrownBy(() -> Courier.to(signedIn("wrong")))
                .isInstanceOf(MailTrouble.class)
                .hasMessageContaining("user name and password");
    }

    @Test
    void theRightPasswordOpensTheDoor() throws Exception {
        post.setUser("help@net.example", "net", "right");

        assertThat(hand(signedIn("right"), labels("eleni@odos.example"), WORDS)).isInstanceOf(Answer.Taken.class);
    }

    @Test
    void aServerThatOffersNoProtectionGetsNoLetter() {
        var settings = new MailSettings(
                "127.0.0.1", post.getSmtp().getPort(), Security.STARTTLS, "", "", "help@net.example", "");

        assertThatThrownBy(() -> Courier.to(settings)).isInstanceOf(MailTrouble.class);
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerNobodyVouchesForGetsNoLetter() {
        var settings =
                new MailSettings("127.0.0.1", post.getSmtps().getPort(), Security.TLS, "", "", "help@net.example", "");

        assertThatThrownBy(() -> Courier.to(settings))
                .isInstanceOf(MailTrouble.class)
                .hasMessageContaining("certificat");
    }

    @Test
    void withoutProtectionNoLetterLeavesThisMachine() throws Exception {
        var elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        assumeTrue(elsewhere.isPresent(), "this machine has no address but its own");
        var settings =
                new MailSettings(elsewhere.get().getHostAddress(), 25, Security.NONE, "", "", "help@net.example", "");

        assertThatThrownBy(() -> Courier.to(settings))
                .isInstanceOf(MailTrouble.class)
                .hasMessageContaining("osn.mail.security");
    }

    @Test
    void nobodysLettersAreNotSent() {
        var settings = new MailSettings("127.0.0.1", 25, Security.NONE, "", "", "", "");

        assertThatThrownBy(() -> Courier.to(settings))
                .isInstanceOf(MailTrouble.class)
                .hasMessageContaining("osn.mail.from");
    }

    @Test
    void settingsDoNotTellTheirPassword() {
        assertThat(signedIn("right").toString()).doesNotContain("right");
    }

    private static Answer hand(MailSettings settings, Labels labels, Content content) throws MailTrouble {
        try (var courier = Courier.to(settings)) {
            return courier.hand(labels, content);
        }
    }

    private static Labels labels(String to) throws MailTrouble {
        return new Labels(
                "42",
                EmailAddress.read(to).orElseThrow(),
                "el",
                new MailSettings("", 0, Security.TLS, "", "", "Δίκτυο <help@net.example>", "answers@net.example")
                        .sender(),
                Instant.parse("2026-11-21T08:00:00Z"),
                "https://net.example/letters/x");
    }

    private MailSettings here() {
        return at(post.getSmtp().getPort());
    }

    private static MailSettings at(int port) {
        return new MailSettings("127.0.0.1", port, Security.NONE, "", "", "help@net.example", "");
    }

    private MailSettings signedIn(String password) {
        return new MailSettings(
                "127.0.0.1", post.getSmtp().getPort(), Security.NONE, "net", password, "help@net.example", "");
    }

    private MimeMessage only() {
        assertThat(post.getReceivedMessages()).hasSize(1);
        return post.getReceivedMessages()[0];
    }
}
