package org.opensocialnet.shortfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.shortfall.Read.Shade;

/** What a month of a city means, cell by cell. */
class ReadingTest {

    private static final Cell SHELTER = Cell.of("night-shelter", "women");
    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    @Test
    void theOnlyShelterWasFullAndManyWereSentAway() {
        var read = new Sketch()
                .counted("night-shelter", "women", 12 * 30, 28 * 30)
                .because("night-shelter", "women", "full", 28 * 30)
                .offered("anna", "night-shelter", "women")
                .wrote("anna", "night-shelter")
                .counts("anna", "", 12, 26, 30)
                .read()
                .read(SHELTER);

        assertThat(read.shade()).isEqualTo(Shade.DEFICIT_GRAVE);
        assertThat(read.standing().seen().need().amount()).isEqualTo(40, NEAR);
        assertThat(read.standing().shortfall().amount()).as("a night").isEqualTo(28, NEAR);
        assertThat(read.standing().coverage().getAsDouble()).isEqualTo(30, NEAR);
        assertThat(read.standing().seen().capacity()).isEqualTo(new Figure.Known(12));
        assertThat(read.standing().reasons().getFirst().reason())
                .isInstanceOfSatisfying(
                        Cause.Full.class, full -> assertThat(full.days()).isEqualTo(26));
    }

    @Test
    void morePlacesThanNeedAreAnOversupply() {
        var read = new Sketch()
                .counted("soup-kitchen", "older", 20 * 30, 0)
                .offered("table", "soup-kitchen", "older")
                .wrote("table", "soup-kitchen")
                .counts("table", "older", 60, 0, 30)
                .read()
                .read(Cell.of("soup-kitchen", "older"));

        assertThat(read.shade()).isEqualTo(Shade.SPARE_MUCH);
        assertThat(read.standing().spare()).isEqualTo(new Figure.Known(40));
    }

    @Test
    void aServiceHasPlacesOnTheDaysOnWhichItIsOpen() {
        var read = new Sketch()
                .counted("soup-kitchen", "older", 20 * 30, 0)
                .offered("table", "soup-kitchen", "older")
                .wrote("table", "soup-kitchen")
                .countsWhenOpen("table", "older", 60, 13)
                .read()
                .read(Cell.of("soup-kitchen", "older"));

        assertThat(read.standing().seen().capacity()).as("a day on average").isEqualTo(new Figure.Known(26));
        assertThat(read.standing().spare()).isEqualTo(new Figure.Known(6));
    }

    @Test
    void placesSharedWithOthersAreNoOversupplyOfOneGroup() {
        var reading = new Sketch()
                .counted("soup-kitchen", "older", 20 * 30, 0)
                .offered("table", "soup-kitchen", "")
                .wrote("table", "soup-kitchen")
                .counts("table", "", 60, 0, 30)
                .read();

        assertThat(reading.read(Cell.of("soup-kitchen", "older"))
                        .standing()
                        .seen()
                        .capacity())
                .isEqualTo(Figure.unknown());
        assertThat(reading.read(Cell.of("soup-kitchen", Picture.ALL))
                        .standing()
                        .seen()
                        .capacity())
                .isEqualTo(new Figure.Known(60));
    }

    @Test
    void whatHasNoPlaceIsGivenEverywhereAndItsPlacesBelongToNoCommunityAlone() {
        var reading = new Sketch()
                .counted("soup-kitchen", "older", "near", 20 * 30, 0)
                .counted("soup-kitchen", "older", Picture.UNSAID, 30, 0)
                .offered("table", "soup-kitchen", "older")
                .wrote("table", "soup-kitchen")
                .counts("table", "", 60, 0, 30)
                .read();

        var near = reading.read(Cell.inZone("soup-kitchen", "older", "near"));
        assertThat(near.offers()).hasSize(1);
        assertThat(near.standing().seen().capacity()).isEqualTo(Figure.unknown());
        assertThat(reading.read(Cell.inZone("soup-kitchen", "older", Picture.UNSAID))
                        .offers())
                .hasSize(1);
    }

    @Test
    void whereOneKeepsSilentNobodyKnows() {
        var read = new Sketch()
                .counted("legal-aid", "migrants", 60, 100)
                .offered("lawyers", "legal-aid", "migrants")
                .offered("others", "legal-aid", "")
                .wrote("lawyers", "legal-aid")
                .read()
                .read(Cell.of("legal-aid", "migrants"));

        assertThat(read.shade()).isEqualTo(Shade.UNKNOWN);
        assertThat(read.silent()).isEqualTo(1);
        assertThat(read.standing().seen().reached()).isEqualTo(new Figure.Unknown(60));
        assertThat(read.standing().reasons()).extracting(Ranked::reason).contains(new Cause.NoAnswer(1, 2));
    }

    @Test
    void whoTakesNoPartInTheCountIsNotMissedAndNotCounted() {
        var read = new Sketch()
                .counted("night-shelter", "women", 300, 30)
                .offered("anna", "night-shelter", "women")
                .offered("hospital", "night-shelter", "women")
                .wrote("anna", "night-shelter")
                .counts("anna", "women", 12, 0, 30)
                .readWithout("hospital")
                .read(Cell.of("night-shelter", "women"));

        assertThat(read.silent()).isZero();
        assertThat(read.apart()).isEqualTo(1);
        assertThat(read.isUnknown()).isFalse();
        assertThat(read.standing().seen().capacity()).isEqualTo(new Figure.Known(12));
    }

