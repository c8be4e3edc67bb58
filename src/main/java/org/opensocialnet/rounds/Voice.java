package org.opensocialnet.rounds;

import java.util.Set;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;

/**
 * Who speaks: somebody with the link, or a member of the desk who has them on the phone.
 *
 * @param me in whose name the change book enters what holds at once
 * @param reason how the book tells where it comes from
 */
record Voice(SignedIn me, String reason) {

    /** The organisation itself, with no member of it: the book enters its name. */
    static Voice byLink(Asked asked, Words t) {
        var organization =
                new SignedIn(asked.id(), asked.name(), asked.organization(), asked.name(), Set.of(), Set.of());
        return new Voice(organization, t.of("rounds.reason.link", asked.roundName()));
    }

    /** A member of the desk. */
    static Voice byPhone(Asked asked, SignedIn me, Words t) {
        return new Voice(me, t.of("rounds.reason.phone", asked.roundName()));
    }
}
