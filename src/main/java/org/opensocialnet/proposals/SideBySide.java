package org.opensocialnet.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.allocation.Comparison;
import org.opensocialnet.allocation.Verdict;
import org.opensocialnet.proposals.Sheet.Asked;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;

/**
 * Two proposals, and where they differ.
 *
 * @param other none until it was chosen
 * @param verdict which meets more need, where that is certain
 */
record SideBySide(
        Kept one,
        @Nullable Kept other,
        List<Choice> others,
        String verdict,
        String value,
        String otherValue,
        List<Row> rows,
        List<Row> pots) {

    /** What one line or envelope has here and there. */
    record Row(String what, String one, String other) {}

    static SideBySide of(Kept one, @Nullable Kept other, List<Kept> others, Words t) {
        var choices = others.stream()
                .filter(each -> each.found() != null && !each.id().equals(one.id()))
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
        var here = one.found();
        var there = other == null ? null : other.found();
        if (here == null || other == null || there == null) {
            return new SideBySide(one, null, choices, "", "", "", List.of(), List.of());
        }
        var comparison = Comparison.of(here.proposal(), there.proposal());
        var words = new ProposalWords(one.sheet(), t);
        var rows = comparison.different().stream()
                .map(row -> new Row(what(row.line(), one, other), gets(row.one(), t), gets(row.other(), t)))
                .toList();
        var pots = new ArrayList<Row>();
        comparison
                .sources()
                .forEach((id, taken) -> pots.add(
                        new Row(name(id, one, other, t), words.euros(taken.one()), words.euros(taken.other()))));
        return new SideBySide(
                one,
                other,
                choices,
                switch (comparison.better()) {
                    case ONE -> t.of("proposals.better.one", one.title());
                    case OTHER -> t.of("proposals.better.one", other.title());
                    case SAME -> t.of("proposals.better.same");
                    case UNKNOWN -> t.of("proposals.better.unknown");
                },
                words.points(here.proposal().value()),
                words.points(there.proposal().value()),
                rows,
                pots);
    }

    private static String gets(@Nullable Verdict verdict, Words t) {
        return verdict == null
                ? t.of("proposals.not-asked")
                : t.of("proposals.gets", t.number(verdict.gets()), t.number(verdict.asked()));
    }

    private static String what(String line, Kept one, Kept other) {
        return Stream.of(one, other)
                .flatMap(kept -> kept.sheet().line(line).stream())
                .map(Asked::what)
                .findFirst()
                .orElse("");
    }

    private static String name(String pot, Kept one, Kept other, Words t) {
        return Stream.of(one, other)
                .flatMap(kept -> kept.sheet().pot(pot).stream())
                .map(each -> ProposalWords.name(each, t))
                .findFirst()
                .orElse("");
    }
}
