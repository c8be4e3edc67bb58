package org.opensocialnet.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.opensocialnet.drafts.Claims;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What waits at the desk of whoever keeps records: old ones to confirm, drafts left open, counts and notices running out. */
@Component
class UpkeepToDo implements ToDo {

    private static final Duration OPEN_LONG = Duration.ofHours(20);

    private final Directories directories;
    private final Drafts drafts;
    private final Claims claims;
    private final NoticePages notices;
    private final CapacityPages capacity;
    private final Ago ago;

    UpkeepToDo(
            Directories directories,
            Drafts drafts,
            Claims claims,
            NoticePages notices,
            CapacityPages capacity,
            Ago ago) {
        this.directories = directories;
        this.drafts = drafts;
        this.claims = claims;
        this.notices = notices;
        this.capacity = capacity;
        this.ago = ago;
    }

    @Override
    public List<Card> cards(SignedIn me, Words t) {
        var cards = new ArrayList<Card>();
        if (me.organization() != null && me.may(Permission.DIRECTORY_EDIT)) {
            stale(me, t, cards);
            counts(me, t, cards);
            ending(me, t, cards);
        }
        if (me.may(Permission.DIRECTORY_EDIT) || me.may(Permission.DIRECTORY_KEEP)) {
            open(me, t, cards);
        }
        if (me.organization() != null && me.may(Permission.DIRECTORY_PUBLISH)) {
            waiting(me, t, cards);
        }
        if (me.may(Permission.DIRECTORY_KEEP)) {
            asked(t, cards);
        }
        return cards;
    }

    private void stale(SignedIn me, Words t, List<Card> cards) {
        var stale = directories.lines(me, Subject.Kind.SERVICE, "", Shown.STALE, 1, 1);
        if (!stale.isEmpty()) {
            cards.add(new Card(
                    50,
                    t.of("upkeep.todo.stale", stale.getFirst().total()),
                    t.of("upkeep.todo.stale-why"),
                    t.of("upkeep.todo.stale-act"),
                    "/desk/records?kind=service&shown=stale"));
        }
    }

    private void counts(SignedIn me, Words t, List<Card> cards) {
        var services = directories.inUse(me, Subject.Kind.SERVICE);
        long old = directories.rows("service_capacity", "service_id", Directories.ids(services)).stream()
                .filter(row -> capacity.isOld(CapacityPages.moment(row)))
                .count();
        if (old > 0) {
            cards.add(new Card(
                    60,
                    t.of("upkeep.todo.counts", old),
                    t.of("upkeep.todo.counts-why"),
                    t.of("upkeep.todo.counts-act"),
                    "/desk/capacity"));
        }
    }

    private void ending(SignedIn me, Words t, List<Card> cards) {
        for (var notice : notices.all(me, t)) {
            var ends = notice.ends();
            if (ends != null && NoticePages.endsSoon(notice, ago.now())) {
                cards.add(new Card(
                        70,
                        t.of("upkeep.todo.notice", notice.name()),
                        t.of("upkeep.todo.notice-why", ago.moment(t, ends)),
                        t.of("upkeep.todo.notice-act"),
                        "/desk/notices"));
            }
        }
    }

    private void open(SignedIn me, Words t, List<Card> cards) {
        var left = drafts.open(me, 20).stream()
                .filter(draft -> draft.savedAt().isBefore(ago.now().minus(OPEN_LONG)))
                .toList();
        if (!left.isEmpty()) {
            var oldest = left.getLast();
            cards.add(new Card(
                    40,
                    t.of("upkeep.todo.drafts", left.size()),
                    t.of("upkeep.todo.drafts-why", ago.words(t, oldest.savedAt())),
                    t.of("upkeep.todo.drafts-act"),
                    RecordPath.of(oldest.subject()) + "/draft"));
        }
    }

    private void waiting(SignedIn me, Words t, List<Card> cards) {
        var waiting = drafts.ofColleagues(me, 50);
        if (!waiting.isEmpty()) {
            var oldest = waiting.getFirst();
            cards.add(new Card(
                    45,
                    t.of("upkeep.todo.waiting", waiting.size()),
                    t.of("upkeep.todo.waiting-why", oldest.memberName()),
                    t.of("upkeep.todo.waiting-act"),
                    RecordPath.of(oldest.subject()) + "/draft?of=" + oldest.id()));
        }
    }

    private void asked(Words t, List<Card> cards) {
        var asked = claims.waiting();
        if (!asked.isEmpty()) {
            cards.add(new Card(
                    55,
                    t.of("upkeep.todo.claims", asked.size()),
                    t.of("upkeep.todo.claims-why", asked.getFirst().asking()),
                    t.of("upkeep.todo.claims-act"),
                    "/desk/claims"));
        }
    }
}
