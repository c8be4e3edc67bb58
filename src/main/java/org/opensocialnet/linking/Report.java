package org.opensocialnet.linking;

import static org.opensocialnet.linking.Outcome.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opensocialnet.matching.Links;

/** A page about a run, whole in itself: figures, plots and tables; nothing of the people. */
record Report(Outcome outcome) {

    private static final String STYLE = """
            body{font:17px/1.5 sans-serif;color:#1d2433;margin:2rem auto;max-width:62rem;padding:0 1rem}
            h1,h2{color:#0b4f6c;line-height:1.2}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            th,td{border-bottom:1px solid #c6ccd4;padding:.2rem .5rem;text-align:right}
            th:first-child,td:first-child,th:nth-child(2),td:nth-child(2){text-align:left}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem}dd{margin:0}svg{width:100%;height:auto}
            """;

    String html() {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width">
                <title>Linkage report</title><style>%s</style></head><body>
                <h1>Linkage report</h1>
                <dl>%s</dl>
                <h2>Scores</h2>
                <p>How many compared pairs have which odds of being one person, in bits (0 is even odds, 10 is a thousand to
                one). A deep valley between the two hills means that few pairs are in doubt. The scale of counts is logarithmic.</p>
                %s
                <h2>Weights</h2>
                <p>What each agreement says, in bits: to the right for one person, to the left for two. Rare values count
                more than this average, frequent ones less.</p>
                %s
                <h2>What was learnt</h2>
                %s
                <h2>Clusters</h2>
                %s
                <h2>Blocks</h2>
                %s
                </body></html>
                """.formatted(STYLE, summary(), scores(), weights(), learnt(), clusters(), blocks());
    }

    private String summary() {
        var links = outcome.links();
        return fact(
                        "Files",
                        outcome.order().files().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                + fact("Records", text("%,d", outcome.ids().size()))
                + fact("Pairs compared", text("%,d", links.compared()))
                + fact(
                        "Pairs found",
                        text(
                                "%,d with a probability of at least %s",
                                links.pairs().size(), outcome.order().threshold()))
                + fact("Clusters", text("%,d", links.clusters().size()))
                + fact(
                        "Pairs cut",
                        text(
                                "%,d that would have chained different people together",
                                links.cut().size()))
                + fact("Expected in the blocks", text("%.2f %% of all doubles", 100 * links.recall()))
                + fact("Time", text("%.1f s", outcome.took().toMillis() / 1000.0));
    }

    private static String fact(String name, String value) {
        return "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>";
    }

    private String scores() {
        var odds = outcome.links().odds();
        int most = odds.stream().mapToInt(count -> height(count)).max().orElse(0);
        var bars = new StringBuilder();
        for (int bit = 0; bit < odds.size(); bit++) {
            int high = most == 0 ? 0 : height(odds.get(bit)) * 200 / most;
            int from = bit + Links.LEAST_BITS;
            bars.append(text(
                    "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"%d\" fill=\"%s\"><title>%d to %d bits: %,d pairs</title></rect>",
                    40 + bit * 16, 210 - high, high, from < 0 ? "#b4532a" : "#4b6b3c", from, from + 1, odds.get(bit)));
            if (bit % 10 == 0) {
                bars.append(text(
                        "<text x=\"%d\" y=\"232\" font-size=\"14\" text-anchor=\"middle\">%d</text>",
                        40 + bit * 16, from));
            }
        }
        return "<svg viewBox=\"0 0 880 245\" role=\"img\" aria-label=\"Distribution of scores\">"
                + "<line x1=\"40\" y1=\"210\" x2=\"860\" y2=\"210\" stroke=\"#1d2433\"/>" + bars + "</svg>";
    }

    private static int height(long count) {
        return (int) Math.round(100 * Math.log1p(count));
    }

    private String weights() {
        var weights = outcome.weights();
        var rows = new StringBuilder();
        int y = 8;
        for (var field : weights.form().fields()) {
            rows.append(text(
                    "<text x=\"0\" y=\"%d\" font-size=\"14\" font-weight=\"bold\">%s</text>",
                    y + 13, escaped(field.name())));
            for (var agreement : weights.agreements(field)) {
                double bits = Math.clamp(weights.bits(field, agreement), -10, 22);
                double x = bits < 0 ? 440 + bits * 13 : 440;
                rows.append(text(
                        "<text x=\"300\" y=\"%d\" font-size=\"13\" text-anchor=\"end\">%s</text>",
                        y + 13, escaped(agreement.words())));
                rows.append(text(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"13\" fill=\"%s\"/><text x=\"%d\" y=\"%d\" font-size=\"13\">%+.1f</text>",
                        x, y + 2, Math.abs(bits) * 13, bits < 0 ? "#b4532a" : "#0b4f6c", 740, y + 13, bits));
                y += 18;
            }
            y += 10;
        }
        return text("<svg viewBox=\"0 0 800 %d\" role=\"img\" aria-label=\"Weights by field and agreement\">", y)
                + text("<line x1=\"440\" y1=\"0\" x2=\"440\" y2=\"%d\" stroke=\"#1d2433\"/>", y) + rows + "</svg>";
    }

    private String learnt() {
        var weights = outcome.weights();
        var rows = new StringBuilder();
        for (var field : weights.form().fields()) {
            for (var agreement : weights.agreements(field)) {
                rows.append(text(
                        "<tr><td>%s</td><td>%s</td><td>%.4f</td><td>%.2e</td><td>%+.1f</td></tr>",
                        escaped(field.name()),
                        escaped(agreement.words()),
                        weights.m(field, agreement),
                        weights.u(field, agreement),
                        weights.bits(field, agreement)));
            }
        }
        return text(
                        "<p>One of %,.0f pairs is one person; learnt in %d rounds. m: how often it is so within one person, u: between two.</p>",
                        1 / weights.prior(), weights.likelihoods().size())
                + "<table><thead><tr><th>Field</th><th>Agreement</th><th>m</th><th>u</th><th>bits</th></tr></thead><tbody>"
                + rows + "</tbody></table>";
    }

    private String clusters() {
        Map<Integer, Long> sizes = outcome.links().clusters().stream()
                .collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.counting()));
        var rows = new StringBuilder();
        sizes.forEach((size, count) -> rows.append(text("<tr><td>%d records</td><td>%,d</td></tr>", size, count)));
        return rows.isEmpty()
                ? "<p>None.</p>"
                : "<table><thead><tr><th>Size</th><th>Clusters</th></tr></thead><tbody>" + rows + "</tbody></table>";
    }

    private String blocks() {
        var rules = outcome.links().rules();
        return rules.isEmpty()
                ? "<p>None were needed: everything was compared with everything.</p>"
                : rules.stream()
                        .map(rule -> "<li>" + escaped(rule) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
