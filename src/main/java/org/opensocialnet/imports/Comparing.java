package org.opensocialnet.imports;

import java.io.IOException;
import java.util.UUID;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.FileRefused;
import org.opensocialnet.parcels.HsdsFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Says what a file would change, without changing it. */
@Component
class Comparing implements ChoreKind {

    static final String CODE = "imports.comparing";

    private final Loads loads;
    private final SentFile files;
    private final Book book;
    private final Intakes intakes;
    private final TransactionOperations transactions;

    Comparing(Loads loads, SentFile files, Book book, Intakes intakes, TransactionOperations transactions) {
        this.loads = loads;
        this.files = files;
        this.book = book;
        this.intakes = intakes;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) throws IOException {
        var load = loads.one(id);
        if (!loads.may(load, State.RECEIVED, State.CHECKED)) {
            return;
        }
        try {
            compare(load, progress);
        } catch (FileRefused why) {
            transactions.executeWithoutResult(_ -> {
                loads.refused(id, why);
                files.remove(id);
                progress.finish();
            });
        }
    }

    private void compare(Load load, Progress progress) throws IOException {
        var run = Uuid7.next();
        var findings = new Findings((told, wrong) -> {
            book.write(load.id(), run, told, wrong);
            progress.advance(told.size());
        });
        try (var laid = files.lay(load);
                var file = HsdsFile.open(laid.path());
                var intake = intakes.open(load.source(), load.sourceName(), Taking.options(load, file, true))
                        .telling(findings)) {
            var report = Taking.take(file, intake, progress, Taking.COMPARING);
            findings.flush();
            transactions.executeWithoutResult(_ -> {
                book.sumUp(load.id(), run, report.tables());
                loads.checked(load.id(), run, findings.print(), findings.problems());
                progress.finish();
            });
        }
    }
}
