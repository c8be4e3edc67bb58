package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Origin;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Links by e-mail: to come in the first time, and when the password is forgotten. Looking at one does not use it up. */
@Controller
class LinkPages {

    static final String PATH = "/sign-in/link";
    static final String FORGOTTEN = "/sign-in/forgotten";

    private static final Limit BY_ACCOUNT = new Limit("forgotten", 3, Duration.ofMinutes(20));
    private static final Limit BY_ORIGIN = new Limit("forgotten-from", 20, Duration.ofMinutes(1));

    private final Links links;
    private final Members members;
    private final Passwords passwords;
    private final Invitations invitations;
    private final NextStep next;
    private final PasswordCheck check;
    private final Attempts attempts;
    private final TransactionOperations transactions;
    private final PasswordRules rules;

    LinkPages(
            Links links,
            Members members,
            Passwords passwords,
            Invitations invitations,
            NextStep next,
            PasswordCheck check,
            Attempts attempts,
            TransactionOperations transactions,
            PasswordRules rules) {
        this.rules = rules;
        this.links = links;
        this.members = members;
        this.passwords = passwords;
        this.invitations = invitations;
        this.next = next;
        this.check = check;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * The page where a password is chosen.
     *
     * @param nameless whether we do not know the name yet: the first administrator
     */
    record Page(String token, String email, boolean nameless) {

        static Page of(String token, Member member) {
            var nameless = FirstAdministrator.isNameless(member);
            return new Page(token, nameless ? "" : member.email(), nameless);
        }
    }

    /** Whether the letter was asked for already. */
    record ForgottenPage(boolean asked) {}

    @GetMapping(FORGOTTEN)
    Object forgotten(Words t) {
        return Form.fresh(t).page("signin/forgotten", new ForgottenPage(false));
    }

    /** The same answer and the same time whether anybody has the address: the letter is written afterwards. */
    @PostMapping(FORGOTTEN)
    Object forgotten(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var field = form.field("email", t.of("signin.email"));
        field.required(254);
        var email = field.email();
        if (!form.sound()) {
            return form.again("signin/forgotten", new ForgottenPage(false));
        }
        if (attempts.allow(BY_ORIGIN, Origin.coarse(request)) && attempts.allow(BY_ACCOUNT, Members.plain(email))) {
            invitations.forgotten(email);
        }
        return form.page("signin/forgotten", new ForgottenPage(true));
    }

    @GetMapping(PATH + "/{token}")
    Object choose(@PathVariable String token, Words t) {
        return invited(token)
                .<Object>map(member -> Form.fresh(t).page("signin/choose", Page.of(token, member)))
                .orElseGet(LinkPages::spent);
    }

    @PostMapping(PATH + "/{token}")
    Object choose(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var invited = invited(token);
        if (invited.isEmpty()) {
            return spent();
        }
        var form = Form.sent(typed, t);
        var member = named(invited.get(), form, t);
        var password = Objects.requireNonNullElse(typed.getFirst("password"), "");
        PasswordRules.tell(rules.fault(password, member, t.siteName()), form, t);
        if (form.sound() && taken(member)) {
            form.refuse("email", t.of("signin.email.taken"));
        }
        if (!form.sound()) {
            return form.again("signin/choose", Page.of(token, invited.get()));
        }
        if (!keep(token, member, passwords.encode(password))) {
            return spent();
        }
        check.note(member.id(), "signin.password.chosen", Origin.coarse(request));
        return next.after(member, "link", request, response, t);
    }

    /** What the first administrator says of themselves; everybody else was named by who invited them. */
    private static Member named(Member member, Form form, Words t) {
        if (!FirstAdministrator.isNameless(member)) {
            return member;
        }
        var name = form.field("name", t.of("signin.name")).required(120);
        var field = form.field("email", t.of("signin.email"));
        field.required(254);
        var email = field.email();
        return new Member(member.id(), email, name, t.language(), member.state(), member.invented());
    }

    private boolean taken(Member member) {
        return InSight.call(
                transactions,
                () -> members.byEmail(member.email())
                        .filter(other -> !other.id().equals(member.id()))
                        .isPresent());
    }

    private boolean keep(String token, Member member, String hash) {
        return InSight.call(transactions, () -> {
            if (!links.use(token)) {
                return false;
            }
            passwords.set(member.id(), hash);
            members.rename(member.id(), member.email(), member.name(), member.language());
            members.become(member.id(), State.ACTIVE);
            return true;
        });
    }

    /** Whose link it is, if they may come in: a disabled member's link opens nothing. */
    private Optional<Member> invited(String token) {
        return InSight.call(
                transactions,
                () -> links.member(token, false)
                        .flatMap(members::find)
                        .filter(member -> member.state() != State.DISABLED));
    }

    static ModelAndView spent() {
        return new ModelAndView("signin/spent", Map.of("page", new ForgottenPage(false)), HttpStatus.GONE);
    }
}
