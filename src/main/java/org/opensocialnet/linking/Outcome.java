package org.opensocialnet.linking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opensocialnet.matching.Links;
import org.opensocialnet.matching.People;
import org.opensocialnet.matching.Weights;

/** What a run of {@code ./run link} came to. */
record Outcome(LinkOrder order, List<String> ids, List<People> people, Weights weights, Links links, Duration took) {

    /** The result and what was learnt, for the terminal. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(text(
                "%,d pairs at or above %s, in %,d clusters; written to %s",
                links.pairs().size(), order.threshold(), links.clusters().size(), order.out()));
        lines.add(text(
                "%,d records, %,d pairs compared, %.1f s", ids.size(), links.compared(), took.toMillis() / 1000.0));
        lines.add(
                links.rules().isEmpty()
                        ? "Everything was compared with everything."
                        : text(
                                "%d kinds of blocks, expected to hold %.2f %% of all doubles",
                                links.rules().size(), 100 * links.recall()));
        if (!links.cut().isEmpty()) {
            lines.add(text(
                    "%,d pairs were cut because they would chain different people together",
                    links.cut().size()));
        }
        lines.add("");
        lines.add(text(
                "Learnt: one of %,.0f pairs is one person (%d rounds)",
                1 / weights.prior(), weights.likelihoods().size()));
        lines.add(text("%-16s %-22s %8s %10s %7s", "field", "agreement", "m", "u", "bits"));
        for (var field : weights.form().fields()) {
            for (var agreement : weights.agreements(field)) {
                lines.add(text(
                        "%-16s %-22s %8.4f %10.2e %+7.1f",
                        field.name(),
                        agreement.words(),
                        weights.m(field, agreement),
                        weights.u(field, agreement),
                        weights.bits(field, agreement)));
            }
        }
        return lines;
    }

    static String text(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
