package org.opensocialnet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.opensocialnet.kernel.Seeded;

/** A reader with all sheets ever told, the rule, and a solver, who wants to know small counts. */
class AttackerTest {

    static final Rule RULE = Rule.usual();

    @Seeded
    void fromOneTableNobodyConcludesMoreThanFewerThanFive(Random random) {
        var table = Grids.random(random, 130);
        var told = new Disclosure(RULE)
                .protect(Grids.request(table), Publications.EMPTY)
                .told();

        assertThat(recovered(List.of(told), Map.of(told, List.of(table)))).isEmpty();
    }

    @Seeded
    void withoutTheComplementTheAttackerSucceedsOrThereWasNothingToHide(Random random) {
        var table = Grids.random(random, 130);
        var told = onlySmallOnesHidden(table);
        var protectedOnes = new Disclosure(RULE).protect(Grids.request(table), Publications.EMPTY);

        if (protectedOnes.proof().withheld() == 0) {
            return;
        }
        boolean relabelled =
                recovered(List.of(told), Map.of(told, List.of(table))).isEmpty();
        assertThat(relabelled)
                .as("something was withheld although the attacker found nothing without it")
                .isFalse();
    }

    static Told onlySmallOnesHidden(Table table) {
        var cells = new HashMap<List<String>, Shown>();
        table.cells()
                .forEach((cell, count) -> cells.put(
                        cell,
                        RULE.isSmall(count.people())
                                ? new Shown.FewerThan(RULE.threshold())
                                : new Shown.Value(count.people())));
        return new Told(
                "needs, persons", Grids.APRIL, Grids.DAY, RULE, List.of(new Sheet(table.name(), table.axes(), cells)));
    }

    /** The small cells of which the attacker can exclude any count from one to four. */
    static List<List<String>> recovered(List<Told> everything, Map<Told, List<Table>> truth) {
        var audit = new Audit(everything);
        return everything.stream()
                .flatMap(told -> told.sheets().stream().flatMap(sheet -> {
                    var table = truth.getOrDefault(told, List.of())
                            .get(told.sheets().indexOf(sheet));
                    return table.cells().entrySet().stream()
                            .filter(each -> RULE.isSmall(each.getValue().people()))
                            .map(Map.Entry::getKey)
                            .filter(cell -> {
                                var range = audit.range(told, sheet, cell);
                                return range.least() > 1 + 1e-6 || range.most() < 4 - 1e-6;
                            });
                }))
                .toList();
    }
}
