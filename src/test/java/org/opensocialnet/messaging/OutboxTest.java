package org.opensocialnet.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter is left in the transaction of what it tells of, and nobody reads in the database what it says. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import(SampleLetters.class)
class OutboxTest {

    static final UUID KITCHEN = Uuid7.next();
    static final UUID SHELTER = Uuid7.next();

    @Autowired
    Outbox outbox;

    @Autowired
    Seal seal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void empty() {
        Sight.job("test")
                .run(() -> inTransaction(
                        () -> jdbc.sql("delete from messaging.letter").update()));
    }

    @Test
    void aLetterIsKeptWithItsTransaction() throws Exception {
        var id = inTransaction(() -> outbox.leave(SampleLetters.wayIn("Eleni@Odos.Example", "/desk/start?token=abc")));

        var address =
                asProgram(() -> jdbc.sql("select address from messaging.letter where id = ? and state = 'waiting'")
                        .param(id)
                        .query(String.class)
                        .single());
        assertThat(address).isEqualTo("Eleni@odos.example");
    }

    @Test
    void aLetterAboutWhatNeverHappenedIsNotKept() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.leave(SampleLetters.news("eleni@odos.example", "x"));
            status.setRollbackOnly();
        });

        assertThat(Sight.job("test").call(this::letters)).isZero();
    }

    @Test
    void withoutATransactionNoLetterIsTaken() {
        assertThatThrownBy(() -> outbox.leave(SampleLetters.news("eleni@odos.example", "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatALetterWillSayCannotBeReadInTheDatabase() throws Exception {
        var id = inTransaction(() -> outbox.leave(SampleLetters.wayIn("eleni@odos.example", "/desk/start?token=abc")));

        var sealed = asProgram(() -> jdbc.sql("select sealed from messaging.letter where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .single());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token", "abc", "machine");
        assertThat(seal.open(id, sealed)).contains(Map.of("machine", "/desk/start?token=abc"));
        assertThat(seal.open(Uuid7.next(), sealed))
                .as("moved to another letter")
                .isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(id, sealed)).as("changed by somebody").isEmpty();
    }

    @Test
    void anOrganisationsLettersAreLeftAndSeenByItAlone() throws Exception {
        var letter = new Letter(
                "messaging.news", "eleni@odos.example", Language.GREEK, KITCHEN, null, Map.of("machine", "x"));

        eyesOf(KITCHEN).run(() -> inTransaction(() -> outbox.leave(letter)));

        assertThat(eyesOf(KITCHEN).call(this::letters)).isOne();
        assertThat(eyesOf(SHELTER).call(this::letters)).isZero();
        assertThat(letters()).as("without a sight").isZero();
        assertThatThrownBy(() -> eyesOf(SHELTER).run(() -> inTransaction(() -> outbox.leave(letter))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aLetterBringsExactlyWhatItsKindNames() {
        assertRefused(new Letter("messaging.unknown", "eleni@odos.example", Language.GREEK, null, null, Map.of()));
        assertRefused(new Letter("messaging.news", "eleni@odos.example", Language.GREEK, null, null, Map.of()));
        assertRefused(SampleLetters.news("eleni@odos.example", "x".repeat(2_001)));
        assertRefused(SampleLetters.news("eleni@odos.example\r\nBcc: all@odos.example", "x"));
    }

    @Test
    void neitherAddressNorValuesAreInALettersText() {
        assertThat(SampleLetters.wayIn("eleni@odos.example", "secret").toString())
                .isEqualTo("Letter[messaging.way-in]");
    }

    private void assertRefused(Letter letter) {
        assertThatThrownBy(() -> inTransaction(() -> outbox.leave(letter)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("odos");
    }

    private int letters() {
        return inTransaction(() -> jdbc.sql("select count(*) from messaging.letter")
                .query(Integer.class)
                .single());
    }

    private <T> T asProgram(Supplier<T> work) throws Exception {
        return Sight.job("test").call(() -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private static Sight eyesOf(UUID organization) {
        return new Sight(Uuid7.next(), organization, "editor", Sight.Reach.ORGANIZATION, "desk", "here");
    }
}
