package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.Membership;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Privileges;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where somebody goes who has shown a first proof: on to the second, to set one up, or in. */
@Component
public class NextStep {

    private final Members members;
    private final Authenticators authenticators;
    private final Privileges privileges;
    private final Entrance entrance;
    private final Threshold threshold;
    private final TransactionOperations transactions;
    private final Clock clock;

    NextStep(
            Members members,
            Authenticators authenticators,
            Privileges privileges,
            Entrance entrance,
            Threshold threshold,
            TransactionOperations transactions,
            Clock clock) {
        this.members = members;
        this.authenticators = authenticators;
        this.privileges = privileges;
        this.entrance = entrance;
        this.threshold = threshold;
        this.transactions = transactions;
        this.clock = clock;
    }

    private enum Needed {
        NOTHING,
        CODE,
        LINK,
        SET_UP
    }

    /** @param way the first proof, as the trail calls it: "password", "link" */
    public String after(Member member, String way, HttpServletRequest request, HttpServletResponse response, Words t) {
        return switch (InSight.call(transactions, () -> needed(member))) {
            case NOTHING -> in(member, way, false, request, response);
            case CODE -> {
                HalfWay.begin(request, member.id(), way, clock);
                yield "redirect:" + t.link(SecondStepPages.CODE);
            }
            case LINK -> "redirect:" + t.link(NewAppPages.PATH);
            case SET_UP -> {
                HalfWay.begin(request, member.id(), way, clock);
                yield "redirect:" + t.link(SecondStepPages.SET_UP);
            }
        };
    }

    /** Lets them in and answers where to: back to where they were, in the language they read. */
    public String in(
            Member member, String way, boolean secondStep, HttpServletRequest request, HttpServletResponse response) {
        entrance.admit(request, member.id(), way, secondStep);
        return "redirect:" + member.language().link(threshold.wayBack(request, response));
    }

    /** Whoever set an app up is asked for its code, whatever the roles; the demo city's members never. */
    private Needed needed(Member member) {
        if (member.invented()) {
            return Needed.NOTHING;
        }
        if (authenticators.has(member.id())) {
            return Needed.CODE;
        }
        if (authenticators.wasReset(member.id())) {
            return Needed.LINK;
        }
        var roles = members.memberships(member.id()).stream()
                .map(Membership::roles)
                .flatMap(held -> held.stream())
                .toList();
        return privileges.needSecondStep(roles) ? Needed.SET_UP : Needed.NOTHING;
    }
}
