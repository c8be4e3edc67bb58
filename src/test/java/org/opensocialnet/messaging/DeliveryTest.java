package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.Courier;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.mail.MailOffice;
import org.opensocialnet.mail.MailSettings;
import org.opensocialnet.mail.MailSettings.Security;
import org.opensocialnet.mail.ScriptedServer;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of letters: sent once, tried again, given up with a reason, never lost. */
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
@Import({SampleLetters.class, DeliveryTest.Time.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {

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

    @AfterAll
    void close() {
        POST.stop();
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

    @Test
    void aLetterLeavesRightAfterItsTransactionAndWhatItSaidIsWiped() throws Exception {
        var bell = new Bell();
        var postman = new Postman(queue, delivery, office, settings, bell, clock);
        postman.start();
        var id = leave(SampleLetters.wayIn(ELENI, "/desk/start?token=abc"));
        bell.ring();

        assertThat(POST.waitForIncomingEmail(10_000, 1)).isTrue();
        postman.stop();

        assertThat(GreenMailUtil.getBody(received().getFirst())).isNotEmpty();
        assertThat(received().getFirst().getSubject()).isEqualTo("Δοκιμή από: Open Social Net");
        assertThat(state(id)).isEqualTo("sent");
        assertThat(sealed(id)).isNull();
        assertThat(steps(id)).containsExactly("tried", "sent");
    }

    @Test
    void whileTheServerIsAwayLettersWaitAndLoseNoTry(AssertablePublishedEvents events) throws Exception {
        var id = leave(SampleLetters.wayIn(ELENI, "x"));
        POST.stop();
        try {
            ours().round();
            clock.forward(Duration.ofMinutes(10));
            var postman = ours();
            postman.round();

            assertThat(postman.trouble()).isNotNull();
            assertThat(state(id)).isEqualTo("waiting");
            assertThat(steps(id)).isEmpty();
        } finally {
            POST.start();
        }
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(state(id)).isEqualTo("sent");
        assertThat(events.ofType(LetterUndelivered.class)).isEmpty();
    }

    @Test
    void aLetterDeferredIsTriedAgainLaterEachTimeLater() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        try (var busy = new ScriptedServer(Map.of("RCPT", "450 4.2.0 greylisted"))) {
            sendTo(at(busy.port()));
            assertThat(state(id)).isEqualTo("waiting");
            sendTo(at(busy.port()));
            assertThat(steps(id)).as("not due yet").containsExactly("tried", "deferred");
            clock.forward(Duration.ofSeconds(80));
            sendTo(at(busy.port()));
            assertThat(steps(id)).hasSize(4);
            clock.forward(Duration.ofSeconds(80));
            sendTo(at(busy.port()));
            assertThat(steps(id)).as("two minutes the second time").hasSize(4);
        }
        clock.forward(Duration.ofMinutes(2));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(state(id)).isEqualTo("sent");
        assertThat(received()).hasSize(1);
    }

    @Test
    void afterTooManyTriesALetterIsGivenUpWithTheServersLastAnswer() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        try (var busy = new ScriptedServer(Map.of("RCPT", "450 4.2.0 greylisted"))) {
            for (int tries = 0; tries < 4; tries++) {
                sendTo(at(busy.port()));
                clock.forward(Duration.ofMinutes(10));
            }
        }

        assertThat(state(id)).isEqualTo("dead");
        assertThat(text(id, "reason")).isEqualTo("too-many-tries");
        assertThat(text(id, "answer")).isEqualTo("450 4.2.0 greylisted");
        assertThat(sealed(id)).as("it can be sent again by hand").isNotNull();
    }

    @Test
    void aLetterRefusedForGoodIsGivenUpAtOnceAndRoomsAboveHearOfIt(AssertablePublishedEvents events) throws Exception {
        var about = UUID.fromString("01939000-0000-7000-8000-000000000001");
        var id = leave(new Letter("messaging.news", ELENI, Language.GREEK, null, about, Map.of("machine", "x")));
        try (var strict = new ScriptedServer(Map.of("RCPT", "550 5.1.1 <eleni@odos.example> unknown"))) {
            sendTo(at(strict.port()));
        }

        assertThat(state(id)).isEqualTo("dead");
        assertThat(text(id, "reason")).isEqualTo("refused");
        assertThat(text(id, "answer")).isEqualTo("550 5.1.1 … unknown");
        assertThat(steps(id)).containsExactly("tried", "refused", "dead");
        assertThat(events.ofType(LetterUndelivered.class)
                        .matching(event -> event.letter().equals(id) && about.equals(event.about())))
                .hasSize(1);
    }

    @Test
    void aNodeThatDiesInTheMiddleLosesNoLetterAndItGoesOnceMoreAtMost() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        dieAfterHandingOver();
        assertThat(received()).hasSize(1);
        sendTo(at(POST.getSmtp().getPort()));
        assertThat(received()).as("another node respects the lease").hasSize(1);

        clock.forward(Duration.ofMinutes(11));
        dieAfterHandingOver();
        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID());

        clock.forward(Duration.ofMinutes(11));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(received()).as("never a third time").hasSize(2);
        assertThat(state(id)).isEqualTo("dead");
        assertThat(text(id, "reason")).isEqualTo("unsure");
    }

    @Test
    void aNodeThatCameBackTooLateDoesNotSpeakForTheLetter() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        var late = asProgram(() -> queue.hold(Duration.ofMinutes(10))).orElseThrow();
        clock.forward(Duration.ofMinutes(11));
        sendTo(at(POST.getSmtp().getPort()));

        Sight.job("test").run(() -> queue.end(late, Queue.End.DEAD, "refused", "550"));

        assertThat(state(id)).isEqualTo("sent");
    }

    @Test
    void aTalkThatBreaksOffOverTheLetterIsRepeatedOnce() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        try (var rude = new ScriptedServer(Map.of(".", ""))) {
            for (int tries = 0; tries < 4; tries++) {
                sendTo(at(rude.port()));
                clock.forward(Duration.ofMinutes(10));
            }

            assertThat(rude.letters()).hasSize(2);
        }
        assertThat(text(id, "reason")).isEqualTo("unsure");
    }

    @Test
    void twoNodesSendEachLetterOnce() throws Exception {
        IntStream.range(0, 120).forEach(number -> leave(SampleLetters.news("reader" + number + "@odos.example", "x")));
        var nodes = Stream.of(1, 2)
                .map(_ -> Thread.ofPlatform().start(() -> ours().round()))
                .toList();
        for (var node : nodes) {
            node.join();
        }

        assertThat(received()).hasSize(120);
        assertThat(received().stream().map(DeliveryTest::to)).doesNotHaveDuplicates();
        assertThat(count("state = 'sent'")).isEqualTo(120);
    }

    @Test
    void nobodyIsBuriedUnderLettersOfOneKind() throws Exception {
        IntStream.range(0, 5).forEach(_ -> leave(SampleLetters.wayIn(ELENI, "x")));
        leave(SampleLetters.wayIn("Eleni@ODOS.example", "x"));
        leave(SampleLetters.wayIn("kostas@odos.example", "x"));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(received().stream().map(DeliveryTest::to))
                .containsExactlyInAnyOrder(ELENI, ELENI, ELENI, "kostas@odos.example");
        assertThat(count("state = 'withheld' and reason = 'too-often' and sealed is null"))
                .isEqualTo(3);

        clock.forward(Duration.ofMinutes(61));
        leave(SampleLetters.wayIn(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));
        assertThat(received()).hasSize(5);
    }

    @Test
    void whoStoppedAKindGetsNoMoreButNeededOnesStillCome() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        choose(How.NEVER);
        leave(SampleLetters.wayIn(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(state(id)).isEqualTo("withheld");
        assertThat(received()).singleElement().extracting(this::subject).isEqualTo("Δοκιμή από: Open Social Net");

        choose(How.AT_ONCE);
        leave(SampleLetters.news(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));
        assertThat(received()).hasSize(2);
    }

    @Test
    void whatIsGatheredComesAsOneLetterInTheMorning() throws Exception {
        choose(How.DAILY);
        var ids = List.of(
                leave(SampleLetters.news(ELENI, "first")),
                leave(SampleLetters.news(ELENI, "second")),
                leave(SampleLetters.news(ELENI, "third")));
        sendTo(at(POST.getSmtp().getPort()));
        assertThat(received()).isEmpty();
        assertThat(figures().count().oldestSeconds()).isZero();

        clock.forward(Duration.ofHours(22));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(received()).hasSize(1);
        assertThat(subject(received().getFirst())).isEqualTo("Open Social Net: 3 messages of the day");
        assertThat(plain(received().getFirst())).contains("first", "second", "third");
        assertThat(ids).allSatisfy(id -> assertThat(state(id)).isEqualTo("sent"));
    }

    @Test
    void theReadersOwnLanguageWins() throws Exception {
        asProgram(() -> {
            readers.speak(hash(), Language.ENGLISH);
            return 0;
        });
        leave(SampleLetters.wayIn(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(subject(received().getFirst())).isEqualTo("A test from Open Social Net");
    }

    @Test
    void lettersThatCanBeStoppedSayHow() throws Exception {
        leave(SampleLetters.news(ELENI, "x"));
        leave(SampleLetters.wayIn(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));

        var news = received().stream()
                .filter(letter -> subject(letter).startsWith("A test"))
                .findFirst()
                .orElseThrow();
        assertThat(news.getHeader("List-Unsubscribe")[0])
                .startsWith("<https://net.example/en/letters/")
                .endsWith("/messaging.news>")
                .doesNotContain("eleni");
        assertThat(news.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(received().stream()
                        .filter(letter -> letter != news)
                        .findFirst()
                        .orElseThrow()
                        .getHeader("List-Unsubscribe"))
                .isNull();
    }

    @Test
    void aLetterThatMakesNoSenseAnyMoreIsGivenUp() throws Exception {
        var id = leave(SampleLetters.wayIn(ELENI, "x"));
        clock.forward(Duration.ofMinutes(31));
        shredder.tidy();

        assertThat(state(id)).isEqualTo("dead");
        assertThat(text(id, "reason")).isEqualTo("too-old");
        assertThat(sealed(id)).isNull();
    }

    @Test
    void aLetterSealedWithAnotherKeyIsLeftToWhoCanOpenIt() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        asProgram(() -> jdbc.sql("update messaging.letter set key = 'another'").update());
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(state(id)).isEqualTo("waiting");
        assertThat(received()).isEmpty();
    }

    @Test
    void aLetterThatCannotBeOpenedIsGivenUp() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        asProgram(() -> jdbc.sql(
                        "update messaging.letter set sealed = decode('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex')")
                .update());
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(text(id, "reason")).isEqualTo("unreadable");
    }

    @Test
    void anAddressInAnotherScriptNeedsAServerThatKnowsThem() throws Exception {
        var refused = leave(SampleLetters.news("ελένη@odos.example", "x"));
        try (var older = new ScriptedServer(Map.of())) {
            sendTo(at(older.port()));
        }
        assertThat(text(refused, "reason")).isEqualTo("refused");
        assertThat(text(refused, "answer")).contains("SMTPUTF8");

        var sent = leave(SampleLetters.news("ελένη@odos.example", "x"));
        sendTo(at(POST.getSmtp().getPort()));
        assertThat(state(sent)).isEqualTo("sent");
    }

    @Test
    void theLogForgetsFirstWhatWasSaidThenToWhomThenAll() throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        try (var strict = new ScriptedServer(Map.of("RCPT", "550 no"))) {
            sendTo(at(strict.port()));
        }
        shredder.tidy();
        assertThat(sealed(id)).isNotNull();

        clock.forward(Duration.ofDays(8));
        shredder.tidy();
        assertThat(sealed(id)).isNull();
        assertThat(text(id, "address")).isEqualTo(ELENI);

        clock.forward(Duration.ofDays(23));
        shredder.tidy();
        assertThat(text(id, "address")).isNull();
        assertThat(text(id, "reader")).isEqualTo(hash());

        clock.forward(Duration.ofDays(335));
        shredder.tidy();
        assertThat(count("true")).isZero();
    }

    @Test
    void theFiguresSayHowManyWaitAndHowLong() throws Exception {
        leave(SampleLetters.news(ELENI, "x"));
        clock.forward(Duration.ofMinutes(2));

        assertThat(figures().count().waiting()).isOne();
        assertThat(figures().count().oldestSeconds()).isEqualTo(120);
        assertThat(figures().health().getStatus().getCode()).isEqualTo("UP");
    }

    private Figures figures() {
        return new Figures(jdbc, transactions, ours, office, clock);
    }

    private Postman ours() {
        return new Postman(queue, delivery, office, settings, new Bell(), clock);
    }

    /** Everything that is due, one talk per letter, to a server of choice. */
    private void sendTo(MailSettings server) throws Exception {
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
    private void dieAfterHandingOver() throws Exception {
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

    private static MailSettings at(int port) {
        return new MailSettings("127.0.0.1", port, Security.NONE, "", "", "help@net.example", "");
    }

    private UUID leave(Letter letter) {
        return inTransaction(() -> outbox.leave(letter));
    }

    private void choose(How how) throws Exception {
        asProgram(() -> {
            readers.choose(hash(), SampleLetters.NEWS, how);
            return 0;
        });
    }

    private String hash() {
        return stamp.of(EmailAddress.read(ELENI).orElseThrow());
    }

    private List<MimeMessage> received() {
        return new ArrayList<>(List.of(POST.getReceivedMessages()));
    }

    private static String to(MimeMessage letter) {
        return GreenMailUtil.getAddressList(recipients(letter));
    }

    private static Address[] recipients(MimeMessage letter) {
        try {
            return letter.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    }

    private String state(UUID id) throws Exception {
        return String.valueOf(text(id, "state"));
    }

    private @Nullable String text(UUID id, String column) throws Exception {
        return asProgram(() -> jdbc.sql("select %s::text as found from messaging.letter where id = ?".formatted(column))
                        .param(id)
                        .query((row, _) -> Optional.ofNullable(row.getString("found")))
                        .single())
                .orElse(null);
    }

    private @Nullable String sealed(UUID id) throws Exception {
        return text(id, "sealed");
    }

    private List<String> steps(UUID id) throws Exception {
        return asProgram(() -> jdbc.sql("select what from messaging.step where letter = ? order by place")
                .param(id)
                .query(String.class)
                .list());
    }

    private int count(String condition) throws Exception {
        return asProgram(() -> jdbc.sql("select count(*) from messaging.letter where " + condition)
                .query(Integer.class)
                .single());
    }

    private <T> T asProgram(Supplier<T> work) throws Exception {
        return Sight.job("test").call(() -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }
}
