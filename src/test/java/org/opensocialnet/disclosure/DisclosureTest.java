package org.opensocialnet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown.FewerThan;
import org.opensocialnet.disclosure.Shown.Unknown;
import org.opensocialnet.disclosure.Shown.Value;
import org.opensocialnet.disclosure.Shown.Withheld;

class DisclosureTest {

    static final Disclosure GATE = new Disclosure(Rule.usual());

    /** The example of sdcTable's own tests: nine figures withheld, two or more in each row and column. */
    static final Table SDC_TABLE = Grids.rows(
            "sdcTable",
            List.of("a", "b", "c", "d"),
            "w 30 47 64 89",
            "x 90 124 5 31",
            "y 92 100 59 85",
            "z 800 991 651 685");

    static final Set<List<String>> NINE = Set.of(
            List.of("w", "a"),
            List.of("w", "b"),
            List.of("w", "c"),
            List.of("x", "a"),
            List.of("x", "c"),
            List.of("y", "b"),
            List.of("y", "d"),
            List.of("z", "b"),
            List.of("z", "d"));

    @Test
    void twoInEachLineAreNotEnoughAndTheJudgeSeesIt() {
        var audit = new Audit(List.of(nineWithheld()));
        var wb = audit.range(nineWithheld(), nineWithheld().sheets().getFirst(), List.of("w", "b"));

        assertThat(wb.isExact()).isTrue();
        assertThat(wb.least()).isCloseTo(47, within(1e-6));
    }

    @Test
    void withOneMoreNobodyCanTell() {
        var table = SDC_TABLE;
        for (var cell : NINE) {
            table = table.withholding(cell, 5);
        }
        var told = GATE.protect(Grids.request(table), Publications.EMPTY).told();
        var audit = new Audit(List.of(told));
        var sheet = told.sheets().getFirst();

        for (var cell : NINE) {
            var range = audit.range(told, sheet, cell);
            long true_ = Grids.people(table, cell);
            assertThat(range.least()).as(cell.toString()).isLessThanOrEqualTo(true_ - 5.0);
            assertThat(range.most()).as(cell.toString()).isGreaterThanOrEqualTo(true_ + 5.0);
        }
        assertThat(sheet.cells().values())
                .filteredOn(Withheld.class::isInstance)
                .hasSize(NINE.size() + 1);
    }

    /** Withholding xb as well, as the authors do. */
    @Test
    void theJudgeFindsTheRangeThatTheAuthorsFound() {
        var cells = new HashMap<>(nineWithheld().sheets().getFirst().cells());
        cells.put(List.of("x", "b"), new Withheld());
        var told = told(new Sheet("sdcTable", SDC_TABLE.axes(), cells));
        var wb = new Audit(List.of(told)).range(told, told.sheets().getFirst(), List.of("w", "b"));

        assertThat(wb.least()).isCloseTo(0, within(1e-6));
        assertThat(wb.most()).isCloseTo(141, within(1e-6));
    }

    @Test
    void aSmallCountIsFewerThanFiveAndAnotherIsWithheldForIt() {
        var sheet = GATE.protect(
                Grids.rows("beds", List.of("women", "men"), "kitchen 3 40", "shelter 20 30", "showers 60 70"));

        assertThat(sheet.at("kitchen", "women")).isEqualTo(new FewerThan(5));
        assertThat(sheet.at("kitchen", "men")).isEqualTo(new Withheld());
        assertThat(sheet.at("shelter", "women")).isEqualTo(new Withheld());
        assertThat(sheet.at("shelter", "men")).isEqualTo(new Withheld());
        assertThat(sheet.at("all", "all")).isEqualTo(new Value(223));
    }

    @Test
    void whatNobodyAnsweredIsUnknownAndTotalsCountWhatIsKnown() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1", "2", "3")));
        var sheet =
                GATE.protect(Table.of("zones", axis, Map.of(List.of("1"), Count.of(20), List.of("2"), Count.of(0))));

