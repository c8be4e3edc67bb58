package org.opensocialnet.admissions;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.admissions.Line.Outcome;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.people.Crowd;
import org.opensocialnet.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a list back: whoever it registered goes, unless something happened with her since; what it added goes too. */
@Component
class TakingOut implements ChoreKind {

    static final String CODE = "admissions.taking-out";

    private final Admissions admissions;
    private final Lines lines;
    private final Crowd crowd;
    private final TransactionOperations transactions;

    TakingOut(Admissions admissions, Lines lines, Crowd crowd, TransactionOperations transactions) {
        this.admissions = admissions;
        this.lines = lines;
        this.crowd = crowd;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) {
        if (!admissions.one(id).is(State.APPLIED)) {
            return;
        }
        progress.step("taking-out", (long)
                lines.counts(id).stream().mapToInt(Lines.Count::rows).sum());
        completions(id);
        var page = lines.which(id, "registered", 0, Lines.AT_ONCE);
        while (!page.isEmpty()) {
            for (var line : page) {
                transactions.executeWithoutResult(_ -> takeBack(id, line));
                progress.advance(1);
            }
            page = lines.which(id, "registered", page.getLast().number(), Lines.AT_ONCE);
        }
        transactions.executeWithoutResult(_ -> {
            admissions.undone(id);
            progress.finish();
        });
    }

    /** First, so that somebody the same list registered and completed is as she was registered. */
    private void completions(UUID id) {
        var page = lines.which(id, "completed", 0, Lines.AT_ONCE);
        while (!page.isEmpty()) {
            for (var line : page) {
                transactions.executeWithoutResult(_ -> {
                    var person = line.person();
                    if (person != null && !line.added().isEmpty()) {
                        crowd.withdraw(new PersonId(person), line.added());
                    }
                    lines.done(id, line.number(), Outcome.TAKEN_BACK, null, List.of());
                });
            }
            page = lines.which(id, "completed", page.getLast().number(), Lines.AT_ONCE);
        }
    }

    private void takeBack(UUID id, Line line) {
        var person = line.person();
        if (person == null) {
            lines.done(id, line.number(), Outcome.TAKEN_BACK, null, List.of());
            return;
        }
        var since = Objects.requireNonNull(line.doneAt()).toInstant().plus(Duration.ofMillis(1));
        boolean gone = crowd.takeBack(new PersonId(person), since);
        lines.done(id, line.number(), gone ? Outcome.TAKEN_BACK : Outcome.KEPT, null, List.of());
    }
}
