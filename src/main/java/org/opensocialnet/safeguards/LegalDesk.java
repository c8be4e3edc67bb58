package org.opensocialnet.safeguards;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.safeguards.LegalRequest.Asked;
import org.opensocialnet.safeguards.LegalRequest.Decision;
import org.opensocialnet.safeguards.LegalRequest.State;
import org.opensocialnet.safeguards.LegalRequest.Verdict;
import org.opensocialnet.workspace.Items;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes legal requests through their few steps. Nothing here reads a person's record, and nothing leaves as a file. */
@Component
@Transactional
class LegalDesk {

    private final LegalRequests requests;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    LegalDesk(LegalRequests requests, Trail trail, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param deciding who else may decide, and is told that something waits; never what */
    UUID record(SignedIn me, Asked asked, List<Member> deciding) {
        var id = requests.add(me.member(), asked);
        trail.note(Act.on("safeguards.legal-request.recorded", "legal-request", id)
                .of(asked.organization())
                .because("legal." + Items.code(asked.kind())));
        deciding.stream()
                .filter(member -> !member.id().equals(me.member()))
                .forEach(member -> outbox.leave(new Letter(
                        SafeguardsConfig.LEGAL_WAITING,
                        member.email(),
                        member.language(),
                        null,
                        id,
                        Map.of("link", LegalPages.PATH + "/" + id))));
        return id;
    }

    /** One of two decisions: a single refusal refuses, two to grant (one by the data protection officer) grant. */
    State decide(SignedIn me, UUID id, Verdict verdict, String grounds) {
        var request = held(id);
        if (request.state() != State.OPEN) {
            throw Refusal.conflict("safeguards.legal.decided-already");
        }
        if (request.decidedBy(me.member())) {
            throw Refusal.conflict("safeguards.legal.once");
        }
        var role = me.roles().contains(Role.AUDITOR)
                ? Role.AUDITOR
                : me.roles().stream().min(Role::compareTo).orElseThrow();
        var decision = new Decision(me.member(), role.code(), verdict, grounds, clock.instant());
        requests.decide(id, decision);
        var state = request.after(decision);
        if (state != State.OPEN) {
            requests.become(id, state);
        }
        trail.note(Act.on("safeguards.legal-request.decided", "legal-request", id)
                .of(request.asked().organization())
                .because("legal." + Items.code(verdict)));
        return state;
    }

    /** What was told to the authority, in words, once it was granted. */
    void answer(SignedIn me, UUID id, String words) {
        var request = held(id);
        if (request.state() != State.GRANTED) {
            throw Refusal.conflict("safeguards.legal.not-granted");
        }
        requests.answer(id, me.member(), words);
        note(request, "safeguards.legal-request.answered");
    }

    /** The authority took it back. */
    void withdraw(UUID id) {
        var request = held(id);
        if (request.state() != State.OPEN && request.state() != State.GRANTED) {
            throw Refusal.conflict("safeguards.legal.decided-already");
        }
        requests.become(id, State.WITHDRAWN);
        note(request, "safeguards.legal-request.withdrawn");
    }

    private void note(LegalRequest request, String what) {
        trail.note(
                Act.on(what, "legal-request", request.id()).of(request.asked().organization()));
    }

    private LegalRequest held(UUID id) {
        return requests.hold(id).orElseThrow(() -> Refusal.notFound("safeguards.legal.unknown"));
    }
}