        assertThat(sheet.at("3")).isEqualTo(new Unknown());
        assertThat(sheet.at("2")).isEqualTo(new Value(0));
        assertThat(sheet.at("all")).isEqualTo(new Value(20));
    }

    @Test
    void zerosAreToldUnlessTheRuleSaysOtherwise() {
        var table = Grids.rows("beds", List.of("women", "men"), "kitchen 3 40", "shelter 0 30", "showers 60 70");

        assertThat(GATE.protect(table).at("shelter", "women")).isEqualTo(new Value(0));
        assertThat(new Disclosure(Rule.usual().withZeros(Rule.Zeros.LIKE_SMALL))
                        .protect(table)
                        .at("shelter", "women"))
                .isIn(new FewerThan(5), new Withheld());
    }

    @Test
    void fourOnesUnderATotalOfFourAreNotGivenAwayByTheirWords() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1", "2", "3", "4")));
        var leaves = new HashMap<List<String>, Count>();
        axis.getFirst().leaves().forEach(zone -> leaves.put(List.of(zone), Count.of(1)));
        var told = GATE.protect(Grids.request(Table.of("zones", axis, leaves)), Publications.EMPTY)
                .told();
        var range = new Audit(List.of(told)).range(told, told.sheets().getFirst(), List.of("1"));

        assertThat(range.least()).isLessThanOrEqualTo(1);
        assertThat(range.most()).isGreaterThanOrEqualTo(4);
        assertThat(told.sheets().getFirst().at("all")).isEqualTo(new Withheld());
    }

    @Test
    void aFigureThatIsMostlyOneOrganisationsIsWithheld() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1", "2", "3")));
        var table = Table.of(
                "zones",
                axis,
                Map.of(
                        List.of("1"), new Count(100, Map.of("Filoxenia", 96L, "Gefyra", 3L, "Anasa", 1L)),
                        List.of("2"), new Count(90, Map.of("Filoxenia", 30L, "Gefyra", 30L, "Anasa", 30L)),
                        List.of("3"), new Count(90, Map.of("Filoxenia", 30L, "Gefyra", 20L, "Anasa", 40L))));
        var told = new Disclosure(Rule.usual().with(Dominance.usual()))
                .protect(Grids.request(table), Publications.EMPTY)
                .told();
        var sheet = told.sheets().getFirst();
        var range = new Audit(List.of(told)).range(told, sheet, List.of("1"));

        assertThat(sheet.at("1")).isEqualTo(new Withheld());
        assertThat(sheet.cells().values())
                .filteredOn(Withheld.class::isInstance)
                .hasSize(2);
        assertThat(range.most()).isGreaterThanOrEqualTo(100 + 9.6);
        assertThat(range.least()).isLessThanOrEqualTo(100 - 9.6);
    }

    @Test
    void hierarchiesKeepTheirSumsAndTheirSecrets() {
        var service = Axis.tree(
                "service",
                "all",
                Map.of(
                        "food",
                        "all",
                        "beds",
                        "all",
                        "kitchen",
                        "food",
                        "parcels",
                        "food",
                        "hostel",
                        "beds",
                        "night shelter",
                        "beds"));
        var table = Table.of(
                "services",
                List.of(service),
                Map.of(
                        List.of("kitchen"), Count.of(2),
                        List.of("parcels"), Count.of(50),
                        List.of("hostel"), Count.of(30),
                        List.of("night shelter"), Count.of(40)));
        var sheet = GATE.protect(table);

        assertThat(sheet.at("kitchen")).isEqualTo(new FewerThan(5));
        assertThat(sheet.at("parcels")).isEqualTo(new Withheld());
        assertThat(sheet.at("food")).isEqualTo(new Value(52));
        assertThat(sheet.at("all")).isEqualTo(new Value(122));
    }

    @Test
    void aNodeSplitInTwoWaysIsProtectedInBoth() {
        var zone = Axis.flat("zone", "all", List.of("1", "2", "3")).alsoSplit("all", List.of("north", "3"));
        var table = new Table(
                "zones",
                List.of(zone),
                Map.of(
                        List.of("1"), Count.of(2),
                        List.of("2"), Count.of(30),
                        List.of("3"), Count.of(40),
                        List.of("north"), Count.of(32),
                        List.of("all"), Count.of(72)));
        var told = GATE.protect(Grids.request(table), Publications.EMPTY).told();
        var range = new Audit(List.of(told)).range(told, told.sheets().getFirst(), List.of("1"));

        assertThat(range.least()).isLessThanOrEqualTo(1);
        assertThat(range.most()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void twoTablesThatShareTheirMarginsAreProtectedTogether() {
        var services = Axis.flat("service", "all", List.of("kitchen", "shelter", "showers"));
        var byGroup = Table.of(
                "by group",
                List.of(services, Axis.flat("group", "all", List.of("women", "men"))),
                counts(
                        "kitchen women 3",
                        "kitchen men 30",
                        "shelter women 20",
                        "shelter men 25",
                        "showers women 40",
                        "showers men 9"));
        var byZone = Table.of(
                "by zone",
                List.of(services, Axis.flat("zone", "all", List.of("1", "2"))),
                counts("kitchen 1 13", "kitchen 2 20", "shelter 1 5", "shelter 2 40", "showers 1 2", "showers 2 47"));
        var told =
                GATE.protect(Grids.request(byGroup, byZone), Publications.EMPTY).told();

        assertThat(AttackerTest.recovered(List.of(told), Map.of(told, List.of(byGroup, byZone))))
                .isEmpty();
        assertThat(told.sheets().getFirst().at("kitchen", "all"))
                .isEqualTo(told.sheets().get(1).at("kitchen", "all"));
    }

    @Test
    void whatIsNoTableIsRefusedInWordsWithoutFigures() {
        var axis = List.of(Axis.flat("zone", "all", List.of("1", "2")));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Table("zones", axis, Map.of(List.of("1"), Count.of(3), List.of("all"), Count.of(31))))
                .withMessage("Table zones does not add up: [all] is not the sum of its parts along zone.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of("zones", axis, Map.of(List.of("5"), Count.of(3))))
                .withMessageContaining("no node named \"5\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Count.of(-1)).withMessageContaining("whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GATE.protect(
                        Grids.request(
                                Table.of("one", axis, Map.of(List.of("1"), Count.of(10))),
                                Table.of("two", axis, Map.of(List.of("1"), Count.of(20)))),
                        Publications.EMPTY))
                .withMessageContaining("Two tables disagree");
    }

    static Map<List<String>, Count> counts(String... told) {
        var counts = new HashMap<List<String>, Count>();
        for (var each : told) {
            var words = each.split(" ");
            counts.put(List.of(words[0], words[1]), Count.of(Long.parseLong(words[2])));
        }
        return counts;
    }

    private static Told nineWithheld() {
        var cells = new HashMap<List<String>, Shown>();
        SDC_TABLE
                .cells()
                .forEach((cell, count) ->
                        cells.put(cell, NINE.contains(cell) ? new Withheld() : new Value(count.people())));
        return told(new Sheet("sdcTable", SDC_TABLE.axes(), cells));
    }

    private static Told told(Sheet sheet) {
        return new Told("needs, persons", Grids.APRIL, Grids.DAY, Rule.usual(), List.of(sheet));
    }
}
