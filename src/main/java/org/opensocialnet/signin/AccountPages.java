package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Entrance.Open;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.Origin;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.signin.SecondStepPages.CodesPage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own account: where one is signed in, the password, new codes on paper, and for whom one acts. */
@Controller
class AccountPages {

    static final String PATH = "/desk/account";
    private static final String ORGANIZATION = "/desk/organization";

    private final Entrance entrance;
    private final Members members;
    private final Passwords passwords;
    private final Authenticators authenticators;
    private final PasswordCheck check;
    private final ObjectProvider<Organizations> organizations;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PasswordRules rules;

    AccountPages(
            Entrance entrance,
            Members members,
            Passwords passwords,
            Authenticators authenticators,
            PasswordCheck check,
            ObjectProvider<Organizations> organizations,
            TransactionOperations transactions,
            Clock clock,
            PasswordRules rules) {
        this.rules = rules;
        this.entrance = entrance;
        this.members = members;
        this.passwords = passwords;
        this.authenticators = authenticators;
        this.check = check;
        this.organizations = organizations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One's sessions, and whether an app for codes is set up. */
    record AccountPage(List<Open> sessions, boolean app, int codesLeft, Clock clock) {

        String when(Instant moment, Words t) {
            var local = moment.atZone(clock.getZone());
            return t.date(local.toLocalDate()) + ", " + t.time(local.toLocalTime());
        }
    }

    /** Choosing a new password. */
    record PasswordPage() {}

    /** Choosing for whom one acts. */
    record OrganizationPage(List<Choice> choices) {}

    @GetMapping(PATH)
    Object account(SignedIn me, HttpServletRequest request, Words t) {
        var sessions = entrance.sessions(me.member(), request);
        var page = InSight.call(
                transactions,
                () -> new AccountPage(
                        sessions,
                        authenticators.has(me.member()),
                        authenticators.recoveryCodesLeft(me.member()),
                        clock));
        return Form.fresh(t).page("signin/account", page);
    }

    @PostMapping(PATH + "/sessions")
    String endAll(SignedIn me, HttpServletRequest request, Words t) {
        entrance.endSessions(me.member(), request, false);
        return "redirect:" + t.link(Threshold.SIGN_IN);
    }

    @GetMapping(PATH + "/password")
    Object password(Words t) {
        return Form.fresh(t).page("signin/password", new PasswordPage());
    }

    /** Every other place where one was signed in is signed out: the old password may have been known there. */
    @PostMapping(PATH + "/password")
    Object password(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Words t) {
        var form = Form.sent(typed, t);
        var member = member(me);
        var password = Objects.requireNonNullElse(typed.getFirst("password"), "");
        PasswordRules.tell(rules.fault(password, member, t.siteName()), form, t);
        if (member.invented()) {
            form.refuse("password", t.of("signin.password.invented"));
        }
        if (!form.sound()) {
            return form.again("signin/password", new PasswordPage());
        }
        var hash = passwords.encode(password);
        InSight.call(transactions, () -> {
            passwords.set(me.member(), hash);
            return true;
        });
        check.note(me.member(), "signin.password.changed", Origin.coarse(request));
        entrance.endSessions(me.member(), request, true);
        Said.done(t.of("signin.password.changed")).on(redirect);
        return "redirect:" + t.link(PATH);
    }

    @PostMapping(PATH + "/codes")
    Object codes(SignedIn me, HttpServletRequest request, Words t) {
        var codes = InSight.call(
                transactions,
                () -> authenticators.has(me.member())
                        ? authenticators.newRecoveryCodes(me.member())
                        : List.<String>of());
        if (codes.isEmpty()) {
            return "redirect:" + t.link(PATH);
        }
        check.note(me.member(), "signin.recovery-codes.made", Origin.coarse(request));
        return new ModelAndView("signin/codes", "page", new CodesPage(codes, t.link(PATH)));
    }

    @GetMapping(ORGANIZATION)
    Object organization(SignedIn me, Words t) {
        return Form.fresh(t).page("signin/organization", organizationPage(me, t));
    }

    @PostMapping(ORGANIZATION)
    Object organization(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var page = organizationPage(me, t);
        var chosen = form.field("membership", t.of("signin.organization.title"))
                .oneOf(page.choices().stream().map(Choice::value).toList());
        if (!form.sound() || !entrance.actFor(request, UUID.fromString(chosen))) {
            return form.again("signin/organization", page);
        }
        return "redirect:" + t.link("/desk");
    }

    private OrganizationPage organizationPage(SignedIn me, Words t) {
        return new OrganizationPage(entrance.memberships(me.member()).stream()
                .map(held -> new Choice(
                        held.id().toString(),
                        Optional.ofNullable(held.organization())
                                .flatMap(this::name)
                                .orElseGet(() -> t.of("signin.organization.network"))))
                .toList());
    }

    private Optional<String> name(UUID organization) {
        var book = organizations.getIfAvailable();
        return book == null ? Optional.of("–") : book.name(organization);
    }

    private Member member(SignedIn me) {
        return InSight.call(transactions, () -> members.find(me.member()).orElseThrow());
    }
}
