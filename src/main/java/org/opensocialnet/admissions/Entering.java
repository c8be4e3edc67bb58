package org.opensocialnet.admissions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.admissions.Line.Decision;
import org.opensocialnet.admissions.Line.Finding;
import org.opensocialnet.admissions.Line.Outcome;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.people.Crowd;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Registration;
import org.opensocialnet.people.Registration.Door;
import org.opensocialnet.people.Registration.Doubtful;
import org.opensocialnet.people.Registration.Registered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a list in, row by row, each by the same door as the form at the desk: colleagues register people meanwhile, and a
 * row that has become somebody's double since the look is left out and told. Broken off, it goes on where it was.
 */
@Component
class Entering implements ChoreKind {

    static final String CODE = "admissions.entering";

    /** So many rows take some tenths of a second. */
    private static final int TOGETHER = 100;

    private final Admissions admissions;
    private final Lines lines;
    private final People people;
    private final Crowd crowd;
    private final TransactionOperations transactions;
    private final Clock clock;

    Entering(
            Admissions admissions,
            Lines lines,
            People people,
            Crowd crowd,
            TransactionOperations transactions,
            Clock clock) {
        this.admissions = admissions;
        this.lines = lines;
        this.people = people;
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
        if (!admission.is(State.CHECKED) || !admission.isThere()) {
            return;
        }
        progress.step("entering", (long)
                lines.counts(id).stream().mapToInt(Lines.Count::rows).sum());
        var byNumber = new HashMap<Integer, UUID>();
        var page = lines.after(id, 0, TOGETHER);
        while (!page.isEmpty()) {
            var rows = page;
            transactions.executeWithoutResult(_ -> enter(admission, rows, byNumber));
            progress.advance(page.size());
            page = lines.after(id, page.getLast().number(), TOGETHER);
        }
        transactions.executeWithoutResult(_ -> {
            admissions.applied(id);
            progress.finish();
        });
    }

    /** Some rows in one transaction: whoever registers somebody at the desk meanwhile waits for these, no longer. */
    private void enter(Admission admission, List<Line> rows, Map<Integer, UUID> byNumber) {
        var door = people.hold();
        var done = new ArrayList<Lines.Done>();
        for (var line : rows) {
            var person = line.outcome() == null ? enter(admission, line, byNumber, door, done) : line.person();
            if (person != null) {
                byNumber.put(line.number(), person);
            }
        }
        lines.done(admission.id(), done);
    }

    private @Nullable UUID enter(
            Admission admission, Line line, Map<Integer, UUID> byNumber, Door door, List<Lines.Done> done) {
        var decision = line.decision();
        if (line.is(Finding.EMPTY) || line.is(Finding.ALIKE) && (decision == null || decision == Decision.SAME)) {
            done.add(new Lines.Done(line.number(), Outcome.LEFT, null));
            return null;
        }
        var today = LocalDate.now(clock);
        var reading = Reading.of(line.cells(), admission.meanings(), admission.quality(), today);
        return decision == Decision.COMPLETE
                ? complete(admission, line, reading, byNumber)
                : register(line, reading, byNumber, today, door, done);
    }

    /** She who looks most like it: of the registry first, else of an earlier row. */
    private @Nullable UUID complete(Admission admission, Line line, Reading reading, Map<Integer, UUID> byNumber) {
        var same = line.persons().isEmpty()
                ? line.earlier().stream()
                        .map(byNumber::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : line.persons().getFirst();
        if (same == null) {
            lines.done(admission.id(), line.number(), Outcome.LEFT, null, List.of());
            return null;
        }
        var added = crowd.complete(new PersonId(same), reading.said());
        lines.done(admission.id(), line.number(), Outcome.COMPLETED, same, added);
        return same;
    }

    private static @Nullable UUID register(
            Line line,
            Reading reading,
            Map<Integer, UUID> byNumber,
            LocalDate since,
            Door door,
            List<Lines.Done> done) {
        var outcome = door.register(new Registration(
                line.once(),
                reading.said(),
                reading.code().isEmpty() ? null : reading.code(),
                Set.of(),
                since,
                others(line, byNumber)));
        return switch (outcome) {
            case Registered(var person, boolean _) -> {
                done.add(new Lines.Done(line.number(), Outcome.REGISTERED, person.value()));
                yield person.value();
            }
            case Doubtful _ -> {
                done.add(new Lines.Done(line.number(), Outcome.LATE, null));
                yield null;
            }
        };
    }

    /** Those somebody said are others. */
    private static Set<UUID> others(Line line, Map<Integer, UUID> byNumber) {
        var others = new HashSet<UUID>();
        if (line.decision() == Decision.ANOTHER) {
            others.addAll(line.persons());
            line.earlier().forEach(number -> {
                var person = byNumber.get(number);
                if (person != null) {
                    others.add(person);
                }
            });
        }
        return others;
    }
}
