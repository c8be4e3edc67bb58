package org.opensocialnet.imports;

import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.imports.LoadRecords.Outcome;
import org.opensocialnet.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a whole import back, in one transaction; records that were changed by others since stay and are named. */
@Component
class TakingBack implements ChoreKind {

    static final String CODE = "imports.taking-back";

    private final Loads loads;
    private final LoadRecords records;
    private final Reversal reversal;
    private final Telling telling;
    private final Trail trail;
    private final TransactionOperations transactions;

    TakingBack(
            Loads loads,
            LoadRecords records,
            Reversal reversal,
            Telling telling,
            Trail trail,
            TransactionOperations transactions) {
        this.loads = loads;
        this.records = records;
        this.reversal = reversal;
        this.telling = telling;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) {
        var load = loads.one(id);
        if (!loads.may(load, State.APPLIED) || !load.hasDetails()) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            progress.step(Taking.TAKING_BACK, records.count(load));
            reversal.takeTurn(load);
            var some = records.undecided(load, Findings.AT_ONCE);
            while (!some.isEmpty()) {
                var kept = reversal.kept(load, some);
                records.note(load, kept, Outcome.KEPT);
                var back =
                        some.stream().filter(record -> !kept.contains(record)).toList();
                var publicBefore = telling.publicNow(back);
                if (!reversal.takeBack(load, back).isEmpty()) {
                    throw Refusal.conflict("imports.undo.refused");
                }
                telling.takenBack(load, back, publicBefore);
                records.note(load, back, Outcome.TAKEN_BACK);
                progress.advance(some.size());
                some = records.undecided(load, Findings.AT_ONCE);
            }
            loads.undone(id);
            trail.note(Act.on("imports.load.undone", "import", id));
            progress.finish();
        });
    }
}
