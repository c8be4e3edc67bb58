package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.mail.ScriptedServer;
import org.opensocialnet.messaging.Readers.How;
import org.opensocialnet.web.Language;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What readers chose holds; what cannot be sent says why; what was said is forgotten in time. */
class DeliveryToReadersTest extends OurPost {

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
    void whoStoppedAKindGetsNoMoreButNeededOnesStillCome(AssertablePublishedEvents events) throws Exception {
        var id = leave(SampleLetters.news(ELENI, "x"));
        choose(How.NEVER);
        leave(SampleLetters.wayIn(ELENI, "x"));
        sendTo(at(POST.getSmtp().getPort()));

        assertThat(state(id)).isEqualTo("withheld");
        assertThat(events.ofType(LetterWithheld.class))
                .singleElement()
                .satisfies(told -> assertThat(told.letter()).isEqualTo(id));
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
}
