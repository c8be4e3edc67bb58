package org.opensocialnet.doubles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Forwarding;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.doubles.Lookalikes.Pair;
import org.opensocialnet.doubles.Lookalikes.State;
import org.opensocialnet.doubles.Merging.Take;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.JointActs;
import org.opensocialnet.drafts.JointActs.Deed;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one record of two, as somebody decided, and two of them again. */
@Component
@Transactional
class Mergers {

    private final Lookalikes pairs;
    private final Merging merging;
    private final JointActs acts;
    private final Forwarding forwarding;
    private final Keeping keeping;
    private final Drafts drafts;
    private final WholeRecords records;

    Mergers(
            Lookalikes pairs,
            Merging merging,
            JointActs acts,
            Forwarding forwarding,
            Keeping keeping,
            Drafts drafts,
            WholeRecords records) {
        this.pairs = pairs;
        this.merging = merging;
        this.acts = acts;
        this.forwarding = forwarding;
        this.keeping = keeping;
        this.drafts = drafts;
        this.records = records;
    }

    /** How two shall become one. */
    record Choice(UUID stays, Set<String> fields, Map<String, Take> groups) {}

    @Transactional(readOnly = true)
    public Side side(SignedIn me, Subject subject) {
        var kept = keeping.find(me, subject).orElseThrow(() -> Refusal.conflict("doubles.pair.nobodys"));
        var source = records.rows(subject.kind().table(), "id", List.of(subject.id())).stream()
                .map(RecordRow::source)
                .findFirst()
                .orElse("");
        return new Side(kept, drafts.published(kept), source);
    }

    /** For a look at the result; the caller's transaction must not be kept. */
    public void tryOut(SignedIn me, Pair pair, Choice choice) {
        if (!acts.tryOut(plan(me, pair, choice).rows()).possible()) {
            throw Refusal.conflict("doubles.merge.refused");
        }
    }

    public void merge(SignedIn me, Pair pair, Choice choice) {
        var plan = plan(me, pair, choice);
        var done = acts.carryOut(me, Deed.MERGER, plan.parts(), plan.rows());
        if (done.id() == null) {
            throw Refusal.conflict("doubles.merge.refused");
        }
        pairs.merged(pair.id(), me, choice.stays(), done.id());
        forwarding.lead(goes(pair, choice.stays()), choice.stays());
    }

    public void undo(SignedIn me, Pair pair) {
        var joint = pair.joint();
        var kept = pair.keptId();
        if (joint == null || kept == null) {
            throw Refusal.conflict("doubles.pair.decided");
        }
        forwarding.end(goes(pair, kept));
        acts.undo(me, joint);
        pairs.reopen(pair.id(), State.MERGED);
    }

    private Merging.Plan plan(SignedIn me, Pair pair, Choice choice) {
        var left = side(me, pair.left());
        var right = side(me, pair.right());
        if (pair.state() != State.OPEN || !left.inUse() || !right.inUse()) {
            throw Refusal.conflict("doubles.pair.decided");
        }
        boolean leftStays = choice.stays().equals(pair.leftId());
        return merging.plan(me, leftStays ? left : right, leftStays ? right : left, choice.fields(), choice.groups());
    }

    private static Subject goes(Pair pair, UUID stays) {
        return stays.equals(pair.leftId()) ? pair.right() : pair.left();
    }
}
