package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.intake.Amended;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings drafts into the directory through its one gate, and takes them back: rows, book, trail and what the public is
 * told of the change are kept in one transaction, or none of it is.
 */
@Component
@Transactional
public class Publication {

    private final Intakes intakes;
    private final Sheets sheets;
    private final Drafts drafts;
    private final ChangeBook book;
    private final PublicTrace trace;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Publication(
            Intakes intakes,
            Sheets sheets,
            Drafts drafts,
            ChangeBook book,
            PublicTrace trace,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.intakes = intakes;
        this.sheets = sheets;
        this.drafts = drafts;
        this.book = book;
        this.trace = trace;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of it: the book's entry, or why the gate did not take it. Where neither is, nothing was to be done. */
    public record Outcome(@Nullable UUID set, List<IntakeProblem> problems) {

        public boolean done() {
            return problems.isEmpty();
        }
    }

    /** Publishes a draft and throws it away. */
    public Outcome publish(SignedIn me, Draft draft) {
        turn(draft.kept());
        var published = sheets.of(draft.kept());
        if (!book.collisions(published, draft.edits()).isEmpty()) {
            throw Refusal.conflict("drafts.publish.collides");
        }
        var what = draft.brings() ? What.CREATED : What.CHANGED;
        var outcome = carryOut(me, draft.kept(), published, draft.edits(), what, null, null);
        if (outcome.done()) {
            drafts.discard(draft.id());
        }
        return outcome;
    }

    /** Publishes some edits that never were a draft: answers to a link, the one tap. */
    public Outcome publish(SignedIn me, Kept kept, List<Edit> edits, What what, @Nullable String reason) {
        turn(kept);
        return carryOut(me, kept, sheets.of(kept), edits, what, reason, null);
    }

    /** Changes the directory as a draft would, for a look at it: the caller's transaction must not be kept. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.MANDATORY)
    public Amended tryOut(Draft draft) {
        var published = sheets.of(draft.kept());
        guard(draft.kept(), published, draft.edits());
        return intakes.amend(Amendments.of(published, draft.edits(), clock.instant()));
    }

    /** "Nothing has changed": the record is right as of today. */
    public Outcome confirm(SignedIn me, Kept kept) {
        if (kept.subject().kind() != Subject.Kind.SERVICE) {
            throw Refusal.conflict("drafts.confirm.services-only");
        }
        var published = sheets.of(kept);
        var root = published.root();
        if (root == null) {
            throw Refusal.notFound("drafts.record.unknown");
        }
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return carryOut(me, kept, published, confirming(published, today), What.CONFIRMED, null, null);
    }

    /**
     * The same of many services at once, right as of a day: one pass through the gate, an entry in the book for each. Those
     * confirmed later already stay as they are.
     */
    public void confirm(SignedIn me, List<Kept> services, LocalDate day, @Nullable String reason) {
        if (services.isEmpty()) {
            return;
        }
        var rows = new ArrayList<RowChange>();
        var confirmed = new ArrayList<Kept>();
        for (var sheet : sheets.roots(services)) {
            var edits = confirming(sheet, day);
            if (!edits.isEmpty()) {
                rows.addAll(Amendments.of(sheet, edits, clock.instant()).rows());
                confirmed.add(new Kept(sheet.subject(), sheet.organization()));
            }
        }
        var amended = intakes.amend(new Amendment(Amendments.SOURCE, rows));
        if (!amended.possible()) {
            throw new IllegalStateException("a confirmation the gate does not take");
        }
        var changes = Amendments.spread(amended.differences()).stream().collect(Collectors.groupingBy(Difference::id));
        var told = new ArrayList<RowChange>();
        for (var kept : confirmed) {
            var ofIt = changes.getOrDefault(kept.id(), List.of());
            book.enter(me, kept, What.CONFIRMED, reason, null, ofIt);
            told.addAll(trace.lines(kept, What.CONFIRMED, ofIt, true));
            trail.note(Act.on("drafts.record.confirmed", "service", kept.id()).of(kept.organization()));
        }
        trace.tell(told);
    }

    /** The edits by which a service is right as of a day; none where it was confirmed later, or is no more. */
    public static List<Edit> confirming(Sheet service, LocalDate day) {
        var root = service.root();
        if (root == null || root.text("assured_date").compareTo(day.toString()) > 0) {
            return List.of();
        }
        return List.of(
                Edit.of("service", root.id(), "assured_date", root.value("assured_date"), day.toString()),
                Edit.of(
                        "service",
                        root.id(),
                        "next_check",
                        root.value("next_check"),
                        day.plusMonths(6).toString()));
    }

    /** Takes a record out of use; nothing of it is lost. */
    public Outcome retire(SignedIn me, Kept kept, String reason) {
        turn(kept);
        return carryOut(
                me,
                kept,
                sheets.of(kept),
                List.of(Edit.going(kept.subject().kind().table(), kept.id())),
                What.RETIRED,
                reason,
                null);
    }

    /** Brings a record back into use. */
    public Outcome restore(SignedIn me, Kept kept) {
        turn(kept);
        var table = kept.subject().kind().table();
        var published = sheets.of(kept);
        var edits = new ArrayList<Edit>();
        edits.add(Edit.of(table, kept.id(), Amendments.IN_USE, null, kept.id().toString()));
        var root = published.root();
        if (root != null && kept.subject().kind() == Subject.Kind.SERVICE) {
            edits.add(Edit.of(table, kept.id(), "status", root.value("status"), "active"));
        }
        return carryOut(me, kept, published, edits, What.RESTORED, null, null);
    }

    /** Takes a published set back, where nothing newer stands on it. */
    public Outcome undo(SignedIn me, ChangeSet set) {
        var kept = new Kept(set.subject(), set.owner());
        turn(kept);
        var published = sheets.of(kept);
        if (set.undone() || set.joint() != null || !book.newer(published, set).isEmpty()) {
            throw Refusal.conflict("drafts.undo.collides");
        }
        return carryOut(me, kept, published, Amendments.undoing(set.changes()), What.UNDONE, null, set.id());
    }

    private Outcome carryOut(
            SignedIn me,
            Kept kept,
            Sheet published,
            List<Edit> edits,
            What what,
            @Nullable String reason,
            @Nullable UUID undoes) {
        guard(kept, published, edits);
        boolean wasPublic = trace.isPublic(kept.subject());
        var amended = intakes.amend(Amendments.of(published, edits, clock.instant()));
        if (!amended.possible()) {
            return new Outcome(null, amended.problems());
        }
        var changes = Amendments.spread(amended.differences());
        if (changes.isEmpty() && what != What.CONFIRMED) {
            return new Outcome(null, List.of());
        }
        var set = book.enter(me, kept, what, reason, undoes, changes);
        trace.tell(kept, what, changes, wasPublic);
        trail.note(Act.on("drafts.record." + what.word(), kept.subject().kind().table(), kept.id())
                .of(kept.organization()));
        return new Outcome(set, List.of());
    }

    /** One after another for each record, so that what was looked at is what is changed. */
    private void turn(Kept kept) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:record, 46))::text")
                .param("record", kept.id().toString())
                .query(String.class)
                .single();
    }

    /**
     * Nobody reaches another's rows through a record of the own: each row edited hangs on this record, or is nowhere
     * yet. A place that a service is at is changed with it only where it is the same organisation's.
     */
    private void guard(Kept kept, Sheet published, List<Edit> edits) {
        for (var edit : edits) {
            var line = published.line(edit.table(), edit.row());
            if (line == null && sheets.exists(edit.table(), edit.row())) {
                throw Refusal.notFound("drafts.record.unknown");
            }
            boolean ownPlace = !edit.table().equals("location")
                    || kept.subject().kind() == Subject.Kind.LOCATION
                    || line == null
                    || line.is("organization_id", kept.organization().toString());
            if (!ownPlace) {
                throw Refusal.notFound("drafts.record.unknown");
            }
        }
    }
}
