package org.opensocialnet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two organisations keep notes in one table; row-level security is all that stands between them. */
@ApplicationModuleTest
class SightTest {

    static final UUID SHELTER = Uuid7.next();
    static final UUID KITCHEN = Uuid7.next();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void bothWroteANote() {
        jdbc.sql("""
                drop table if exists database.note;
                create table database.note (organization_id uuid, words text);
                alter table database.note enable row level security;
                alter table database.note force row level security;
                create policy own on database.note
                    using (organization_id = (select database.organization())
                           or (select database.reach()) = 'system');
                """).update();
        eyesOf(SHELTER).run(() -> write(SHELTER, "bed 4 is broken"));
        eyesOf(KITCHEN).run(() -> write(KITCHEN, "no lentils on Friday"));
    }

    @AfterEach
    void tearTheNotesUp() {
        jdbc.sql("drop table database.note").update();
    }

    @Test
    void eachSeesItsOwn() throws Exception {
        assertThat(eyesOf(SHELTER).call(this::notes)).containsExactly("bed 4 is broken");
        assertThat(eyesOf(KITCHEN).call(this::notes)).containsExactly("no lentils on Friday");
        assertThat(Sight.job("sealing").call(this::notes)).hasSize(2);
    }

    @Test
    void withoutASightNobodySeesAnything() {
        assertThat(notes()).isEmpty();
    }

    @Test
    void outsideOfATransactionNobodySeesAnything() throws Exception {
        assertThat(eyesOf(SHELTER)
                        .call(() -> jdbc.sql("select words from database.note")
                                .query(String.class)
                                .list()))
                .isEmpty();
    }

    @Test
    void theSightEndsWithItsTransaction() throws Exception {
        eyesOf(SHELTER).call(this::notes);

        for (int connection = 0; connection < 8; connection++) {
            assertThat(notes()).isEmpty();
        }
    }

    @Test
    void nobodyWritesInTheNameOfAnother() {
        assertThatThrownBy(() -> eyesOf(SHELTER).run(() -> write(KITCHEN, "lentils every day")))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theEyesDoNotChangeInsideOfATransaction() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> Sight.job("sealing").run(this::notes)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Sight eyesOf(UUID organization) {
        return new Sight(Uuid7.next(), organization, "editor", Sight.Reach.ORGANIZATION, "desk", "here");
    }

    private List<String> notes() {
        return new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select words from database.note order by words")
                        .query(String.class)
                        .list());
    }

    private void write(UUID organization, String words) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> jdbc.sql("insert into database.note values (?, ?)")
                        .params(organization, words)
                        .update());
    }
}
