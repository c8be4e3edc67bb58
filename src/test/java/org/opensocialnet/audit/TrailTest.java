package org.opensocialnet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.audit.TrailSearch.Filter;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.transaction.support.TransactionTemplate;

/** Anna of the shelter publishes notices: what she does and the line of it stand and fall together, and an auditor looks on. */
class TrailTest extends WrittenTrail {

    @Test
    void theLineStandsAndFallsWithTheAct() {
        Written.anna()
                .run(() -> new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                    trail.note(Act.on("upkeep.notice.published", "service", Uuid7.next()));
                    transaction.setRollbackOnly();
                }));

        assertThat(sealing.seal()).isZero();
        assertThatThrownBy(() -> trail.note(Act.on("upkeep.notice.published", "service", Uuid7.next())))
                .as("outside of a transaction")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anActThatCannotBeWrittenDownDoesNotHappen() {
        var wholeAddress =
                new Sight(Written.ANNA, Written.SHELTER, "editor", Sight.Reach.ORGANIZATION, "desk", "192.0.2.17");

        assertThatThrownBy(() -> written.line(wholeAddress, "upkeep.notice.published"))
                .rootCause()
                .hasMessageContaining("origin_is_coarse");
        assertThat(sealing.seal()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Μαρία Παπαδοπούλου",
                "maria papadopoulou",
                "Maria",
                "maria@example.org",
                "people.person.read 01018012345",
                "people.6900000000.read",
                "people.maria-1984.read",
                "people",
                "",
                "people.person.read\nwhat=x",
                "he asked for a bed"
            })
    void noNameNumberOrSentenceIsTaken(String text) {
        assertThatThrownBy(() -> Act.on(text, "service", Uuid7.next()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("what is none");
        assertThatThrownBy(() -> insert(text))
                .as("past the type, the table refuses it too")
                .rootCause()
                .hasMessageContaining("what_is_a_code");
    }

    private void insert(String what) {
        Written.anna()
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> jdbc.sql("""
                        insert into audit.act (id, at, member, organization, role, reach, purpose, origin, what, kind)
                        values (uuidv7(), now(), ?, ?, 'editor', 'ORGANIZATION', 'desk', 'here', ?, 'service')
                        """)
                                .params(Written.ANNA, Written.SHELTER, what)
                                .update()));
    }

    @Test
    void nobodyWritesALineOfAnother() {
        assertThatThrownBy(() -> Written.anna()
                        .run(() -> new TransactionTemplate(transactions)
                                .executeWithoutResult(_ ->
                                        jdbc.sql("""
                                insert into audit.act (id, at, member, organization, role, reach, purpose, origin,
                                                       what, kind)
                                values (uuidv7(), now(), uuidv7(), ?, 'editor', 'ORGANIZATION', 'desk', 'here',
                                        'upkeep.notice.published', 'service')
                                """).param(Written.SHELTER).update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.act set why = 'x'",
                "delete from audit.act",
                "truncate audit.act",
                "update audit.link set number = 1",
                "delete from audit.link",
                "truncate audit.link",
                "delete from audit.day",
                "update audit.day set lines = 1",
                "delete from audit.verification",
                "update audit.removal set lines = 0"
            })
    void evenTheOwnerAndTheKeeperCanOnlyAdd(String statement) throws SQLException {
        written.line("upkeep.notice.published");
        seal();
        clock.go(Duration.ofDays(1));
        written.line("upkeep.notice.published");
        seal();
        verification.verifyLast(3);

        assertThatThrownBy(() -> Sight.job("retention")
                        .run(() -> new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> jdbc.sql(statement).update())))
                .rootCause()
                .hasMessageContaining("only added to");
        if (!statement.contains("removal")) {
            assertThatThrownBy(() -> keeper("set session_replication_role = replica; " + statement))
                    .hasMessageContaining("only added to");
        }
    }

    @Test
    void onlyTheAuditorFindsLinesAndEachLookIsALineToo() {
        var subject = written.line("people.person.read");
        written.lines(3, "upkeep.notice.published");
        var about = new Filter(null, null, null, subject, null, null, null);

        assertThat(asked(Written.anna(), Filter.all()).lines()).isEmpty();
        assertThat(asked(Written.auditor(), about).lines())
                .extracting(TrailLine::what, TrailLine::origin)
                .containsExactly(tuple("audit.trail.read", "2001:db8:7::x"), tuple("people.person.read", "192.0.2.x"));
        assertThat(asked(Written.auditor(), new Filter(Written.ANNA, null, "audit.", null, null, null, null))
                        .lines())
                .extracting(TrailLine::what)
                .hasSize(3)
                .containsOnly("audit.trail.read");
        assertThat(asked(Written.auditor(), new Filter(null, null, null, null, null, null, clock.instant()))
                        .lines())
                .isEmpty();
    }

    private TrailSearch.Page asked(Sight sight, Filter filter) {
        try {
            return sight.call(() -> search.page(filter, null, 50));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() throws Exception {
        written.lines(25, "upkeep.notice.published");
        var filter = new Filter(null, null, "upkeep.", null, null, null, null);
        var seen = new ArrayList<UUID>();
        Written.auditor().run(() -> {
            TrailSearch.Place place = null;
            do {
                var page = search.page(filter, place, 10);
                page.lines().forEach(line -> seen.add(line.id()));
                place = page.next();
            } while (place != null);
        });

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(Written.auditor().call(() -> search.export(filter).toList())).hasSize(25);
    }

    @Test
    void theHistoryOfADirectoryRecordIsForEverybodyAndThatOfAPersonForNobody() {
        var service = written.line("upkeep.service.published");
        var person = written.line("people.person.read");

        assertThat(trail.history("service", service))
                .extracting(Trail.Change::what)
                .containsExactly("upkeep.service.published");
        assertThat(trail.history("service", person)).isEmpty();
    }

    @Test
    void aChangedSettingIsALine() {
        Sight.job("settings")
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> settings.change(
                                Map.of(settings.named("audit.keep-work-years").orElseThrow(), "6"))));
        seal();

        assertThat(links()).extracting("what").containsExactly("settings.value.changed");
    }
}
