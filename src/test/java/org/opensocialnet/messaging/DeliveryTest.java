package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.ScriptedServer;
import org.opensocialnet.web.Language;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What becomes of letters: sent once, tried again, given up with a reason, never lost. */
class DeliveryTest extends OurPost {

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
}
