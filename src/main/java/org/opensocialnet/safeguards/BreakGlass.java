package org.opensocialnet.safeguards;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.OpenGlass;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.safeguards.Glass.Reason;
import org.opensocialnet.safeguards.Glass.Verdict;
import org.opensocialnet.workspace.Items;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens another organisation's protected records to one member for minutes, because somebody is in danger: with a reason,
 * a line in the trail, a letter to those whose records they are and to the data protection officer, and a review.
 */
@Component
@Transactional
class BreakGlass implements OpenGlass {

    static final Duration SHORTEST = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofMinutes(60);

    private final Glasses glasses;
    private final Trail trail;
    private final Outbox outbox;

    BreakGlass(Glasses glasses, Trail trail, Outbox outbox) {
        this.glasses = glasses;
        this.trail = trail;
        this.outbox = outbox;
    }

    /** What a member asks for when breaking the glass. */
    record Wish(UUID organization, Reason reason, String words, Duration length) {}

    /** Opens it and tells those who must know. A glass that was open before is closed: one looks through one at a time. */
    UUID open(SignedIn me, Wish wish, Told told) {
        var own = me.organization();
        if (own == null || own.equals(wish.organization())) {
            throw Refusal.wrong("safeguards.glass.own", "organization");
        }
        end(me);
        var id = glasses.add(me.member(), own, wish.organization(), wish.reason(), wish.words(), wish.length());
        trail.note(Act.on("safeguards.glass.opened", "glass", id)
                .of(wish.organization())
                .because("glass." + Items.code(wish.reason())));
        for (var reader : told.readers()) {
            outbox.leave(new Letter(
                    SafeguardsConfig.GLASS_OPENED,
                    reader.email(),
                    reader.language(),
                    null,
                    id,
                    Map.of(
                            "by", told.by(),
                            "of", told.of(),
                            "minutes", Long.toString(wish.length().toMinutes()),
                            "link", told.address())));
        }
        return id;
    }

    void end(SignedIn me) {
        for (var id : glasses.end(me.member())) {
            trail.note(Act.on("safeguards.glass.ended", "glass", id));
        }
    }

    void review(SignedIn me, UUID id, Verdict verdict, String words) {
        var glass = glasses.find(id).orElseThrow(() -> Refusal.notFound("safeguards.glass.unknown"));
        if (!glasses.review(id, me.member(), verdict, words)) {
            throw Refusal.conflict(
                    glass.member().equals(me.member())
                            ? "safeguards.glass.own-review"
                            : "safeguards.glass.reviewed-already");
        }
        trail.note(Act.on("safeguards.glass.reviewed", "glass", id)
                .of(glass.organization())
                .because("glass." + Items.code(verdict)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Opened> of(UUID member) {
        return glasses.open(member)
                .map(glass -> new Opened(glass.organization(), "glass." + Items.code(glass.reason())));
    }
}
