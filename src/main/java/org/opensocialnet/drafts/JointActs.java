package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.Standing.State;
import org.opensocialnet.intake.Amended;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts that change several records together: rows, the book of each record, what the public is told and the trail are kept
 * in the caller's transaction, and all of it is taken back as one. Who may do it, the caller has asked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class JointActs {

    /** What is done together, in one word of the room that does it. */
    public enum Deed {
        MERGER,
        SUCCESSION;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One record's part in it: what its own history tells. */
    public record Part(Kept kept, What what, @Nullable String reason) {}

    /** What came of it: its id, or why the gate did not take it. */
    public record Outcome(@Nullable UUID id, List<IntakeProblem> problems) {}

    /** One act, done and perhaps taken back. */
    public record Done(
            UUID id,
            String memberName,
            OffsetDateTime at,
            @Nullable OffsetDateTime undoneAt,
            @Nullable String undoneBy) {}

    private final Intakes intakes;
    private final Sheets sheets;
    private final ChangeBook book;
    private final JointBook joints;
    private final PublicTrace trace;
    private final Standing standing;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    JointActs(
            Intakes intakes,
            Sheets sheets,
            ChangeBook book,
            JointBook joints,
            PublicTrace trace,
            Standing standing,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.intakes = intakes;
        this.sheets = sheets;
        this.book = book;
        this.joints = joints;
        this.trace = trace;
        this.standing = standing;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does it, for a look: the caller's transaction must not be kept. */
    public Amended tryOut(List<RowChange> rows) {
        return intakes.amend(new Amendment(Amendments.SOURCE, rows));
    }

    /** Rows of field edits of one record, as an amendment takes them. */
    public List<RowChange> rows(Sheet published, List<Edit> edits) {
        return Amendments.of(published, edits, clock.instant()).rows();
    }

    /** Does it; the parts are the records whose histories tell of it. */
    public Outcome carryOut(SignedIn me, Deed deed, List<Part> parts, List<RowChange> rows) {
        turn(parts);
        var before = read(parts);
        var seen = seen(parts);
        var amended = tryOut(rows);
        if (!amended.possible()) {
            return new Outcome(null, amended.problems());
        }
        var id = joints.enter(me, deed, amended.differences());
        tell(me, new Whole(id, deed.word(), Map.of()), parts, before, seen, amended.differences());
        return new Outcome(id, List.of());
    }

    /** Takes all of it back, where nobody has changed anything of it since. */
    public void undo(SignedIn me, UUID id) {
        if (!joints.close(id, me)) {
            throw Refusal.conflict("drafts.joint.undone");
        }
        var sets = joints.sets(id);
        var parts = sets.values().stream()
                .map(set -> new Part(new Kept(set.subject(), set.owner()), What.UNDONE, null))
                .toList();
        turn(parts);
        var values = standing.of(joints.changes(id));
        if (values.stream().anyMatch(value -> value.state() == State.CHANGED)) {
            throw Refusal.conflict("drafts.joint.collides");
        }
        var back = values.stream()
                .filter(value -> value.state() == State.STANDS)
                .map(Standing.Value::difference)
                .toList();
        var before = read(parts);
        var seen = seen(parts);
        var amended = intakes.amend(Amendment.undoing(Amendments.SOURCE, back));
        if (!amended.possible()) {
            throw Refusal.conflict("drafts.joint.collides");
        }
        tell(me, new Whole(id, joints.deed(id) + "-undone", sets), parts, before, seen, amended.differences());
    }

    /** One page and the first of the next of what was done of a kind, the newest first. */
    public List<Done> page(Deed deed, int page, int size) {
        return joints.page(deed, page, size);
    }

    public Optional<Done> one(UUID id) {
        return joints.one(id);
    }

    /** Each value it changed. */
    public List<Difference> changes(UUID id) {
        return joints.changes(id);
    }

    /**
     * What the parts are parts of.
     *
     * @param word what histories call it: "merger", "succession-undone"
     * @param undone what it takes back, by record
     */
    private record Whole(UUID joint, String word, Map<UUID, ChangeSet> undone) {}

    private void tell(
            SignedIn me,
            Whole whole,
            List<Part> parts,
            Map<Kept, Sheet> before,
            Map<Kept, Boolean> seen,
            List<Difference> differences) {
        var changes = Amendments.spread(differences);
        for (var part : parts) {
            var kept = part.kept();
            var now = sheets.of(kept);
            var own = changes.stream()
                    .filter(each -> isOf(each, kept, now) || isOf(each, kept, before.getOrDefault(kept, now)))
                    .toList();
            var undoes = whole.undone().get(kept.id());
            var reason = part.reason() == null ? whole.word() : part.reason();
            var set = book.enter(me, kept, part.what(), reason, undoes == null ? null : undoes.id(), own);
            joints.bind(set, whole.joint());
            trace.tell(kept, whole.word(), own, seen.getOrDefault(kept, false));
            trail.note(Act.on(
                            "drafts.record." + part.what().word(),
                            kept.subject().kind().table(),
                            kept.id())
                    .of(kept.organization()));
        }
    }

    /** A place that a service is at has its own history. */
    private static boolean isOf(Difference each, Kept kept, Sheet sheet) {
        var table = kept.subject().kind().table();
        boolean anothersRoot = List.of("organization", "service", "location").contains(each.table())
                && !(each.table().equals(table) && each.id().equals(kept.id()));
        return !anothersRoot && sheet.line(each.table(), each.id()) != null;
    }

    private Map<Kept, Sheet> read(List<Part> parts) {
        var read = new LinkedHashMap<Kept, Sheet>();
        parts.forEach(part -> read.put(part.kept(), sheets.of(part.kept())));
        return read;
    }

    private Map<Kept, Boolean> seen(List<Part> parts) {
        var seen = new LinkedHashMap<Kept, Boolean>();
        parts.forEach(part -> seen.put(part.kept(), trace.isPublic(part.kept().subject())));
        return seen;
    }

    /** One after another for each record, in the order of their ids, so that two acts never wait for each other. */
    private void turn(List<Part> parts) {
        parts.stream()
                .map(part -> part.kept().id().toString())
                .sorted(Comparator.naturalOrder())
                .forEach(record -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:record, 46))::text")
                        .param("record", record)
                        .query(String.class)
                        .single());
    }
}
