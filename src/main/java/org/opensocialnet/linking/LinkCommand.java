package org.opensocialnet.linking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.matching.Encoder;
import org.opensocialnet.matching.Form;
import org.opensocialnet.matching.Kind;
import org.opensocialnet.matching.Linkage;
import org.opensocialnet.matching.Links;
import org.opensocialnet.matching.MatchingKey;
import org.opensocialnet.matching.People;
import org.opensocialnet.matching.Weights;

/** {@code ./run link}: who is in a spreadsheet twice, or in both of two. */
@Command.Words(
        name = "link",
        usage = LinkOrder.USAGE,
        purpose = "finds who is twice in one spreadsheet, or in two; learns how from the data; needs no database",
        needsDatabase = false)
final class LinkCommand implements Command {

    /** Without a key file encodings live only as long as the run and need not be secret, but the same every time. */
    private static final byte[] NO_SECRET = "open social net, linking within one run".getBytes(StandardCharsets.UTF_8);

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        var order = LinkOrder.of(arguments);
        var began = System.nanoTime();
        var columns = order.columns().isEmpty()
                ? ColumnNames.guess(Sheet.header(order.files().getFirst()), order.id())
                : order.columns();
        if (columns.isEmpty()) {
            throw new OperatorError(
                    2,
                    "No column has a name we know. Say what they are: --columns NAME=KIND,…; kinds: "
                            + ColumnNames.kinds() + ".");
        }
        var encoder = new Encoder(form(columns), key(order));
        var sheets = new ArrayList<Sheet>();
        for (var file : order.files()) {
            var its = sheets.isEmpty() || order.columnsOfB().isEmpty() ? columns : order.columnsOfB();
            sheets.add(Sheet.read(file, order.id(), its, encoder));
        }
        var ids = sheets.stream().flatMap(sheet -> sheet.ids().stream()).toList();
        var people = sheets.stream().map(Sheet::people).toList();
        for (int at = 0; at < sheets.size(); at++) {
            int again = sheets.get(at).idsAgain();
            if (again > 0) {
                terminal.warn("%,d rows of %s have an id that stood before; in the answer they cannot be told apart."
                        .formatted(again, order.files().get(at)));
            }
        }
        var run = link(people, order, terminal);
        var outcome =
                new Outcome(order, ids, people, run.weights, run.links, Duration.ofNanos(System.nanoTime() - began));
        writePairs(order.out(), outcome);
        if (order.clusters() != null) {
            writeClusters(order.clusters(), outcome);
        }
        if (order.report() != null) {
            Files.writeString(order.report(), new Report(outcome).html());
        }
        outcome.lines().forEach(terminal::say);
        return 0;
    }

    private record Run(Weights weights, Links links) {}

    private static Run link(List<People> people, LinkOrder order, Terminal terminal) {
        var bars = new Bars(terminal);
        var linkage = people.size() == 1
                ? Linkage.within(people.getFirst())
                : Linkage.between(people.getFirst(), people.getLast());
        try (bars) {
            var telling = linkage.telling(bars);
            var weights = telling.learn();
            return new Run(weights, telling.link(weights, order.threshold()));
        }
    }

    private static Form form(Map<String, Kind> columns) {
        try {
            return Form.of(Sheet.fields(columns));
        } catch (IllegalArgumentException e) {
            throw new OperatorError(2, "Name 1 to " + Form.MOST_FIELDS + " columns with --columns.");
        }
    }

    private static MatchingKey key(LinkOrder order) throws IOException {
        if (order.keyFile() == null) {
            return MatchingKey.of(NO_SECRET);
        }
        try {
            return MatchingKey.read(order.keyFile());
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorError(
                    2, order.keyFile() + " is no key: it needs at least " + MatchingKey.LEAST_BYTES + " random bytes.");
        }
    }

    private static void writePairs(Path file, Outcome outcome) throws IOException {
        try (var out = new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get())) {
            out.printRecord("left_id", "right_id", "probability");
            for (var pair : outcome.links().pairs()) {
                out.printRecord(
                        outcome.ids().get(pair.left()),
                        outcome.ids().get(pair.right()),
                        String.format(Locale.ROOT, "%.6f", pair.probability()));
            }
        }
    }

    private static void writeClusters(Path file, Outcome outcome) throws IOException {
        try (var out = new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get())) {
            out.printRecord("cluster", "id");
            int number = 0;
            for (var cluster : outcome.links().clusters()) {
                number++;
                for (var record : cluster) {
                    out.printRecord(number, outcome.ids().get(record));
                }
            }
        }
    }

    /** One bar for each phase of the work. */
    private static final class Bars implements Linkage.Progress, AutoCloseable {

        private final Terminal terminal;
        private final Map<String, Terminal.Progress> bars = new HashMap<>();
        private final Map<String, Long> shown = new HashMap<>();

        Bars(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public synchronized void at(String phase, long done, long total) {
            var bar = bars.computeIfAbsent(phase, name -> terminal.progress(name, total));
            long before = shown.getOrDefault(phase, 0L);
            if (done > before) {
                bar.advance(done - before);
                shown.put(phase, done);
            }
        }

        @Override
        public void close() {
            bars.values().forEach(Terminal.Progress::close);
        }
    }
}
