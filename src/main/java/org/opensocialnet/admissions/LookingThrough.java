package org.opensocialnet.admissions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.admissions.FoundLines.Found;
import org.opensocialnet.admissions.Line.Finding;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.people.Crowd;
import org.opensocialnet.people.Crowd.Gathered;
import org.opensocialnet.people.Crowd.Seen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at each row of a list without registering anybody: what is wrong in it, and who she may be. */
@Component
class LookingThrough implements ChoreKind {

    static final String CODE = "admissions.looking";
    private static final Seen NOBODY = new Seen(List.of(), Set.of());

    private final Admissions admissions;
    private final Lines lines;
    private final FoundLines found;
    private final Crowd crowd;
    private final TransactionOperations transactions;
    private final Clock clock;

    LookingThrough(
            Admissions admissions,
            Lines lines,
            FoundLines found,
            Crowd crowd,
            TransactionOperations transactions,
            Clock clock) {
        this.admissions = admissions;
        this.lines = lines;
        this.found = found;
        this.crowd = crowd;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) {
        var admission = admissions.one(id);
        if (!admission.is(State.RECEIVED) || !admission.isThere()) {
            return;
        }
        progress.step("looking", (long)
                lines.counts(id).stream().mapToInt(Lines.Count::rows).sum());
        var gathered = new Gathered();
        var today = LocalDate.now(clock);
        var page = lines.after(id, 0, Lines.AT_ONCE);
        while (!page.isEmpty()) {
            var rows = page;
            transactions.executeWithoutResult(_ -> found.keep(
                    id,
                    rows.stream()
                            .map(line -> look(admission, line, gathered, today))
                            .toList()));
            progress.advance(page.size());
            page = lines.after(id, page.getLast().number(), Lines.AT_ONCE);
        }
        transactions.executeWithoutResult(_ -> {
            admissions.checked(id);
            progress.finish();
        });
    }

    private Found look(Admission admission, Line line, Gathered gathered, LocalDate today) {
        var reading = Reading.of(line.cells(), admission.meanings(), admission.quality(), today);
        if (reading.isEmpty()) {
            return new Found(line.number(), Finding.EMPTY, reading, NOBODY);
        }
        var seen = crowd.look(gathered, line.number(), reading.said(), reading.code());
        var alike = !seen.known().isEmpty() || !seen.before().isEmpty();
        return new Found(line.number(), alike ? Finding.ALIKE : Finding.NEW, reading, seen);
    }
}
