package org.opensocialnet.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.evidence.ToldMonths;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.shortfall.Cell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The coordination team, and one organisation, look where help falls short. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CoverageTest {

    private static final String MATRIX = "/desk/coverage?day=" + PlantedCity.DAY;
    private static final String CELL = "/desk/coverage/cell?day=" + PlantedCity.DAY;

    @Autowired
    ApplicationContext context;

    PlantedCity city;
    Visitor maria;

    @BeforeEach
    void aMonthOfTheCity() {
        city = PlantedCity.in(context);
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
    }

    @Test
    void theMatrixSaysFirstWhatIsMissingMost() {
        var page = maria.get(MATRIX).body();

        assertThat(page).contains("Τι λείπει, σε ποιον, γιατί", "30 ημέρες έως 30 Ιουνίου 2017");
        assertThat(box(page, "womens-hostel", "women")).contains("osn-shade--deficit-grave", "−28", "30 %");
        assertThat(box(page, "hate-crime", "migrants")).contains("osn-shade--deficit-grave", "−160", "20 %");
        assertThat(box(page, "sign-language", "disabled")).contains("osn-shade--deficit-grave", "−9", "0 %");
        assertThat(box(page, "meals-at-home", "older")).contains("osn-shade--spare-much", "+40", "100 %");
        assertThat(box(page, "lockers", "homeless")).contains("osn-shade--unknown", "?", "άγνωστο");
        assertThat(page).contains("Έλλειμμα κάτω από 5 ανθρώπους ή 5 % της ανάγκης δεν σημειώνεται");
    }

    @Test
    void aCellSaysWhyAndWhoStandsBehindIt() {
        var page = maria.get(CELL + "&type=womens-hostel&group=women").body();
        assertThat(page)
                .contains("Ξενώνας γυναικών, Γυναίκες")
                .contains("12 θέσεις για περίπου 40 ανθρώπους τη μέρα. Πλήρες 26 από 30 ημέρες.")
                .contains("Πλήρες 26 από 30 ημέρες· χωρίς θέση: 28")
                .contains("Ξενώνας Άννα");

        var english =
                maria.get("/en" + CELL + "&type=hate-crime&group=migrants").body();
        assertThat(english).contains("40 of 200 who need it in 30 days were helped.", "Language: 160");

        var nobody = maria.get(CELL + "&type=sign-language&group=disabled").body();
        assertThat(nobody).contains("Κανείς δεν το προσφέρει. 9 άνθρωποι το χρειάζονται");

        assertThat(maria.get(CELL + "&type=lockers&group=homeless").body())
                .contains("Ο μόνος φορέας δεν έγραψε τίποτε", "Στις 30 ημέρες 30 ζήτησαν");
        assertThat(maria.get(CELL + "&type=no-such-thing").statusCode()).isEqualTo(404);
    }

    @Test
    void fewerThanFiveAreToldToNobodyButTheirOwnOrganisation() {
        var few = CELL + "&type=drug-checking&group=roma";

        assertThat(maria.get(few).body())
                .contains("λιγότεροι από 5")
                .doesNotContain(">3<")
                .doesNotContain("χαρτιά: 3");
        var nikos = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, city.lawyers);
        assertThat(nikos.get(few).body()).contains(">3<", "Έλειπαν χαρτιά: 3");
        assertThat(nikos.get(MATRIX).body()).contains("μόνο ο φορέας σας").doesNotContain("−28");
    }

    @Test
    void anOrganisationSeesNothingOfOthersAndNotEverybodyMayLook() {
        var other = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());

        assertThat(other.get(MATRIX).body()).contains("Τίποτε να δείξουμε").doesNotContain("−160");
        assertThat(other.get(CELL + "&type=drug-checking&group=roma").statusCode())
                .isEqualTo(404);
        assertThat(AtTheDesk.of(context)
                        .as(Role.EDITOR, city.lawyers)
                        .get(MATRIX)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyDayHasItsOwnFiguresAndTwoStandSideBySide() {
        var before = PlantedCity.DAY.minusDays(60);
        assertThat(maria.get("/desk/coverage?day=" + before).body()).doesNotContain("−28");

        assertThat(maria.get(MATRIX + "&before=" + before).body())
                .contains("δίπλα στις 30 ημέρες έως 1 Μαΐου 2017", "osn-shade__before");
        assertThat(maria.get("/desk/coverage/changes?day=" + PlantedCity.DAY).body())
                .contains("Ξενώνας γυναικών, Γυναίκες");
    }

    @Test
    void theSameIsReadByCommunityByOrganisationByGroupAndOnTheMap() {
        assertThat(maria.get(MATRIX + "&across=zone&group=older").body()).contains("1η Δημοτική Κοινότητα");
        assertThat(maria.get(MATRIX + "&across=organization").body()).contains("Νομικοί χωρίς αμοιβή");
        assertThat(maria.get(MATRIX + "&organization=" + city.lawyers).body())
                .contains("−160")
                .doesNotContain("−28");
        assertThat(maria.get("/desk/coverage/profile?group=migrants&day=" + PlantedCity.DAY)
                        .body())
                .contains("Μετανάστες", "−160");
        assertThat(maria.get("/desk/coverage/profile?organization=" + city.shelter + "&day=" + PlantedCity.DAY)
                        .body())
                .contains("Ξενώνας Άννα", "−28");
        assertThat(maria.get("/desk/coverage/map?type=sign-language&day=" + PlantedCity.DAY)
                        .body())
                .contains("<path", "1η Δημοτική Κοινότητα", "−9");
        assertThat(maria.get("/desk/coverage/profile?organization=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFileSaysTheSameAndEveryColumnIsDefined() {
        var csv = maria.get("/desk/coverage/matrix.csv?day=" + PlantedCity.DAY).body();

        assertThat(csv.lines().findFirst().orElseThrow()).contains("need,reached,capacity,shortfall");
        assertThat(csv.lines().filter(line -> line.contains("womens-hostel") && line.contains(",women,")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("day,40,12,12,28").contains("deficit"));
        assertThat(csv.lines().filter(line -> line.contains("lockers") && line.contains(",homeless,")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("unknown"));
        assertThat(maria.get("/desk/coverage/matrix.xlsx?day=" + PlantedCity.DAY)
                        .statusCode())
                .isEqualTo(200);
        assertThat(maria.get("/desk/coverage/definitions.csv").body()).contains("shortfall", "reasons");
    }

    @Test
    void aWeekAndAQuarterAreReadLikeAMonthAndSayTheirLength() {
        assertThat(maria.get(MATRIX + "&span=week").body()).contains("7 ημέρες έως 30 Ιουνίου 2017", "στις 7 ημέρες");
        assertThat(maria.get("/en" + MATRIX + "&span=quarter").body()).contains("90 days up to 30 June 2017");
        assertThat(maria.get(MATRIX + "&span=century").body()).contains("30 ημέρες έως");
    }

    @Test
    void aPastDaySaysOfWhichDayTheDirectoryIs() {
        assertThat(maria.get(MATRIX).body()).contains("ποιος προσφέρει τι: όπως το έλεγε ο κατάλογος στις");
    }

    @Test
    void theCityInSquaresSaysWhoHasNoServiceInReach() {
        var page = maria.get("/desk/coverage/reach?type=womens-hostel&day=" + PlantedCity.DAY)
                .body();

        assertThat(page).contains("osn-reach--none", "E2SFCA", "100 %", "1η Δημοτική Κοινότητα");
        assertThat(maria.get("/desk/coverage/reach?decay=bell").statusCode()).isEqualTo(200);
    }

    @Test
    void everybodyReadsAMonthThatIsOverAndNeverFewerThanFive() {
        ToldMonths.tell(context, YearMonth.of(2017, 6));
        var anybody = AtTheDesk.of(context).stranger();

        assertThat(anybody.get("/data/coverage?month=2017-06").body())
                .contains("Ξενώνας γυναικών: 840 ζήτησαν", "λιγότεροι από 5")
                .doesNotContain(">3<");
        var csv = anybody.get("/data/coverage/figures.csv?month=2017-06").body();
        assertThat(csv.lines().filter(line -> line.contains("not-helped,drug-checking") && line.contains(",roma,")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(",,fewer-than-5"));
        assertThat(csv).contains("not-helped,hate-crime").contains(",language,160,exact");
        assertThat(anybody.get("/data/coverage/figures.json?month=2017-06").body())
                .contains("\"definitions\"", "\"unit\":\"person\"")
                .doesNotContain("\"people\":3,");
        assertThat(anybody.get("/data/coverage/definitions.csv").body()).contains("fewer-than-5", "out_of_reach");
        var deficits = anybody.get("/data/coverage/deficits.csv?month=2017-06").body();
        assertThat(deficits.lines().filter(line -> line.contains(",hate-crime,") && line.contains(",all,")))
                .isNotEmpty()
                .anyMatch(line -> line.endsWith(",200,40,160,20.0,5,160,0,deficit"));
        assertThat(deficits.lines().filter(line -> line.contains(",drug-checking,") && line.contains(",roma,")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(",withheld"));
        assertThat(anybody.get("/data/coverage/deficits.json?month=2017-06").body())
                .contains("\"severe\"", "\"outOfReach\"");
        assertThat(anybody.get("/data/coverage/deficits.xlsx?month=2017-06").statusCode())
                .isEqualTo(200);
        assertThat(anybody.get("/data/coverage?month=1999-01").statusCode()).isEqualTo(404);
        assertThat(ToldMonths.tell(context, YearMonth.of(2017, 6)))
                .as("a month is told once")
                .isFalse();
    }

    @Test
    void roomsAboveAskOfOneCell() {
        var coverage = context.getBean(Coverage.class);
        var hostel = Sight.job("test")
                .call(() -> coverage.of(Cell.of("womens-hostel", "women"), PlantedCity.DAY))
                .orElseThrow();

        assertThat(hostel.isDeficit()).isTrue();
        assertThat(hostel.standing().severity()).hasValue(4);
        assertThat(hostel.standing().shortfall().amount()).isCloseTo(28, within(1e-9));
    }

    @Test
    void whatIsNewAndWhoKeepsSilentWaitsOnTheDeskOfTheTeam() {
        // As the look of each quarter of an hour: today's days and those before them.
        maria.get("/desk/coverage/changes");

        assertThat(maria.get("/desk").body())
                .containsPattern("Ένα νέο έλλειμμα|νέα ελλείμματα")
                .contains("δεν έγραψαν τίποτε στις 30 ημέρες");
        var admin = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, city.kitchen);
        assertThat(admin.get("/desk").body()).doesNotContain("δεν έγραψαν τίποτε στις 30 ημέρες");
    }

    @Test
    void whatAnAddressSaysWronglyIsLeftOut() {
        for (var odd : List.of(
                "?day=2999-01-01",
                "?day=x&before=1",
                "?across=%3Cb%3E",
                "?sort=by-nothing",
                "?zone=x&organization=y",
                "?show=9")) {
            assertThat(maria.get("/desk/coverage" + odd).statusCode()).as(odd).isEqualTo(200);
        }
    }

    /** The drawn cell of a kind of service and a group. */
    private static String box(String page, String type, String group) {
        var at = page.indexOf("type=" + type + "&amp;group=" + group + "&amp;", page.indexOf("osn-matrix"));
        assertThat(at).as("a cell of %s for %s", type, group).isPositive();
        return page.substring(page.lastIndexOf("<a class", at), page.indexOf("</a>", at));
    }
}
