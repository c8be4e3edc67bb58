package org.opensocialnet.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.parcels.HsdsFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a compared file into the directory: exactly what was shown, or nothing. Rows, the book's state and the trail's
 * line are kept in one transaction.
 */
@Component
class BringingIn implements ChoreKind {

    static final String CODE = "imports.bringing-in";

    private final Loads loads;
    private final SentFile files;
    private final Intakes intakes;
    private final Telling telling;
    private final Trail trail;
    private final TransactionOperations transactions;

    BringingIn(
            Loads loads,
            SentFile files,
            Intakes intakes,
            Telling telling,
            Trail trail,
            TransactionOperations transactions) {
        this.loads = loads;
        this.files = files;
        this.intakes = intakes;
        this.telling = telling;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) throws IOException {
        var load = loads.one(id);
        if (!loads.may(load, State.CHECKED) || load.stale()) {
            return;
        }
        try (var laid = files.lay(load);
                var file = HsdsFile.open(laid.path())) {
            var asShown = transactions.execute(status -> bringIn(load, file, progress, status));
            if (!Boolean.TRUE.equals(asShown)) {
                transactions.executeWithoutResult(_ -> {
                    loads.stale(id);
                    progress.finish();
                });
            }
        }
    }

    /** Whether it was what had been shown; otherwise nothing of it is kept. */
    private boolean bringIn(Load load, HsdsFile file, Progress progress, TransactionStatus status) {
        var publicBefore = telling.publicBefore(load);
        var findings = new Findings((_, _) -> progress.advance(Findings.AT_ONCE));
        try (var intake = intakes.join(load.source(), load.sourceName(), Taking.options(load, file, false))
                .telling(findings)) {
            Taking.take(file, intake, progress, Taking.BRINGING_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        findings.flush();
        if (!findings.print().equals(load.print())) {
            status.setRollbackOnly();
            return false;
        }
        telling.applied(load, publicBefore);
        loads.applied(load.id());
        trail.note(Act.on("imports.load.applied", "import", load.id()));
        progress.finish();
        return true;
    }
}
