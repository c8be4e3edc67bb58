package org.opensocialnet.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.signin.Links.Purpose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a member's second step away when phone and codes are lost, and tells them how to set up a new one. */
@Component
public class SecondSteps {

    private final Members members;
    private final Authenticators authenticators;
    private final Links links;
    private final Outbox outbox;
    private final Trail trail;
    private final Entrance entrance;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    SecondSteps(
            Members members,
            Authenticators authenticators,
            Links links,
            Outbox outbox,
            Trail trail,
            Entrance entrance,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.members = members;
        this.authenticators = authenticators;
        this.links = links;
        this.outbox = outbox;
        this.trail = trail;
        this.entrance = entrance;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * An administrator, whose sight holds, resets a member's second step: app, codes on paper and passkeys end, and so
     * does every session. Called outside of a transaction.
     *
     * @param organization for which the administrator acts; none for the network's
     */
    public void reset(UUID member, @Nullable UUID organization) {
        var seen = Objects.requireNonNull(Sight.current());
        var eyes = new Sight(seen.member(), seen.organization(), seen.role(), Reach.SYSTEM, "sign-in", seen.from());
        eyes.run(() -> transactions.executeWithoutResult(_ -> {
            var found = members.find(member).orElseThrow();
            authenticators.reset(member);
            events.publishEvent(new SecondStepReset(member));
            trail.note(Act.on("signin.second-step.reset", "member", member).of(organization));
            outbox.leave(letter(WayInLetters.NEW_APP, found, Map.of("link", links.make(member, Purpose.NEW_APP))));
        }));
        entrance.endSessions(member);
    }

    /** Tells a member that their app is another one now. In the transaction of the change. */
    void tellOfNewApp(UUID member) {
        outbox.leave(letter(WayInLetters.APP_CHANGED, members.find(member).orElseThrow(), Map.of()));
    }

    private static Letter letter(String kind, Member to, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("name", to.name());
        return new Letter(kind, to.email(), to.language(), null, to.id(), values);
    }
}
