package org.opensocialnet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.boot.health.contributor.Status;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines are sealed in their order into days that can be proved, and leave by whole days when their time is over. */
class SealingTest extends WrittenTrail {

    @Test
    void linesGetTheirNumbersInTheDayAndTheNextDayBeginsWithTheLastHash() {
        written.lines(3, "upkeep.notice.published");
        seal();
        written.lines(2, "people.person.read");
        seal();
        clock.go(Duration.ofDays(1));
        written.line("access.sign-in.password");
        seal();

        assertThat(links())
                .extracting("day", "number", "family")
                .containsExactly(
                        tuple("2026-11-20", 1, "work"),
                        tuple("2026-11-20", 2, "work"),
                        tuple("2026-11-20", 3, "work"),
                        tuple("2026-11-20", 4, "people"),
                        tuple("2026-11-20", 5, "people"),
                        tuple("2026-11-21", 1, "entry"));
        var now = state.now();
        assertThat(now.closedDay()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(now.closing()).isEqualTo(links().get(4).hash());
        assertThat(verification.verifyLast(3).sound()).isTrue();
    }

    /** The transaction that began first ends last; what was written after it waits, and neither is passed by. */
    @Test
    void aLateTransactionIsNeitherSkippedNorSealedOutOfItsOrder() throws Exception {
        try (var slow = Executors.newSingleThreadExecutor()) {
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var late = slow.submit(() -> Written.anna()
                    .run(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                        trail.note(Act.on("upkeep.notice.late", "service", Uuid7.next()));
                        begun.countDown();
                        await(end);
                    })));
            begun.await();
            written.lines(2, "upkeep.notice.early");

            assertThat(sealing.seal())
                    .as("nothing may pass the one that still runs")
                    .isZero();
            assertThat(state.now().waiting()).isEqualTo(2);
            end.countDown();
            late.get();
            seal();
        }
        assertThat(links())
                .extracting("what")
                .containsExactly("upkeep.notice.late", "upkeep.notice.early", "upkeep.notice.early");
    }

    @Test
    void severalWritersAndSealersAtOnceMakeOneUnbrokenChain() throws Exception {
        try (var crowd = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 4; writer++) {
                work.add(crowd.submit(() -> written.lines(60, "upkeep.notice.published")));
            }
            for (int node = 0; node < 2; node++) {
                work.add(crowd.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        sealing.seal();
                    }
                }));
            }
            for (var each : work) {
                each.get();
            }
        }
        seal();

        assertThat(links()).hasSize(240);
        assertThat(links()).extracting(Link::number).isSorted().doesNotHaveDuplicates();
        assertThat(verification.verifyLast(3))
                .returns(true, TrailVerification.Result::sound)
                .returns(240L, TrailVerification.Result::lines);
    }

    /** A dump read into another cluster: there the numbers of transactions begin anew. */
    @Test
    void aTrailThatMovedToAnotherClusterGoesOn() throws SQLException {
        written.lines(2, "upkeep.notice.published");
        seal();
        keeper("""
                alter table audit.act disable trigger user;
                alter table audit.link disable trigger user;
                update audit.act set xact = '900000000000';
                update audit.link set xact = '900000000000';
                insert into audit.act (id, at, role, reach, purpose, origin, what, kind, xact)
                values (uuidv7(), now(), 'system', 'SYSTEM', 'test', 'here', 'upkeep.notice.left', 'service', '900000000001');
                alter table audit.act enable always trigger act_only_added_to;
                alter table audit.act enable always trigger act_leaves_by_removal;
                alter table audit.link enable always trigger link_leaves_by_removal;
                alter table audit.link enable always trigger link_only_added_to;
                """);
        written.line("upkeep.notice.after");
        sealing.seal();
        written.line("upkeep.notice.later");
        sealing.seal();

        assertThat(links())
                .extracting("what")
                .containsExactly(
                        "upkeep.notice.published",
                        "upkeep.notice.published",
                        "upkeep.notice.left",
                        "upkeep.notice.after",
                        "upkeep.notice.later");
        assertThat(verification.verifyLast(3).sound()).isTrue();
    }

    @Test
    void whatIsTooOldLeavesByWholeDaysAndFamiliesAndTheChainStaysSound() {
        written.lines(2, "access.sign-in.password");
        written.lines(3, "people.person.read");
        seal();
        clock.go(Duration.ofDays(400));
        written.line("access.sign-out");
        seal();
        assertThat(retention.forget()).as("sign-ins are kept for two years").isZero();

        clock.go(Duration.ofDays(400));
        written.line("upkeep.notice.published");
        seal();
        assertThat(retention.forget()).isEqualTo(2);
        seal();
        assertThat(verification
                        .verify(TrailVerification.FIRST, TrailVerification.LAST)
                        .findings())
                .isEmpty();
        assertThat(links())
                .extracting(Link::what)
                .containsOnlyOnce("audit.trail.removed")
                .contains("gone", "people.person.read");

        clock.go(Duration.ofDays(365 * 11));
        written.line("upkeep.notice.published");
        seal();
        assertThat(retention.forget()).isGreaterThanOrEqualTo(6);
        seal();
        var outcome = verification.verify(TrailVerification.FIRST, TrailVerification.LAST);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.closings()).containsKey(LocalDate.of(2026, 11, 20));
        assertThat(links()).noneMatch(link -> link.day().equals("2026-11-20"));
    }

    @Test
    void nobodyTakesAwayWhatIsYoungerThanAYearOrOfADayThatIsNotClosed() {
        written.line("access.sign-in.password");
        seal();
        assertThatThrownBy(this::forgetEntries).rootCause().hasMessageContaining("only a closed day");
        clock.go(Duration.ofDays(30));
        written.line("access.sign-in.password");
        seal();
        assertThatThrownBy(this::forgetEntries).rootCause().hasMessageContaining("a year at least");
    }

    private void forgetEntries() {
        Sight.job("retention")
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                _ -> jdbc.sql("select audit.forget('2026-11-20', 'entry', uuidv7(), uuidv7(), ?)")
                                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                                        .query(Long.class)
                                        .single()));
    }

    @Test
    void theCommandNamesDayAndNumberAndTheProgramIsUnwellUntilItIsPutRight() throws SQLException {
        written.lines(4, "upkeep.notice.published");
        seal();
        var said = new Said();
        assertThat(command.run(List.of(), said)).isZero();
        assertThat(said.lines).contains("4 lines of 1 days, 2026-11-20 to 2026-11-20.", "The trail is sound.");
        assertThat(state.health().getStatus()).isEqualTo(Status.UP);

        keeper("""
                alter table audit.act disable trigger user;
                update audit.act set why = 'other' where id = (select act from audit.link where number = 3);
                alter table audit.act enable always trigger act_only_added_to;
                alter table audit.act enable always trigger act_leaves_by_removal;
                """);
        assertThat(command.run(List.of("--from", "2026-11-20"), said)).isEqualTo(1);
        assertThat(said.lines).contains("2026-11-20, line 3: changed", "THE TRAIL IS NOT SOUND: 1 findings.");
        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(verification.latest().orElseThrow().trouble())
                .isEqualTo(new Finding(Finding.Trouble.CHANGED, LocalDate.of(2026, 11, 20), 3));
    }

    /** Who takes the newest days away whole leaves a chain that is sound; the hash kept elsewhere tells. */
    @Test
    void aClosingHashKeptElsewhereShowsThatTheNewestDaysAreGone() throws SQLException {
        for (int day = 0; day < 3; day++) {
            written.lines(2, "upkeep.notice.published");
            seal();
            clock.go(Duration.ofDays(1));
        }
        written.line("upkeep.notice.published");
        seal();
        var kept = "2026-11-22=" + state.now().closing();
        assertThat(command.run(List.of("--expect", kept), new Said())).isZero();
        keeper("""
                alter table audit.act disable trigger user;
                alter table audit.link disable trigger user;
                alter table audit.day disable trigger user;
                delete from audit.act where at >= '2026-11-21';
                delete from audit.link where day >= '2026-11-21';
                delete from audit.day where day >= '2026-11-20';
                """);
        var said = new Said();
        assertThat(command.run(List.of(), said)).isZero();
        assertThat(command.run(List.of("--expect", kept), said)).isEqualTo(1);
        assertThat(said.lines).contains("2026-11-22: its closing hash is missing, not the one expected");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps what a command says. */
    private static final class Said implements Terminal {

        final List<String> lines = new ArrayList<>();

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
            throw new AssertionError("nothing takes long");
        }
    }
}
