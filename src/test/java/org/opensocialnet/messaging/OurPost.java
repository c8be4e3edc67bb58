package org.opensocialnet.messaging;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.Courier;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.mail.MailOffice;
import org.opensocialnet.mail.MailSettings;
import org.opensocialnet.mail.MailSettings.Security;
import org.opensocialnet.messaging.Readers.How;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server of ours, and the program that hands letters to it only when a test says so. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(
        properties = {
            "osn.letters.poll=1h",
            "osn.letters.tidy=10h",
            "osn.letters.tries=3",
            "osn.mail.host=127.0.0.1",
            "osn.mail.security=none",
            "osn.mail.from=Δίκτυο <help@net.example>",
            "osn.site.origin=https://net.example"
        })
@Import({SampleLetters.class, OurPost.Time.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OurPost {

    static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static final String ELENI = "eleni@odos.example";

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        POST.start();
        properties.add("osn.mail.port", () -> POST.getSmtp().getPort());
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Queue queue;

    @Autowired
    Delivery delivery;

    @Autowired
    Readers readers;

    @Autowired
    Stamp stamp;

    @Autowired
    Shredder shredder;

    @Autowired
    Postman ours;

    @Autowired
    MailOffice office;

    @Autowired
    OutboxSettings settings;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** Only the postmen a test sends go. */
    @BeforeAll
    void ourPostmanRests() {
        ours.stop();
    }

    @BeforeEach
    @AfterEach
    void empty() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        clock.reset();
        asProgram(() -> jdbc.sql("delete from messaging.letter").update());
        asProgram(() -> jdbc.sql("delete from messaging.choice").update());
        asProgram(() -> jdbc.sql("delete from messaging.reader").update());
    }

    Figures figures() {
        return new Figures(jdbc, transactions, ours, office, clock);
    }

    Postman ours() {
        return new Postman(queue, delivery, office, settings, new Bell(), clock);
    }

    /** Everything that is due, one talk per letter, to a server of choice. */
    void sendTo(MailSettings server) throws Exception {
        Sight.job("letters").call(() -> {
            for (var held = queue.hold(settings.lease()); held.isPresent(); held = queue.hold(settings.lease())) {
                try (var courier = Courier.to(server)) {
                    delivery.deliver(held.get(), courier, server);
                }
            }
            return 0;
        });
    }

    /** A node that is killed after the server took the letter and before it could note so. */
    void dieAfterHandingOver() throws Exception {
        var before = asProgram(() -> queue.hold(settings.lease())).orElseThrow();
        Sight.job("letters").call(() -> {
            try (var courier = Courier.to(at(POST.getSmtp().getPort()))) {
                var lost = new Held(
                        before.id(),
                        UUID.fromString("01939000-0000-7000-8000-00000000dead"),
                        before.kind(),
                        before.address(),
                        before.reader(),
                        before.language(),
                        before.organization(),
                        before.about(),
                        before.sealed(),
                        before.leftAt(),
                        before.goodUntil(),
                        before.tries(),
                        before.unsure(),
                        before.gathered());
                delivery.deliver(lost, courier, at(POST.getSmtp().getPort()));
            }
            return 0;
        });
    }

    static MailSettings at(int port) {
        return new MailSettings("127.0.0.1", port, Security.NONE, "", "", "help@net.example", "");
    }

    UUID leave(Letter letter) {
        return inTransaction(() -> outbox.leave(letter));
    }

    void choose(How how) throws Exception {
        asProgram(() -> {
            readers.choose(hash(), SampleLetters.NEWS, how);
            return 0;
        });
    }

    String hash() {
        return stamp.of(EmailAddress.read(ELENI).orElseThrow());
    }

    List<MimeMessage> received() {
        return new ArrayList<>(List.of(POST.getReceivedMessages()));
    }

    static String to(MimeMessage letter) {
        return GreenMailUtil.getAddressList(recipients(letter));
    }

    static Address[] recipients(MimeMessage letter) {
        try {
            return letter.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String plain(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    }

    String state(UUID id) throws Exception {
        return String.valueOf(text(id, "state"));
    }

    @Nullable
    String text(UUID id, String column) throws Exception {
        return asProgram(() -> jdbc.sql("select %s::text as found from messaging.letter where id = ?".formatted(column))
                        .param(id)
                        .query((row, _) -> Optional.ofNullable(row.getString("found")))
                        .single())
                .orElse(null);
    }

    @Nullable
    String sealed(UUID id) throws Exception {
        return text(id, "sealed");
    }

    List<String> steps(UUID id) throws Exception {
        return asProgram(() -> jdbc.sql("select what from messaging.step where letter = ? order by place")
                .param(id)
                .query(String.class)
                .list());
    }

    int count(String condition) throws Exception {
        return asProgram(() -> jdbc.sql("select count(*) from messaging.letter where " + condition)
                .query(Integer.class)
                .single());
    }

    <T> T asProgram(Supplier<T> work) throws Exception {
        return Sight.job("test").call(() -> inTransaction(work));
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }
}
