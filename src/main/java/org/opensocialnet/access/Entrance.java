package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets members in and out. Whoever found out who somebody is (by password and code, passkey, another house's word) calls
 * {@link #admit}; from then on the session's cookie stands for the member, until it is idle or old, they leave, or they
 * may no longer come in.
 */
@Component
public class Entrance {

    static final String MEMBER = "member";
    static final String MEMBERSHIP = "membership";
    static final String SECOND_STEP = "second-step";
    static final String SINCE = "since";
    static final String SEEN = "seen";
    static final String PROVEN = "proven";
    static final String DEVICE = "device";
    static final String FROM = "from";

    /** How long an ended session is still known, so that what its member types is kept for nobody else. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final Presences presences;
    private final Privileges privileges;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final ObjectProvider<Organizations> organizations;
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final Clock clock;

    Entrance(
            Presences presences,
            Privileges privileges,
            Trail trail,
            TransactionOperations transactions,
            ObjectProvider<Organizations> organizations,
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions,
            Clock clock) {
        this.presences = presences;
        this.privileges = privileges;
        this.trail = trail;
        this.transactions = transactions;
        this.organizations = organizations;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who stands before us.
     *
     * @param me who is signed in; null where nobody is
     * @param before whose session had ended by itself, while it is still known
     * @param provenAt when they last showed who they are
     */
    record Presence(@Nullable SignedIn me, @Nullable UUID before, Instant provenAt) {

        static final Presence NOBODY = new Presence(null, null, Instant.EPOCH);
    }

    /**
     * Begins a session for somebody who has shown who they are.
     *
     * @param way how, in a code for the trail: "password", "passkey", "link"
     * @param secondStep whether more than one proof was given
     */
    public void admit(HttpServletRequest request, UUID member, String way, boolean secondStep) {
        var known = request.getSession(false);
        if (known != null) {
            known.invalidate();
        }
        var session = request.getSession(true);
        var now = clock.millis();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, member.toString());
        session.setAttribute(MEMBER, member.toString());
        session.setAttribute(SECOND_STEP, secondStep);
        session.setAttribute(SINCE, now);
        session.setAttribute(SEEN, now);
        session.setAttribute(PROVEN, now);
        session.setAttribute(DEVICE, Origin.device(request));
        session.setAttribute(FROM, Origin.coarse(request));
        session.setMaxInactiveInterval((int) REMEMBERED.toSeconds());
        request.removeAttribute(Presence.class.getName());
        note(member, Act.on("access.sign-in." + way, "member", member), request);
    }

    /** A member's eyes at the desk, for what is shown outside of the gate: the page that says no. */
    public static Sight sight(SignedIn me, HttpServletRequest request) {
        return sight(me, Privileges.acting(me, me.roles()), request);
    }

    static Sight sight(SignedIn me, Role role, HttpServletRequest request) {
        return new Sight(
                me.member(),
                me.organization(),
                role.code(),
                me.organization() == null ? Sight.Reach.NETWORK : Sight.Reach.ORGANIZATION,
                "desk",
                Origin.coarse(request));
    }

    /** They have shown again who they are. */
    public void proveAgain(HttpServletRequest request) {
        request.getSession(true).setAttribute(PROVEN, clock.millis());
        request.removeAttribute(Presence.class.getName());
    }

    public void leave(HttpServletRequest request) {
        var me = presence(request).me();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute(Presence.class.getName());
        if (me != null) {
            note(me.member(), Act.on("access.sign-out", "member", me.member()), request);
        }
    }

    /**
     * One place where a member is signed in.
     *
     * @param device as its browser calls itself
     * @param from a neighbourhood of the network
     * @param here whether it is the one that asks
     */
    public record Open(String device, String from, Instant since, Instant seen, boolean here) {}

    /** Where a member is signed in, the latest first. */
    public List<Open> sessions(UUID member, HttpServletRequest request) {
        var here = request.getSession(false);
        return sessions.getObject().findByPrincipalName(member.toString()).values().stream()
                .filter(session -> session.getAttribute(MEMBER) != null)
                .map(session -> new Open(
                        String.valueOf(session.<Object>getAttribute(DEVICE)),
                        String.valueOf(session.<Object>getAttribute(FROM)),
                        moment(session, SINCE),
                        moment(session, SEEN),
                        here != null && here.getId().equals(session.getId())))
                .sorted(Comparator.comparing(Open::seen).reversed())
                .toList();
    }

    /** Ends all of a member's sessions but the one that asks; that one too where nothing is to stay. */
    public void endSessions(UUID member, HttpServletRequest request, boolean stayHere) {
        var here = request.getSession(false);
        var all = sessions.getObject();
        all.findByPrincipalName(member.toString()).keySet().stream()
                .filter(id -> here == null || !here.getId().equals(id))
                .forEach(all::deleteById);
        note(member, Act.on("access.sessions.ended", "member", member), request);
        if (!stayHere) {
            leave(request);
        }
    }

    /** Ends all of a member's sessions, for who acts on them and writes that down. */
    public void endSessions(UUID member) {
        var all = sessions.getObject();
        all.findByPrincipalName(member.toString()).keySet().forEach(all::deleteById);
    }

    /** The organisations a member may act for, and which it is now. */
    public List<Membership> memberships(UUID member) {
        return presences.of(member).memberships();
    }

    /** Acts for another of one's organisations from now on; whether it is one's own is looked up, not believed. */
    public boolean actFor(HttpServletRequest request, UUID membership) {
        var session = request.getSession(false);
        var me = presence(request).me();
        if (session == null || me == null || presences.of(me.member()).membership(membership) == null) {
            return false;
        }
        session.setAttribute(MEMBERSHIP, membership.toString());
        request.removeAttribute(Presence.class.getName());
        return true;
    }

    /** Looked up once a request, from the database: who was disabled a second ago is out. */
    Presence presence(HttpServletRequest request) {
        if (request.getAttribute(Presence.class.getName()) instanceof Presence known) {
            return known;
        }
        var session = request.getSession(false);
        var found = session == null ? Presence.NOBODY : presence(session);
        request.setAttribute(Presence.class.getName(), found);
        return found;
    }

    private Presence presence(HttpSession session) {
        if (!(session.getAttribute(MEMBER) instanceof String id)) {
            return Presence.NOBODY;
        }
        var member = UUID.fromString(id);
        var found = presences.of(member);
        var membership = found.membership(
                session.getAttribute(MEMBERSHIP) instanceof String chosen ? UUID.fromString(chosen) : null);
        if (membership == null || lacksSecondStep(session, found, membership.roles())) {
            session.invalidate();
            return Presence.NOBODY;
        }
        if (isOver(session, membership.roles())) {
            return new Presence(null, member, Instant.EPOCH);
        }
        var now = clock.millis();
        if (now - time(session, SEEN) > SEEN_EVERY.toMillis()) {
            session.setAttribute(SEEN, now);
        }
        return new Presence(signedIn(found, membership), null, Instant.ofEpochMilli(time(session, PROVEN)));
    }

    private boolean lacksSecondStep(HttpSession session, Presences.Found found, Set<Role> roles) {
        return privileges.needSecondStep(roles)
                && !found.invented()
                && !Boolean.TRUE.equals(session.getAttribute(SECOND_STEP));
    }

    private boolean isOver(HttpSession session, Set<Role> roles) {
        var now = clock.millis();
        return now - time(session, SEEN) > privileges.idle(roles).toMillis()
                || now - time(session, SINCE) > privileges.absolute(roles).toMillis();
    }

    private SignedIn signedIn(Presences.Found found, Membership membership) {
        var organization = membership.organization();
        var name = organization == null ? "" : name(organization);
        return new SignedIn(
                membership.member(),
                found.name(),
                organization,
                name,
                membership.roles(),
                privileges.of(membership.roles()));
    }

    private String name(UUID organization) {
        var book = organizations.getIfAvailable();
        return book == null ? "" : book.name(organization).orElse("");
    }

    private void note(UUID member, Act act, HttpServletRequest request) {
        new Sight(member, null, "member", Sight.Reach.SYSTEM, "sign-in", Origin.coarse(request))
                .run(() -> transactions.executeWithoutResult(_ -> trail.note(act)));
    }

    private static Instant moment(Session session, String name) {
        return Instant.ofEpochMilli(session.<Object>getAttribute(name) instanceof Long time ? time : 0);
    }

    private static long time(HttpSession session, String name) {
        return session.getAttribute(name) instanceof Long time ? time : 0;
    }
}
