package org.opensocialnet.upkeep;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.directory.Announcement;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done to records at once, without a draft: notices and counting. Each act is in the trail, or does not happen. */
@Component
@Transactional
class Acts {

    private final Directory directory;
    private final Keeping keeping;
    private final Trail trail;

    Acts(Directory directory, Keeping keeping, Trail trail) {
        this.directory = directory;
        this.keeping = keeping;
        this.trail = trail;
    }

    public UUID announce(SignedIn me, Announcement notice) {
        var kept = kept(me, notice.about());
        var movedTo = notice.movedTo();
        if (movedTo != null) {
            kept(me, Subject.location(movedTo));
        }
        var id = directory.announce(notice);
        trail.note(Act.on("upkeep.notice.published", "notice", id).of(kept.organization()));
        return id;
    }

    public void withdraw(SignedIn me, Subject about, UUID notice) {
        var kept = kept(me, about);
        directory.withdraw(notice);
        trail.note(Act.on("upkeep.notice.ended", "notice", notice).of(kept.organization()));
    }

    public void resume(SignedIn me, Subject about, UUID notice, @Nullable Instant until) {
        var kept = kept(me, about);
        directory.resume(notice, until);
        trail.note(Act.on("upkeep.notice.resumed", "notice", notice).of(kept.organization()));
    }

    public void takeBack(SignedIn me, Subject service, UUID capacity, int counted, int before, Instant at) {
        var kept = kept(me, service);
        directory.takeBackCount(capacity, counted, before, at);
        trail.note(Act.on("upkeep.capacity.taken-back", "service", service.id()).of(kept.organization()));
    }

    public void count(SignedIn me, Subject service, UUID capacity, int more) {
        var kept = kept(me, service);
        directory.count(capacity, more);
        trail.note(Act.on("upkeep.capacity.counted", "service", service.id()).of(kept.organization()));
    }

    public void countExactly(SignedIn me, Subject service, UUID capacity, int available) {
        var kept = kept(me, service);
        directory.countExactly(capacity, available);
        trail.note(Act.on("upkeep.capacity.counted", "service", service.id()).of(kept.organization()));
    }

    /** What somebody does not keep is, for them, not there. */
    public void mustKeep(SignedIn me, Subject about) {
        kept(me, about);
    }

    private Kept kept(SignedIn me, Subject about) {
        return keeping.find(me, about).orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
    }
}
