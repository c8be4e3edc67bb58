package org.opensocialnet.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.allocation.Ceiling.Per;
import org.opensocialnet.allocation.Line.Recipient;
import org.opensocialnet.allocation.Proposal.Ending;
import org.opensocialnet.allocation.Proposal.Share;
import org.opensocialnet.allocation.Source.Envelope;
import org.opensocialnet.allocation.Source.Stock;
import org.opensocialnet.kernel.Seeded;

/** What holds for every portfolio. */
class AllocationLawsTest {

    private final Allocation allocation = new Allocation(Effort.USUAL);

    /** Small enough that every way to divide it can be tried. */
    @Seeded
    void nothingIsBetterThanTheProposalNorFairer(Random random) {
        var asked = tiny(random);
        var proposal = Checked.keepsAllRules(asked, allocation.propose(asked, random.nextLong()));
        var all = new Everything(asked);

        assertThat(proposal.ending()).isEqualTo(Ending.SETTLED);
        assertThat(proposal.floors())
                .allSatisfy(held -> assertThat(held.could()).isEqualTo(all.most(held.floor(), held.key())));
        assertThat(fairness(proposal.floors())).isEqualTo(all.fairest(proposal.floors()));
        assertThat(proposal.value()).isEqualTo(proposal.bound()).isEqualTo(all.best(proposal.floors()));
        assertThat(proposal.shares().stream()
                        .filter(share -> share.source().startsWith("E"))
                        .mapToLong(Share::taken)
                        .sum())
                .isEqualTo(all.cheapest(proposal.floors(), proposal.value()));
    }

    @Seeded
    void theOrderOfLinesAndSourcesChangesNothing(Random random) {
        var asked = tiny(random);
        var lines = new ArrayList<>(asked.lines());
        var sources = new ArrayList<>(asked.sources());
        Collections.shuffle(lines, random);
        Collections.shuffle(sources, random);
        var shuffled = new Portfolio(asked.day(), lines, sources, asked.quotas(), asked.floors(), asked.weights());

        assertThat(allocation.propose(shuffled, 7)).isEqualTo(allocation.propose(asked, 7));
    }

    @Seeded
    void moreMoneyNeverMeetsLessAndTheWayInIsOne(Random random) {
        var asked = tiny(random);
        var proposal = allocation.propose(asked, 7);
        var envelope = random.nextBoolean() ? "E1" : "E2";
        var more = allocation.more(asked, proposal, envelope, 1 + random.nextInt(100_00));

        assertThat(more.gain()).isNotNegative().isEqualTo(more.atLeast()).isEqualTo(more.atMost());
        proposal.verdicts().stream()
                .filter(each -> each.wayIn() != null)
                .limit(1)
                .forEach(verdict -> {
                    var way = Objects.requireNonNull(verdict.wayIn());
                    var bought = allocation.more(asked, proposal, way.envelope(), way.cents());
                    var worth = verdict.whole() / verdict.asked() * way.units();
                    assertThat(bought.gain()).isGreaterThanOrEqualTo(worth);
                    var aCentLess = new Case(asked.withMore(way.envelope(), way.cents() - 1), 7);
                    var kept = Account.of(aCentLess, proposal.shares());
                    assertThat(kept.fill(
                                    aCentLess.lines.stream()
                                            .map(Line::id)
                                            .toList()
                                            .indexOf(verdict.line()),
                                    1))
                            .isFalse();
                });
    }

    @Test
    void fiftyCitiesAreServedNoWorseThanByTheSimpleRule() {
        var quick = new Allocation(new Effort(0.2, Duration.ofSeconds(60), 0.001));
        for (int city = 0; city < 50; city++) {
            var drawn = new Portfolios(new Random(city), 40, 6);
            var asked = city % 5 == 0 ? drawn.fair() : drawn.plain();
            var proposal = Checked.keepsAllRules(asked, quick.propose(asked, 1));

            assertThat(proposal.ending()).isNotEqualTo(Ending.STOPPED);
            if (proposal.floors().isEmpty()) {
                assertThat(proposal.value()).as("city %d", city).isGreaterThanOrEqualTo(proposal.simple());
            }
        }
    }

    static Portfolio tiny(Random random) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 5; i++) {
            var item = random.nextBoolean() ? "blanket" : "bus";
            lines.add(new Line(
                    "line " + i,
                    "",
                    item,
                    new Recipient(random.nextBoolean() ? "women" : "men", "1", "b" + random.nextInt(2)),
                    Portfolios.DAY,
                    Amount.whole(1),
                    List.of(Piece.bought(item, 1 + random.nextInt(60_00), "s" + random.nextInt(2))),
                    new Need(random.nextInt(4) * 30, 0, 0, 1 + random.nextInt(3))));
        }
        var one = new Envelope(
                "E1",
                random.nextInt(100_00),
                random.nextBoolean() ? Conditions.categories("blanket") : Conditions.NONE,
                List.of(Ceiling.each(Per.BENEFICIARY, random.nextInt(80_00))));
        var two = new Envelope(
                "E2",
                random.nextInt(100_00),
                Conditions.NONE,
                List.of(
                        Ceiling.each(Per.SUPPLIER, random.nextInt(80_00)),
                        new Ceiling(Per.SUPPLIER, "s1", random.nextInt(80_00))));
        return new Portfolio(
                Portfolios.DAY,
                lines,
                List.of(one, two, new Stock("blankets", "blanket", random.nextInt(2), Conditions.NONE)),
                random.nextBoolean() ? List.of() : List.of(new Quota("b0", "", random.nextInt(4))),
                random.nextBoolean() ? List.of() : List.of(new Floor(Floor.Of.GROUP, 20 + random.nextInt(60))),
                Weights.USUAL);
    }

    static long fairness(List<Held> floors) {
        int percent = floors.isEmpty() ? 0 : floors.getFirst().floor().percent();
        long lowest = floors.stream()
                .mapToLong(each -> 100L * each.percent() / percent)
                .min()
                .orElse(0);
        return lowest * 1_000 + floors.stream().mapToLong(Held::percent).sum();
    }
}
