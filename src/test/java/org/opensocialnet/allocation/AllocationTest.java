package org.opensocialnet.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Comparison.Better;
import org.opensocialnet.allocation.Conditions.Rule;
import org.opensocialnet.allocation.Line.Recipient;
import org.opensocialnet.allocation.More.Change;
import org.opensocialnet.allocation.Proposal.Ending;
import org.opensocialnet.allocation.Proposal.Share;
import org.opensocialnet.allocation.Source.Envelope;
import org.opensocialnet.allocation.Source.Pledge;
import org.opensocialnet.allocation.Source.Stock;
import org.opensocialnet.allocation.Verdict.Outcome;
import org.opensocialnet.allocation.Verdict.WayIn;

class AllocationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Allocation allocation = new Allocation(Effort.USUAL);

    @Test
    void whoeverIsOutIsToldWhyAndWhatWouldLetHerIn() {
        var blankets = line("blankets", "goods", Amount.whole(40), bought("blanket", 20_00), 90);
        var bus = line("bus", "transport", Amount.whole(1), bought("bus", 500_00), 10);
        var proposal = propose(
                List.of(blankets, bus),
                new Envelope("A", 980_00, Conditions.NONE, List.of()),
                new Envelope("B", 900_00, Conditions.categories("goods"), List.of()));

        assertThat(proposal.verdict("blankets").outcome()).isEqualTo(Outcome.WHOLE);
        assertThat(proposal.verdict("bus").outcome()).isEqualTo(Outcome.WHOLE);

        var less = propose(
                List.of(blankets, bus),
                new Envelope("A", 180_00, Conditions.NONE, List.of()),
                new Envelope("B", 900_00, Conditions.categories("goods"), List.of()));
        var out = less.verdict("bus");
        assertThat(out.outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(out.reasons())
                .containsExactly(
                        new Reason.TooLittle("bus", "A", 180_00, 320_00),
                        new Reason.NotAllowed("bus", "B", Rule.CATEGORY));
        assertThat(out.wayIn()).isEqualTo(new WayIn("A", 320_00, 1));
    }

    @Test
    void whatLiesReadyIsUsedBeforeMoneyAndPromisesGoWhereTheyWerePromised() {
        var boots = line("boots", "goods", Amount.inSteps(10, 1), bought("boot", 30_00), 50);
        var others = line("other boots", "goods", Amount.inSteps(10, 1), bought("boot", 30_00), 40);
        var proposal = propose(
                List.of(boots, others),
                new Stock("store", "boot", 4, Conditions.NONE),
                new Pledge("parish", "boot", 3, Conditions.promisedTo("other boots")),
                new Envelope("A", 1_000_00, Conditions.NONE, List.of()));

        assertThat(proposal.verdicts()).allMatch(each -> each.outcome() == Outcome.WHOLE);
        assertThat(proposal.left()).containsEntry("store", 0L).containsEntry("parish", 0L);
        assertThat(proposal.left()).containsEntry("A", 1_000_00 - 13 * 30_00L);
        assertThat(proposal.shares()).contains(new Share("other boots", "boot", "parish", 3, 3));
        assertThat(proposal.ending()).isEqualTo(Ending.SETTLED);
    }

    @Test
    void partsComeInStepsAndNoLessThanHelps() {
        var beds = line("beds", "goods", new Amount(12, 2, 6), bought("bed", 100_00), 50);

        assertThat(propose(List.of(beds), new Envelope("A", 950_00, Conditions.NONE, List.of()))
                        .verdict("beds"))
                .satisfies(part -> {
                    assertThat(part.gets()).isEqualTo(8);
                    assertThat(part.outcome()).isEqualTo(Outcome.PART);
                    assertThat(part.wayIn()).isEqualTo(new WayIn("A", 50_00, 2));
                });
        assertThat(propose(List.of(beds), new Envelope("A", 599_99, Conditions.NONE, List.of()))
                        .verdict("beds")
                        .wayIn())
                .isEqualTo(new WayIn("A", 1, 6));
    }

    @Test
    void aMealNeedsSomebodyWhoBringsIt() {
        var meals = line(
                "meals",
                "food",
                Amount.inSteps(50, 1),
                List.of(Piece.given("meal"), Piece.bought("carrying", 2_00, "courier")),
                80);
        var proposal = propose(
                List.of(meals),
                new Stock("kitchen", "meal", 60, Conditions.NONE),
                new Envelope("A", 41_00, Conditions.NONE, List.of()));

        assertThat(proposal.verdict("meals").gets()).isEqualTo(20);
        assertThat(proposal.verdict("meals").reasons())
                .containsExactly(new Reason.TooLittle("carrying", "A", 1_00, 1_00));
        assertThat(propose(List.of(meals), new Envelope("A", 41_00, Conditions.NONE, List.of()))
                        .verdict("meals")
                        .reasons())
                .contains(new Reason.NothingOfTheKind("meal"));
    }

    @Test
    void ceilingsQuotasAndPeriodsAreNamed() {
        var rent = line("rent", "rent", Amount.whole(1), bought("rent", 600_00), 50);
        var supplier = new Envelope("A", 2_000_00, Conditions.NONE, List.of(Ceiling.each(Per.SUPPLIER, 500_00)));
        var over = new Envelope(
                "B",
                2_000_00,
                new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), null, TODAY.minusDays(1)),
                List.of());
        var verdict = propose(List.of(rent), supplier, over).verdict("rent");

        assertThat(verdict.reasons())
                .containsExactly(
                        new Reason.UnderCeiling("rent", "A", Per.SUPPLIER, "shop", 500_00, 100_00),
                        new Reason.NotAllowed("rent", "B", Rule.PERIOD));
        assertThat(verdict.wayIn()).as("money alone does not help").isNull();

        var quota = new Portfolio(
                TODAY,
                List.of(rent),
                List.of(new Envelope("A", 2_000_00, Conditions.NONE, List.of())),
                List.of(new Quota("shelter", "", 0)),
                List.of(),
                Weights.USUAL);
        assertThat(allocation.propose(quota, 1).verdict("rent").reasons())
                .containsExactly(new Reason.OverQuota("shelter", "", 0, 1));
    }

    @Test
    void amongEqualsTheLotDecidesAndItsSeedIsPublished() {
        var one = line("one", "goods", Amount.whole(1), bought("tent", 100_00), 50);
        var two = line("two", "goods", Amount.whole(1), bought("tent", 100_00), 50);
        var envelope = new Envelope("A", 100_00, Conditions.NONE, List.of());
        var winners = LongStream.range(0, 20)
                .mapToObj(seed -> {
                    var proposal = allocation.propose(Portfolio.of(TODAY, List.of(one, two), List.of(envelope)), seed);
                    var lot = new Lot(seed);
                    var winner = proposal.shares().getFirst().line();
                    assertThat(winner).isEqualTo(lot.bonus("one") > lot.bonus("two") ? "one" : "two");
                    assertThat(proposal.ending()).isEqualTo(Ending.SETTLED);
                    return winner;
                })
                .distinct();

        assertThat(winners).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void amongEqualsTheCheaperGoesFirstWhateverTheLotSays() {
        var dear = line("dear", "goods", Amount.whole(1), bought("tent", 100_01), 50);
        var cheap = line("cheap", "goods", Amount.whole(1), bought("tent", 100_00), 50);
        var asked = Portfolio.of(
                TODAY, List.of(dear, cheap), List.of(new Envelope("A", 100_01, Conditions.NONE, List.of())));

        assertThat(LongStream.range(0, 10)
                        .mapToObj(seed -> allocation.propose(asked, seed).left().get("A")))
                .containsOnly(1L);
    }

    @Test
    void whatOthersCanGiveCountsBeforeOneIsAskedForMore() {
        var beds = line("beds", "goods", Amount.whole(10), bought("bed", 10_00), 50);
        var some = new Amount(10, 1, 8);
        var inPart = line("beds", "goods", some, bought("bed", 10_00), 50);
        var stock = new Stock("store", "bed", 3, Conditions.NONE);
        var envelope = new Envelope("A", 35_00, Conditions.NONE, List.of());

        assertThat(propose(List.of(inPart), stock, envelope).verdict("beds")).satisfies(out -> {
            assertThat(out.gets()).isZero();
            assertThat(out.reasons())
                    .containsExactly(
                            new Reason.TooLittle("bed", "store", 3, 2), new Reason.TooLittle("bed", "A", 35_00, 15_00));
            assertThat(out.wayIn()).isEqualTo(new WayIn("A", 15_00, 8));
        });
        assertThat(propose(List.of(beds), stock, envelope).verdict("beds").wayIn())
                .as("a line that comes whole has one source")
                .isEqualTo(new WayIn("A", 65_00, 10));
    }

    @Test
    void nobodyIsLeftUnderTheFloorSheCouldHaveHad() {
        var many = line("many", "goods", Amount.inSteps(10, 1), bought("thing", 10_00), 90);
        var few = new Line(
                "few",
                "r",
                "goods",
                new Recipient("roma", "3", "camp"),
                TODAY,
                Amount.inSteps(10, 1),
                bought("thing", 10_00),
                new Need(10, 0, 0, 1));
        var envelope = new Envelope("A", 100_00, Conditions.NONE, List.of());
        var floors = List.of(new Floor(Floor.Of.GROUP, 30));
        var asked = new Portfolio(TODAY, List.of(many, few), List.of(envelope), List.of(), floors, Weights.USUAL);
        var without = propose(List.of(many, few), envelope);
        var with = allocation.propose(asked, 1);

        assertThat(without.verdict("few").gets()).isZero();
        assertThat(with.verdict("few").gets()).isEqualTo(3);
        assertThat(with.floors()).noneMatch(Held::lowered);

        var two = allocation.propose(
                new Portfolio(
                        TODAY,
                        List.of(many, few),
                        List.of(envelope),
                        List.of(),
                        List.of(new Floor(Floor.Of.GROUP, 80)),
                        Weights.USUAL),
                1);
        assertThat(two.floors()).allSatisfy(held -> {
            assertThat(held.percent()).isEqualTo(50);
            assertThat(held.lowered()).isTrue();
        });
    }

    @Test
    void athousandEurosMoreAreSolvedNotEstimated() {
        var van = line("van", "goods", Amount.whole(1), bought("van", 1_400_00), 90);
        var tents = line("tents", "goods", Amount.whole(1), bought("tent", 400_00), 30);
        var asked = Portfolio.of(
                TODAY,
                List.of(van, tents),
                List.of(
                        new Envelope("A", 450_00, Conditions.NONE, List.of()),
                        new Envelope("B", 0, Conditions.categories("food"), List.of())));
        var proposal = allocation.propose(asked, 1);
        var more = allocation.more(asked, proposal, "A", 1_000_00);

        assertThat(proposal.verdict("tents").gets()).isEqualTo(1);
        assertThat(more.gets()).containsExactly(new Change("van", 1));
        assertThat(more.loses()).containsExactly(new Change("tents", 1));
        assertThat(more.gain()).isPositive().isEqualTo(more.atLeast()).isEqualTo(more.atMost());
        assertThat(allocation.more(asked, proposal, "B", 1_000_00).atMost()).isZero();
    }

    @Test
    void twoScenariosStandSideBySide() {
        var van = line("van", "goods", Amount.whole(1), bought("van", 1_400_00), 90);
        var tents = line("tents", "goods", Amount.whole(1), bought("tent", 400_00), 30);
        var one = propose(List.of(van, tents), new Envelope("A", 450_00, Conditions.NONE, List.of()));
        var other = propose(List.of(van, tents), new Envelope("A", 1_500_00, Conditions.NONE, List.of()));
        var beside = Comparison.of(one, other);

        assertThat(beside.better()).isEqualTo(Better.OTHER);
        assertThat(beside.different()).extracting(Comparison.Row::line).containsExactly("tents", "van");
        assertThat(beside.sources()).containsEntry("A", new Comparison.Taken(400_00, 1_400_00));
        assertThat(Comparison.of(one, one).better()).isEqualTo(Better.SAME);
    }

    @Test
    void whereTheSolverCannotRunItSaysSo() {
        assertThatThrownBy(() -> Natives.load("plan9-x86-64"))
                .isInstanceOf(SolverMissing.class)
                .hasMessageContaining("ortools-plan9-x86-64");
        assertThat(Natives.platform("Linux", "amd64")).isEqualTo("linux-x86-64");
        assertThat(Natives.platform("Mac OS X", "aarch64")).isEqualTo("darwin-aarch64");
        assertThat(Natives.platform("Windows 11", "amd64")).isEqualTo("win32-x86-64");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnySearch() {
        assertThatThrownBy(() -> Amount.inSteps(10, 3)).hasMessageContaining("whole steps");
        assertThatThrownBy(() -> Piece.bought("bed", -1, "shop")).hasMessageContaining("price");
        assertThatThrownBy(() -> new Envelope("A", -1, Conditions.NONE, List.of()))
                .hasMessageContaining("source");
        var same = line("same", "goods", Amount.whole(1), bought("bed", 1), 1);
        assertThatThrownBy(() -> Portfolio.of(TODAY, List.of(same, same), List.of()))
                .hasMessageContaining("same name");
        assertThat(propose(List.of()).value()).isZero();
    }

    private Proposal propose(List<Line> lines, Source... sources) {
        var asked = Portfolio.of(TODAY, lines, List.of(sources));
        return Checked.keepsAllRules(asked, allocation.propose(asked, 1));
    }

    private static List<Piece> bought(String item, long cents) {
        return List.of(Piece.bought(item, cents, "shop"));
    }

    private static Line line(String id, String category, Amount amount, List<Piece> pieces, int severity) {
        return new Line(
                id,
                "request",
                category,
                new Recipient("homeless", "1", "shelter"),
                TODAY.plusDays(3),
                amount,
                pieces,
                new Need(severity, 0, 0, 10));
    }
}
