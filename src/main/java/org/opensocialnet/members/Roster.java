package org.opensocialnet.members;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.signin.Invitations;
import org.opensocialnet.signin.SecondSteps;
import org.opensocialnet.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What administrators do with members: of their own organisation, or, in the network, of every one. Each act leaves its
 * line in the trail, in the same transaction.
 */
@Component
class Roster {

    private final Members members;
    private final Invitations invitations;
    private final SecondSteps secondSteps;
    private final Trail trail;
    private final TransactionOperations transactions;

    Roster(
            Members members,
            Invitations invitations,
            SecondSteps secondSteps,
            Trail trail,
            TransactionOperations transactions) {
        this.members = members;
        this.invitations = invitations;
        this.secondSteps = secondSteps;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** The roles somebody may give there: an organisation's own by its admins, the network's by its administrators. */
    static List<Role> givable(SignedIn me, @Nullable UUID organization) {
        var all = me.may(Permission.MEMBERS_MANAGE_ALL);
        var own = me.may(Permission.MEMBERS_MANAGE) && organization != null && organization.equals(me.organization());
        return Arrays.stream(Role.values())
                .filter(role -> all || own)
                .filter(role -> role.ofTheNetwork() == (organization == null))
                .toList();
    }

    /** Invites somebody, or takes a member of another organisation in; a letter goes to who has not been here yet. */
    UUID invite(
            SignedIn me, String name, String email, Language language, @Nullable UUID organization, Set<Role> roles) {
        mustBeGivable(me, organization, roles);
        var seen = Objects.requireNonNull(Sight.current());
        var looking =
                new Sight(seen.member(), seen.organization(), seen.role(), seen.reach(), "invitation", seen.from());
        var member = within(looking, () -> {
            var known = members.byEmail(email);
            if (known.filter(found -> found.state() == State.DISABLED || found.invented())
                    .isPresent()) {
                throw Refusal.conflict("members.refused.address");
            }
            var id = known.map(Member::id).orElseGet(() -> members.add(email, name, language));
            if (membership(id, organization) != null) {
                throw Refusal.conflict("members.refused.already");
            }
            members.give(id, organization, roles);
            trail.note(Act.on("members.member.invited", "member", id).of(organization));
            return members.find(id).orElseThrow();
        });
        if (member.state() == State.INVITED) {
            invitations.invite(member.id());
        }
        return member.id();
    }

    /** The letter once more; links sent before it end. */
    void inviteAgain(UUID member) {
        within(() -> {
            if (find(member).state() != State.INVITED) {
                throw Refusal.conflict("members.refused.came-already");
            }
            trail.note(Act.on("members.member.invited-again", "member", member));
            return true;
        });
        invitations.invite(member);
    }

    /** For who lost phone and codes: a letter brings a link for a new app. */
    void resetSecondStep(SignedIn me, UUID member) {
        within(() -> {
            mustNotBeMe(me, member);
            var found = find(member);
            if (found.state() != State.ACTIVE || found.invented()) {
                throw Refusal.conflict("members.refused.second-step");
            }
            return true;
        });
        secondSteps.reset(member, me.organization());
    }

    void changeRoles(SignedIn me, UUID member, @Nullable UUID organization, Set<Role> roles) {
        mustBeGivable(me, organization, roles);
        within(() -> {
            var held = held(member, organization);
            mustNotBeMe(me, member);
            mustLeaveOne(member, organization, held, roles);
            members.give(member, organization, roles);
            trail.note(Act.on("members.roles.changed", "member", member).of(organization));
            return true;
        });
    }

    /** Ends what a member is in one organisation; elsewhere they stay what they are. */
    void remove(SignedIn me, UUID member, @Nullable UUID organization) {
        mustBeGivable(me, organization, Set.of());
        within(() -> {
            var held = held(member, organization);
            mustNotBeMe(me, member);
            mustLeaveOne(member, organization, held, Set.of());
            trail.note(Act.on("members.member.removed", "member", member).of(organization));
            members.give(member, organization, Set.of());
            return true;
        });
    }

    /** Closes or opens the door to a member altogether: for the network's administrators. */
    void open(SignedIn me, UUID member, boolean open) {
        within(() -> {
            var found = find(member);
            mustNotBeMe(me, member);
            if (!open) {
                members.memberships(member)
                        .forEach(held -> mustLeaveOne(member, held.organization(), held.roles(), Set.of()));
            }
            members.become(member, open ? State.ACTIVE : State.DISABLED);
            trail.note(Act.on(open ? "members.member.enabled" : "members.member.disabled", "member", found.id()));
            return true;
        });
    }

    <T> T within(Supplier<T> work) {
        return within(Objects.requireNonNull(Sight.current()), work);
    }

    private <T> T within(Sight sight, Supplier<T> work) {
        return sight.call(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    Member find(UUID member) {
        return members.find(member).orElseThrow(() -> Refusal.notFound("members.unknown"));
    }

    private @Nullable Membership membership(UUID member, @Nullable UUID organization) {
        return members.memberships(member).stream()
                .filter(held -> Objects.equals(held.organization(), organization))
                .findFirst()
                .orElse(null);
    }

    private Set<Role> held(UUID member, @Nullable UUID organization) {
        var held = membership(member, organization);
        if (held == null) {
            throw Refusal.notFound("members.unknown");
        }
        return held.roles();
    }

    private static void mustBeGivable(SignedIn me, @Nullable UUID organization, Set<Role> roles) {
        var givable = givable(me, organization);
        if (givable.isEmpty() || !givable.containsAll(roles)) {
            throw Refusal.notFound("members.unknown");
        }
    }

    /** Nobody saws off their own branch by accident, nor gives themselves more. */
    private static void mustNotBeMe(SignedIn me, UUID member) {
        if (me.member().equals(member)) {
            throw Refusal.conflict("members.refused.yourself");
        }
    }

    private void mustLeaveOne(UUID member, @Nullable UUID organization, Set<Role> held, Set<Role> after) {
        var role = organization == null ? Role.ADMINISTRATOR : Role.ORGANIZATION_ADMIN;
        if (held.contains(role) && !after.contains(role) && !members.anybodyElse(role, organization, member)) {
            throw Refusal.conflict("members.refused.last");
        }
    }
}
