package org.opensocialnet.shortfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.shortfall.Cause.Full;
import org.opensocialnet.shortfall.Cause.NoAnswer;
import org.opensocialnet.shortfall.Cause.NoProvider;
import org.opensocialnet.shortfall.Cause.SentAway;
import org.opensocialnet.shortfall.Cause.StaleRecord;
import org.opensocialnet.shortfall.Cause.TooFar;
import org.opensocialnet.shortfall.Figure.Known;
import org.opensocialnet.shortfall.Figure.Unknown;

class StandingTest {

    static final Measure PERSONS = new Measure("person", Measure.Window.MONTH);
    static final Declared USUAL = Declared.usual();

    /** Need 200, 100, 50; reached 150, 120, 0. */
    @Test
    void eachAreaIsCappedBeforeAreasAreAdded() {
        var areas = List.of(cell(200, 150), cell(100, 120), cell(50, 0));
        var total = Total.of(areas);

        assertThat(areas).extracting(area -> area.coverage().orElseThrow()).containsExactly(75.0, 120.0, 0.0);
        assertThat(areas).extracting(area -> area.gap().orElseThrow()).containsExactly(50.0, -20.0, 50.0);
        assertThat(total.coverage().orElseThrow()).isCloseTo(71.4286, within(5e-5));
        assertThat(total.shortfall()).isEqualTo(new Known(100));
    }