    @Test
    void whereOnlyTheyOfferItNobodyKnowsAndNobodySaysThatNoneDoes() {
        var read = new Sketch()
                .counted("night-shelter", "women", 0, 300)
                .offered("hospital", "night-shelter", "women")
                .readWithout("hospital")
                .read(Cell.of("night-shelter", "women"));

        assertThat(read.isUnknown()).isTrue();
        assertThat(read.standing().seen().reached()).isInstanceOf(Figure.Unknown.class);
        assertThat(read.standing().reasons())
                .extracting(Ranked::reason)
                .doesNotHaveAnyElementsOfTypes(Cause.NoProvider.class, Cause.NoAnswer.class);
    }

    @Test
    void whereNobodyEverLookedNobodyKnows() {
        var read = new Sketch().read().read(Cell.of("pets", "older"));

        assertThat(read.isBlank()).isTrue();
        assertThat(read.shade()).isEqualTo(Shade.UNKNOWN);
        assertThat(read.standing().seen().need()).isEqualTo(Figure.unknown());
    }

    @Test
    void whereAllWroteAndNobodyAskedNothingIsMissing() {
        var read = new Sketch()
                .offered("lawyers", "legal-aid", "")
                .wrote("lawyers", "legal-aid")
                .read()
                .read(Cell.of("legal-aid", "roma"));

        assertThat(read.shade()).isEqualTo(Shade.BALANCED);
        assertThat(read.standing().seen().need()).isEqualTo(Figure.NONE);
    }

    @Test
    void whatNobodyOffersIsOutOfReachOfAllWhoAsked() {
        var read = new Sketch()
                .counted("sign-language", "disabled", 0, 9)
                .read()
                .read(Cell.of("sign-language", "disabled"));

        assertThat(read.shade()).isEqualTo(Shade.DEFICIT_GRAVE);
        assertThat(read.standing().split().outOfReach()).isEqualTo(new Figure.Known(9));
        assertThat(read.standing().reasons()).extracting(Ranked::reason).contains(new Cause.NoProvider());
    }

    @Test
    void thoseFarAwayAreToldApartFromThoseWithoutAPlace() {
        var reading = new Sketch()
                .counted("legal-aid", "migrants", 60, 100)
                .counted("legal-aid", "migrants", "far-off", 0, 30)
                .counted("legal-aid", "migrants", "near", 60, 70)
                .offered("lawyers", "legal-aid", "")
                .wrote("lawyers", "legal-aid")
                .outOfReach("legal-aid", "far-off")
                .read();

        var split = reading.read(Cell.of("legal-aid", "migrants")).standing().split();
        assertThat(split.served()).isEqualTo(new Figure.Known(60));
        assertThat(split.noCapacity()).isEqualTo(new Figure.Known(70));
        assertThat(split.outOfReach()).isEqualTo(new Figure.Known(30));
    }

    @Test
    void anEstimateStandsForTheNeedButNotBelowWhatWasSeen() {
        var homeless = new Sketch()
                .counted("night-shelter", "homeless", 100 * 30, 0)
                .offered("anna", "night-shelter", "homeless")
                .wrote("anna", "night-shelter")
                .reckoned("night-shelter", "homeless", 500, 350, 700)
                .read()
                .read(Cell.of("night-shelter", "homeless"));
        assertThat(homeless.standing().confidence()).isEqualTo(Confidence.ESTIMATED);
        assertThat(homeless.standing().shortfall()).isEqualTo(new Figure.Estimated(400, 250, 600, List.of("survey")));

        var roma = new Sketch()
                .counted("legal-aid", "roma", 90, 0)
                .reckoned("legal-aid", "roma", 50, 40, 60)
                .read()
                .read(Cell.of("legal-aid", "roma"));
        assertThat(roma.standing().seen().need().amount()).isEqualTo(90);
    }

    @Test
    void fewerThanFiveAreNeverCalledADeficitAndTheWithheldIsNoZero() {
        var few = new Sketch()
                .told("legal-aid", "roma", new Shown.Value(20), new Shown.FewerThan(5))
                .offered("lawyers", "legal-aid", "")
                .wrote("lawyers", "legal-aid")
                .read()
                .read(Cell.of("legal-aid", "roma"));
        assertThat(few.shade()).isEqualTo(Shade.BALANCED);

        var withheld = new Sketch()
                .told("legal-aid", "roma", new Shown.Value(20), new Shown.Withheld())
                .read()
                .read(Cell.of("legal-aid", "roma"));
        assertThat(withheld.shade()).isEqualTo(Shade.WITHHELD);
        assertThat(withheld.isDeficit() || withheld.isSpare() || withheld.isUnknown())
                .isFalse();
    }

    @Test
    void aShortfallThatGrewSinceIsWorse() {
        var before = new Sketch().counted("sign-language", "disabled", 0, 9).read();
        var now = new Sketch().counted("sign-language", "disabled", 0, 30).read();

        assertThat(now.read(Cell.of("sign-language", "disabled"), before)
                        .standing()
                        .trend())
                .isEqualTo(Trend.WORSE);
    }
}
