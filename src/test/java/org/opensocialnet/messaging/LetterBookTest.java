package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.messaging.LetterBook.Line;
import org.opensocialnet.messaging.LetterBook.State;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators look after letters, and nobody else sees one. Here no mail server is set. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import(SampleLetters.class)
class LetterBookTest {

    static final Sight ADMINISTRATOR = eyes("administrator");

    @Autowired
    LetterBook book;

    @Autowired
    Outbox outbox;

    @Autowired
    Queue queue;

    @Autowired
    OutboxSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void empty() throws Exception {
        as(Sight.job("test"), () -> jdbc.sql("delete from messaging.letter").update());
    }

    @Test
    void theNewestLetterStandsFirstAndTheListIsPaged() throws Exception {
        var ids = List.of(leave("first"), leave("second"), leave("third"));

        var page = ADMINISTRATOR.call(() -> book.lines(null, null, null, 2));
        assertThat(page).extracting(Line::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(ADMINISTRATOR.call(() -> book.lines(null, null, ids.get(1), 2)))
                .extracting(Line::id)
                .containsExactly(ids.get(0));
        assertThat(page.getFirst().state()).isEqualTo(State.WAITING);
        assertThat(ADMINISTRATOR.call(() -> book.tally())).containsEntry(State.WAITING, 3);
    }

    @Test
    void theListIsNarrowedByStateAndKind() throws Exception {
        leave("x");
        var dead = giveUp(leave("y"));

        assertThat(ADMINISTRATOR.call(() -> book.lines(State.DEAD, null, null, 9)))
                .extracting(Line::id)
                .containsExactly(dead);
        assertThat(ADMINISTRATOR.call(() -> book.lines(null, "messaging.way-in", null, 9)))
                .isEmpty();
    }

    @Test
    void whoIsNoAdministratorSeesNoLetter() throws Exception {
        var id = leave("x");

        for (var role : List.of("coordinator", "auditor", "researcher")) {
            assertThat(eyes(role).call(() -> book.lines(null, null, null, 9))).isEmpty();
            assertThat(eyes(role).call(() -> book.line(id))).isEmpty();
            assertThat(eyes(role).call(() -> book.shown(id))).isEmpty();
            assertThat(eyes(role).call(() -> book.again(id))).isFalse();
        }
    }

    @Test
    void withoutAMailServerAdministratorsReadLettersWithTheirLinksAndTheTrailNotesIt() throws Exception {
        var id = as(
                Sight.job("test"),
                () -> outbox.leave(SampleLetters.wayIn("eleni@odos.example", "/desk/start?token=abc")));

        var shown = ADMINISTRATOR.call(() -> book.shown(id)).orElseThrow();

        assertThat(shown.body()).contains("/desk/start?token=abc").doesNotContain("style=");
        assertThat(shown.language()).isEqualTo(Language.GREEK);
        assertThat(shown.secretsHidden()).isFalse();
        assertThat(acts(id)).containsExactly("messaging.letter.read");
    }

    @Test
    void tagsInWhatWasFilledInStayText() throws Exception {
        var id = leave("<p style=\"x\"><script>alert(1)</script>");

        assertThat(ADMINISTRATOR.call(() -> book.shown(id)).orElseThrow().body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void aLetterGivenUpCanBeSentAgainOnceTheCauseIsGone() throws Exception {
        var id = giveUp(leave("x"));
        assertThat(ADMINISTRATOR.call(() -> book.line(id)).orElseThrow().reason())
                .isEqualTo("refused");

        assertThat(ADMINISTRATOR.call(() -> book.again(id))).isTrue();

        var line = ADMINISTRATOR.call(() -> book.line(id)).orElseThrow();
        assertThat(line.state()).isEqualTo(State.WAITING);
        assertThat(line.tries()).isZero();
        assertThat(ADMINISTRATOR.call(() -> book.steps(id)))
                .extracting(LetterBook.Step::what)
                .containsExactly("tried", "refused", "dead", "again");
        assertThat(acts(id)).containsExactly("messaging.letter.sent-again");
        assertThat(ADMINISTRATOR.call(() -> book.again(id)))
                .as("it waits already")
                .isFalse();
    }

    private UUID leave(String machine) throws Exception {
        return as(Sight.job("test"), () -> outbox.leave(SampleLetters.news("eleni@odos.example", machine)));
    }

    private UUID giveUp(UUID id) throws Exception {
        Sight.job("letters").call(() -> {
            for (var held = queue.hold(settings.lease()); held.isPresent(); held = queue.hold(settings.lease())) {
                if (held.get().id().equals(id)) {
                    queue.end(held.get(), Queue.End.DEAD, "refused", "550 5.1.1 unknown");
                }
            }
            return 0;
        });
        return id;
    }

    private List<String> acts(UUID letter) throws Exception {
        return as(
                Sight.job("test"),
                () -> jdbc.sql("select what from audit.act where subject = ? order by id")
                        .param(letter)
                        .query(String.class)
                        .list());
    }

    private <T> T as(Sight sight, Supplier<T> work) throws Exception {
        return sight.call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private static Sight eyes(String role) {
        return new Sight(Uuid7.next(), null, role, Sight.Reach.NETWORK, "desk", "here");
    }
}
