package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.FollowUp.State;
import org.opensocialnet.ledger.LedgerFigures.Line;
import org.opensocialnet.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A soup kitchen keeps the book: what was needed, what was done, what was written wrongly. */
class LedgerTest extends SoupKitchen {

    @Autowired
    Clock clock;

    @Autowired
    People people;

    @Test
    void aNeedIsOpenUntilAllOfItIsMetRefusedOrWithdrawn() {
        var need = nina.write(nina.need(MONDAY, "night-shelter", "women", "", 5));
        nina.follow(need, MONDAY.plusDays(1), State.REFUSED, 1);
        nina.in(() -> ledger.write(new Delivery(
                HeadcountDeliveries.KIND,
                MONDAY.plusDays(3),
                nina.need(MONDAY, "night-shelter", "women", "", 3).about(),
                Amount.of(3, 3, Unit.NIGHT),
                Source.RECORDS,
                null,
                need,
                null,
                Map.of(),
                null)));

        assertThat(open(MONDAY)).isEqualTo(5);
        assertThat(open(MONDAY.plusDays(1))).isEqualTo(4);
        assertThat(open(MONDAY.plusDays(3))).isEqualTo(1);
        assertThatThrownBy(() -> nina.follow(need, MONDAY.plusDays(4), State.MET, 2))
                .isInstanceOf(Refusal.class);
        nina.follow(need, MONDAY.plusDays(5), State.WITHDRAWN, 0);
        assertThat(open(MONDAY.plusDays(5))).isZero();
        assertThatThrownBy(() -> nina.follow(need, MONDAY.plusDays(6), State.MET, 0))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasWrittenWronglyIsTakenBackOnceAndWithAllThatFollowed() {
        var need = nina.write(nina.need(MONDAY, "showers", "", "", 4));
        nina.follow(need, MONDAY, State.MET, 2);

        nina.reverse(need);

        var line = line(Asked.asOf(MONDAY));
        assertThat(line.need().people() + line.met().people() + line.need().entries())
                .isZero();
        assertThatThrownBy(() -> nina.reverse(need)).isInstanceOf(Refusal.class);
        nina.in(() -> ledger.again(need));
        assertThat(open(MONDAY)).isEqualTo(4);
    }

    @Test
    void monthsBackHaveTheirPagesToo() {
        nina.write(nina.delivery(LocalDate.of(2011, 8, 14), "soup-kitchen", "", "", 40));

        assertThat(line(Asked.between(LocalDate.of(2011, 8, 1), LocalDate.of(2011, 8, 31)))
                        .delivered())
                .isEqualTo(new Line.Sum(40, new BigDecimal("80.00"), 1));
    }

    @Test
    void theBookAnswersByWhatWasAskedAndOfWhatWasAskedAlone() {
        nina.write(nina.need(MONDAY, "showers", "women", "", 2));
        nina.write(nina.need(MONDAY, "showers", "", "", 3));
        nina.write(nina.need(MONDAY, "laundry", "women", "", 1));

        var byType = nina.sight()
                .call(() -> figures.lines(
                        Asked.between(MONDAY, MONDAY, Axis.SERVICE_TYPE).only(Axis.GROUP, "women")));

        assertThat(byType).extracting(Line::serviceType).containsExactly("laundry", "showers");
        assertThat(byType).extracting(line -> line.need().people()).containsExactly(1L, 2L);
        assertThat(byType.getFirst().group()).isNull();
        assertThat(nina.sight().call(() -> figures.lines(Asked.between(MONDAY, MONDAY, Axis.REASON, Axis.SOURCE))))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.reason() + " " + line.source()).isEqualTo("full asked"));
    }

    @Test
    void whatCannotBeIsRefused() {
        var good = nina.need(MONDAY, "showers", "women", "", 2);
        for (var wrong : List.of(
                nina.need(MONDAY, "no-such-help", "", "", 2),
                nina.need(MONDAY, "", "", "", 2),
                nina.need(MONDAY, "showers", "martians", "", 2),
                nina.need(MONDAY, "showers", "", "the corner of Sokratous street", 2),
                nina.need(MONDAY, "showers", "", "", 0),
                nina.need(MONDAY, "showers", "", "", -3),
                nina.need(LocalDate.now(clock).plusDays(1), "showers", "", "", 2),
                nina.need(LocalDate.of(1999, 12, 31), "showers", "", "", 2))) {
            assertThatThrownBy(() -> nina.write(wrong)).as("%s", wrong).isInstanceOf(Refusal.class);
        }
        for (var attributes : List.<Map<String, Object>>of(Map.of("name", "Maria"), Map.of("nights", "two"))) {
            assertThatThrownBy(() -> nina.write(new Need(
                            good.kind(),
                            MONDAY,
                            good.about(),
                            good.amount(),
                            good.source(),
                            null,
                            null,
                            attributes,
                            null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new EntryKind.Attribute.Number(0, 9).holds(10)).isFalse();
        assertThat(new EntryKind.Attribute.Word(Set.of("a")).holds("a")).isTrue();
        assertThatThrownBy(() -> nina.sight().call(() -> ledger.write(good)))
                .as("the ledger writes in the transaction of the act")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyChangesOrTakesOutALine() {
        nina.write(nina.need(MONDAY, "showers", "", "", 2));

        for (var sql : List.of(
                "update ledger.need set people = 1 where organization = ?",
                "delete from ledger.need where organization = ?",
                "truncate ledger.need",
                "truncate ledger.need_2026_03")) {
            assertThatThrownBy(() -> nina.in(() -> {
                        var statement = jdbc.sql(sql);
                        return (sql.contains("?") ? statement.param(nina.organization()) : statement).update();
                    }))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("corrected by reversal");
        }
    }

    @Test
    void othersSeeNoLineAndTheTeamSeesSumsAlone() {
        nina.write(nina.need(MONDAY, "showers", "roma", "", 2));
        var other = new Bookkeeper(ledger, transactions, Uuid7.next());

        for (var sight : List.of(other.sight(), Bookkeeper.team())) {
            assertThat(sight.<Long, RuntimeException>call(() -> count("ledger.need", nina.organization())))
                    .isZero();
        }
        assertThat(other.sight()
                        .call(() -> figures.lines(Asked.asOf(MONDAY, Axis.GROUP).of(nina.organization()))))
                .isEmpty();
        assertThat(Bookkeeper.team()
                        .call(() -> figures.lines(Asked.asOf(MONDAY, Axis.GROUP).of(nina.organization()))))
                .singleElement()
                .satisfies(line -> assertThat(line.need().people()).isEqualTo(2));
        assertThat(count("ledger.need", nina.organization()))
                .as("nobody's eyes see nothing")
                .isZero();
        assertThatThrownBy(() -> other.sight()
                        .call(() -> transactions.execute(_ -> ledger.write(nina.need(MONDAY, "showers", "", "", 1)))))
                .as("nobody writes for another organisation")
                .isInstanceOf(DataAccessException.class);
    }

    private long count(String table, UUID organization) {
        return Objects.requireNonNull(
                transactions.execute(_ -> jdbc.sql("select count(*) from %s where organization = ?".formatted(table))
                        .param(organization)
                        .query(Long.class)
                        .single()));
    }
}