    @Test
    void deficitIsNeedNotMetAndOversupplyIsCapacityBeyondIt() {
        var short38 = standing(40, 2, 2);
        var tooMuch = standing(10, 10, 30);
        var both = standing(40, 20, 60);

        assertThat(short38.shortfall()).isEqualTo(new Known(38));
        assertThat(short38.isDeficit()).isTrue();
        assertThat(short38.isOversupply()).isFalse();
        assertThat(tooMuch.isDeficit()).isFalse();
        assertThat(tooMuch.spare()).isEqualTo(new Known(20));
        assertThat(tooMuch.isOversupply()).isTrue();
        assertThat(tooMuch.use().orElseThrow()).isCloseTo(33.333, within(1e-3));
        assertThat(both.isDeficit() && both.isOversupply()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"40, 36, false", "40, 35, true", "200, 191, false", "200, 190, true", "4, 0, false"})
    void aShortfallBelowTheThresholdIsNotCalledADeficit(double need, double reached, boolean deficit) {
        assertThat(cell(need, reached).isDeficit()).isEqualTo(deficit);
        assertThat(cell(need, reached).shortfall()).isEqualTo(new Known(need - reached));
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "94, 1", "90, 2", "76, 2", "75, 3", "50, 4", "26, 4", "25, 5", "0, 5"})
    void severityGoesByTheShareThatGoesWithout(double reached, int severity) {
        assertThat(cell(100, reached).severity()).hasValue(severity);
    }

    @Test
    void whoIsNotServedReachesAFullServiceOrNone() {
        var seen = new Seen(PERSONS, new Known(100), new Known(40), new Known(40), new Known(25), List.of());
        var split = Standing.of(seen, USUAL, null).split();

        assertThat(split).isEqualTo(new Split(new Known(40), new Known(35), new Known(25)));
    }

    @Test
    void whoHelpsMoreThanAreInNeedServesNoMoreThanThose() {
        assertThat(cell(100, 120).split().served()).isEqualTo(new Known(100));
        assertThat(cell(100, 120).shortfall()).isEqualTo(Figure.NONE);
    }

    @Test
    void unknownIsNeverZero() {
        var needUnknown = standing(Figure.unknown(), new Known(10), new Known(20));
        var reachedUnknown = standing(new Known(40), new Unknown(12), new Known(60));

        for (var cell : List.of(needUnknown, reachedUnknown)) {
            assertThat(cell.confidence()).isEqualTo(Confidence.UNKNOWN);
            assertThat(cell.shortfall()).isInstanceOf(Unknown.class);
            assertThat(cell.isDeficit()).isFalse();
            assertThat(cell.coverage()).isEmpty();
            assertThat(cell.gap()).isEmpty();
            assertThat(cell.severity()).isEmpty();
        }
        assertThat(reachedUnknown.isOversupply()).isTrue();
        assertThat(reachedUnknown.split().served()).isEqualTo(new Unknown(12));
    }

    @Test
    void whatIsCertainOfAnUnknownNeedCanBeADeficit() {
        var cell = standing(new Unknown(60), new Known(20), new Known(20));

        assertThat(cell.shortfall()).isEqualTo(new Unknown(40));
        assertThat(cell.isDeficit()).isTrue();
        assertThat(cell.severity()).isEmpty();
    }

    @Test
    void aTotalSaysHowManyOfItsCellsAreUnknown() {
        var total =
                Total.of(List.of(cell(100, 50), standing(Figure.unknown(), new Known(10), new Known(10)), cell(0, 0)));

        assertThat(total.unknown()).isEqualTo(1);
        assertThat(total.cells()).isEqualTo(3);
        assertThat(total.coverage()).hasValue(50);
        assertThat(total.shortfall()).isEqualTo(new Unknown(50));
    }

    @Test
    void anEstimateKeepsItsIntervalAndItsSource() {
        var need = Figure.estimated(60, 40, 80, "census 2021");
        var cell = standing(need, new Known(20), new Known(20));

        assertThat(cell.shortfall()).isEqualTo(Figure.estimated(40, 20, 60, "census 2021"));
        assertThat(cell.confidence()).isEqualTo(Confidence.ESTIMATED);
        assertThat(cell.severity()).hasValue(4);
    }

    @Test
    void whereNobodyIsInNeedThereIsNoPercentage() {
        assertThat(cell(0, 0).coverage()).isEmpty();
        assertThat(cell(0, 0).isDeficit()).isFalse();
        assertThat(cell(0, 0).severity()).hasValue(1);
    }

    @Test
    void theTrendIsThatOfTheShortfall() {
        assertThat(after(cell(100, 80), cell(100, 60)).trend()).isEqualTo(Trend.WORSE);
        assertThat(after(cell(100, 60), cell(100, 80)).trend()).isEqualTo(Trend.BETTER);
        assertThat(after(cell(100, 60), cell(100, 57)).trend()).isEqualTo(Trend.STEADY);
        assertThat(cell(100, 60).trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(after(standing(Figure.unknown(), Figure.NONE, Figure.NONE), cell(100, 60))
                        .trend())
                .isEqualTo(Trend.UNKNOWN);
    }

    @Test
    void estimatesMoveOnlyWhenTheirIntervalsPart() {
        var before = standing(Figure.estimated(100, 80, 120, "survey"), Figure.NONE, Figure.NONE);
        var overlapping = standing(Figure.estimated(130, 110, 150, "survey"), Figure.NONE, Figure.NONE);
        var apart = standing(Figure.estimated(160, 130, 180, "survey"), Figure.NONE, Figure.NONE);

        assertThat(after(before, overlapping).trend()).isEqualTo(Trend.STEADY);
        assertThat(after(before, apart).trend()).isEqualTo(Trend.WORSE);
        assertThat(after(apart, before).trend()).isEqualTo(Trend.BETTER);
    }

    /** Night shelter for women: twelve places for about forty, full on 26 of 30 nights. */
    @Test
    void reasonsAreRankedByWhatTheyAccountForAndSilenceComesLast() {
        var full = new Full(9, 26, 30);
        var far = new TooFar(6);
        var language = new SentAway(Reason.LANGUAGE, 2);
        var closed = new SentAway(Reason.CLOSED, 2);
        var silent = new NoAnswer(3, 11);
        var stale = new StaleRecord(1, LocalDate.of(2026, 2, 1));
        var seen = new Seen(
                PERSONS,
                new Known(40),
                new Known(12),
                new Known(12),
                new Known(6),
                List.of(stale, silent, language, far, full, closed, new NoAnswer(0, 4)));
        var reasons = Standing.of(seen, USUAL, null).reasons();

        assertThat(reasons).extracting(Ranked::reason).containsExactly(full, far, closed, language, silent, stale);
        assertThat(reasons.getFirst().people()).isCloseTo(28 * 26 / 30.0, within(1e-9));
    }

    @Test
    void whereNobodyOffersItThatAccountsForAll() {
        var seen = new Seen(
                PERSONS,
                new Known(40),
                Figure.NONE,
                Figure.NONE,
                Figure.unknown(),
                List.of(new TooFar(90), new NoProvider()));

        assertThat(Standing.of(seen, USUAL, null).reasons())
                .containsExactly(new Ranked(new NoProvider(), 40), new Ranked(new TooFar(90), 40));
    }

    @Test
    void cellsInDifferentMeasuresAreNotComparedNorAdded() {
        var nights = Standing.of(
                new Seen(
                        new Measure("night", Measure.Window.MONTH),
                        new Known(10),
                        new Known(1),
                        new Known(1),
                        Figure.NONE,
                        List.of()),
                USUAL,
                null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standing.of(cell(1, 1).seen(), USUAL, nights));
        assertThatIllegalArgumentException().isThrownBy(() -> Total.of(List.of(nights, cell(1, 1))));
    }

    @Test
    void thresholdsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Declared(-1, 0, List.of(.1, .2, .3, .4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Declared(1, 2, List.of(.1, .2, .3, .4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Declared(1, 0, List.of(.1, .2, .2, .4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Declared(1, 0, List.of(.1)));
    }

    static Standing after(Standing before, Standing now) {
        return Standing.of(now.seen(), USUAL, before);
    }

    static Standing cell(double need, double reached) {
        return standing(need, reached, reached);
    }

    static Standing standing(double need, double reached, double capacity) {
        return standing(new Known(need), new Known(reached), new Known(capacity));
    }

    static Standing standing(Figure need, Figure reached, Figure capacity) {
        return Standing.of(new Seen(PERSONS, need, reached, capacity, Figure.unknown(), List.of()), USUAL, null);
    }
}
