package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Origin;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The link for a new app, sent when an administrator took the old one away. It alone opens nothing: it asks for the
 * password, and after that the app is set up as the first one was.
 */
@Controller
class NewAppPages {

    static final String PATH = "/sign-in/new-app";

    private final Links links;
    private final Members members;
    private final PasswordCheck check;
    private final TransactionOperations transactions;
    private final Clock clock;

    NewAppPages(Links links, Members members, PasswordCheck check, TransactionOperations transactions, Clock clock) {
        this.links = links;
        this.members = members;
        this.check = check;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The link's secret; none on the page for whoever came without one. */
    record Page(String token) {}

    @GetMapping(PATH)
    Object withoutLink(Words t) {
        return Form.fresh(t).page("signin/newApp", new Page(""));
    }

    @GetMapping(PATH + "/{token}")
    Object link(@PathVariable String token, Words t) {
        return owner(token)
                .<Object>map(_ -> Form.fresh(t).page("signin/newApp", new Page(token)))
                .orElseGet(LinkPages::spent);
    }

    @PostMapping(PATH + "/{token}")
    Object link(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        var owner = owner(token);
        if (owner.isEmpty()) {
            return LinkPages.spent();
        }
        var form = Form.sent(typed, t);
        var password = Objects.requireNonNullElse(typed.getFirst("password"), "");
        if (password.length() > PasswordRules.LONGEST
                || !check.again(owner.get().id(), password, Origin.coarse(request))) {
            form.refuse("password", t.of("signin.again.wrong"));
            return form.again("signin/newApp", new Page(token));
        }
        HalfWay.beginByLink(request, owner.get().id(), clock);
        return "redirect:" + t.link(SecondStepPages.SET_UP);
    }

    private Optional<Member> owner(String token) {
        return InSight.call(
                transactions,
                () -> links.member(token, true)
                        .flatMap(members::find)
                        .filter(member -> member.state() == State.ACTIVE));
    }
}
