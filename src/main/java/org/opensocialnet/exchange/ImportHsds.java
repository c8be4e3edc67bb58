package org.opensocialnet.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.drafts.Arrivals;
import org.opensocialnet.intake.Intake;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeOptions.Extent;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.parcels.HsdsFile;
import org.opensocialnet.parcels.RowSink;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Takes another directory's file into ours, and tells what became of every row. */
@Component
@Command.Words(
        name = "import-hsds",
        usage = "FILE [--source ID] [--name NAME] [--dry-run] [--strict] [--everything] [--report FILE.csv|FILE.json]",
        purpose = "takes in a directory in HSDS 2 or 3: ZIP or folder of CSV tables, JSON, NDJSON")
class ImportHsds implements Command {

    private static final String USAGE =
            ImportHsds.class.getAnnotation(Command.Words.class).usage();

    private final Intakes intakes;
    private final Arrivals arrivals;
    private final JdbcTemplate batches;
    private final TransactionOperations transactions;

    ImportHsds(Intakes intakes, Arrivals arrivals, JdbcTemplate batches, TransactionOperations transactions) {
        this.intakes = intakes;
        this.arrivals = arrivals;
        this.batches = batches;
        this.transactions = transactions;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        var asked = Arguments.of(
                arguments,
                1,
                List.of("--source", "--name", "--report"),
                List.of("--dry-run", "--strict", "--everything"),
                "import-hsds " + USAGE);
        var file = Path.of(asked.values().getFirst());
        var source = asked.option("--source", shortName(file));
        if (!source.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new OperatorError(
                    2, "--source takes small letters, digits and hyphens, such as san-mateo; not \"" + source + "\"");
        }
        var name = asked.option("--name", source);
        terminal.say("Importing %s as source \"%s\"%s"
                .formatted(
                        file.getFileName(), source, asked.has("--dry-run") ? " (dry run: nothing will be kept)" : ""));
        long started = System.nanoTime();
        var report = take(file, source, name, asked, terminal);
        var text = new ReportText(report, (System.nanoTime() - started) / 1e9);
        text.print(terminal);
        var reportFile = asked.option("--report", "");
        if (!reportFile.isEmpty()) {
            text.write(Path.of(reportFile));
            terminal.say("The report is in " + reportFile);
        }
        return report.refused() || report.total().leftOut() > 0 ? 1 : 0;
    }

    private IntakeReport take(Path file, String source, String name, Arguments asked, Terminal terminal)
            throws IOException {
        try (var hsds = HsdsFile.open(file);
                var progress = new Reading(terminal)) {
            var options = new IntakeOptions(
                    asked.has("--dry-run"),
                    asked.has("--strict"),
                    asked.has("--everything") ? Extent.WHOLE_SOURCE : hsds.extent(),
                    false);
            if (options.dryRun()) {
                try (var intake = intakes.open(source, name, options)) {
                    return read(hsds, progress, intake);
                }
            }
            return Sight.job("import")
                    .call(() -> Objects.requireNonNull(
                            transactions.execute(status -> keep(hsds, progress, source, name, options, status))));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Rows and the histories that tell of them, or neither. */
    private IntakeReport keep(
            HsdsFile hsds,
            Reading progress,
            String source,
            String name,
            IntakeOptions options,
            TransactionStatus status) {
        var heard = new Hearing(name, arrivals, batches);
        try (var intake = intakes.join(source, name, options).telling(heard)) {
            var report = read(hsds, progress, intake);
            if (report.saved()) {
                heard.tell();
            } else {
                status.setRollbackOnly();
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntakeReport read(HsdsFile hsds, Reading progress, Intake intake) throws IOException {
        hsds.read(RowSink.into(intake).counted(progress::count), progress::file);
        progress.ends();
        return intake.finish();
    }

    /** What an import is called where nobody says: the file's name in small letters. */
    private static String shortName(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var plain = name.replaceFirst("(\\.(zip|csv|json|ndjson|jsonl))?(\\.gz)?$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "import" : plain.substring(0, Math.min(60, plain.length()));
    }

    /** How far the reading has come, shown per file. */
    private static final class Reading implements AutoCloseable {

        private static final int STEP = 500;

        private final Terminal terminal;
        private Terminal.@Nullable Progress bar;
        private long rows;

        Reading(Terminal terminal) {
            this.terminal = terminal;
        }

        void file(String name) {
            ends();
            bar = terminal.progress(name, 0);
        }

        private void count() {
            if (++rows % STEP == 0 && bar != null) {
                bar.advance(STEP);
            }
        }

        void ends() {
            if (bar != null) {
                bar.advance(rows % STEP);
                bar.close();
                bar = null;
            }
            rows = 0;
        }

        @Override
        public void close() {
            ends();
        }
    }
}
