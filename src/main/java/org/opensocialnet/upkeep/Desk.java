package org.opensocialnet.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Draft;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Parts.Crumb;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a record on the desk: whose it is, how it is published, and what this member's draft would make of it. */
@Component
class Desk {

    private final Keeping keeping;
    private final Drafts drafts;

    Desk(Keeping keeping, Drafts drafts) {
        this.keeping = keeping;
        this.drafts = drafts;
    }

    /**
     * One record being worked on.
     *
     * @param wanted as the draft would have it; as published where there is none
     */
    record Work(Kept kept, Sheet published, Sheet wanted, Optional<Draft> draft) {

        Subject subject() {
            return kept.subject();
        }

        String path() {
            return RecordPath.of(subject());
        }

        Line root() {
            var root = wanted.root();
            if (root == null) {
                throw Refusal.notFound("drafts.record.unknown");
            }
            return root;
        }

        boolean isPublished() {
            return published.root() != null;
        }

        /** Its name in the reader's language. */
        String name(Words t) {
            return name(t, root());
        }

        private static String name(Words t, Line root) {
            var other = root.value("name@" + t.lang());
            var name = other != null ? other : root.text("name");
            return name.isBlank()
                    ? root.text("area").isBlank() ? t.of("upkeep.record.nameless") : root.text("area")
                    : name;
        }

        List<Crumb> crumbs(Words t, String last) {
            return List.of(
                    new Crumb(
                            t.of("upkeep.records.title"),
                            t.link("/desk/records?kind=" + subject().kind().table())),
                    new Crumb(name(t), t.link(path())),
                    new Crumb(last, null));
        }
    }

    @Transactional(readOnly = true)
    public Work work(SignedIn me, Map<String, String> path) {
        return work(me, RecordPath.subject(path));
    }

    @Transactional(readOnly = true)
    public Work work(SignedIn me, Subject subject) {
        var kept = keeping.find(me, subject).orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
        var published = drafts.published(kept);
        var draft = drafts.of(me, subject);
        return new Work(kept, published, published.with(draft.map(Draft::edits).orElse(List.of())), draft);
    }
}
