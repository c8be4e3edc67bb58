package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Origin;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.signin.SecondStepPages.CodesPage;
import org.opensocialnet.signin.SecondStepPages.SetUpPage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new app for codes in the place of the old one, for whoever is in: by its code, a passkey or a recovery code. */
@Controller
class AppPages {

    static final String PATH = "/desk/account/app";
    private static final String SECRET = "new-app";

    private final Authenticators authenticators;
    private final SecondSteps steps;
    private final Members members;
    private final PasswordCheck check;
    private final Entrance entrance;
    private final TransactionOperations transactions;

    AppPages(
            Authenticators authenticators,
            SecondSteps steps,
            Members members,
            PasswordCheck check,
            Entrance entrance,
            TransactionOperations transactions) {
        this.authenticators = authenticators;
        this.steps = steps;
        this.members = members;
        this.check = check;
        this.entrance = entrance;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    Object app(SignedIn me, HttpServletRequest request, Words t) {
        return Form.fresh(t).page("signin/setUp", page(me, secret(me, request.getSession()), t));
    }

    /** The old app's codes and the old codes on paper end; whoever is in elsewhere is out. */
    @PostMapping(PATH)
    Object app(@RequestParam MultiValueMap<String, String> typed, SignedIn me, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var code = form.field("code", t.of("signin.code.label")).required(20);
        var secret = secret(me, request.getSession());
        if (form.sound()) {
            var codes = replaced(me, secret, code);
            if (!codes.isEmpty()) {
                request.getSession().removeAttribute(SECRET);
                check.note(me.member(), "signin.authenticator.replaced", Origin.coarse(request));
                entrance.endSessions(me.member(), request, true);
                return new ModelAndView("signin/codes", "page", new CodesPage(codes, t.link(AccountPages.PATH)));
            }
            form.refuse("code", t.of("signin.code.wrong"));
        }
        return form.again("signin/setUp", page(me, secret, t));
    }

    private List<String> replaced(SignedIn me, byte[] secret, String code) {
        return InSight.call(transactions, () -> {
            if (!authenticators.confirm(me.member(), secret, code)) {
                return List.<String>of();
            }
            steps.tellOfNewApp(me.member());
            return authenticators.newRecoveryCodes(me.member());
        });
    }

    private SetUpPage page(SignedIn me, byte[] secret, Words t) {
        return SetUpPage.of(secret, member(me), PATH, t);
    }

    /** The one shown before, as long as this session lasts; it lies there closed. */
    private byte[] secret(SignedIn me, HttpSession session) {
        return kept(me, session).orElseGet(() -> {
            var made = Authenticators.newSecret();
            var closed = authenticators.close(me.member(), made);
            session.setAttribute(SECRET, Base64.getEncoder().encodeToString(closed));
            return made;
        });
    }

    private Optional<byte[]> kept(SignedIn me, HttpSession session) {
        return session.getAttribute(SECRET) instanceof String text
                ? authenticators.open(me.member(), Base64.getDecoder().decode(text))
                : Optional.empty();
    }

    private Member member(SignedIn me) {
        return InSight.call(transactions, () -> members.find(me.member()).orElseThrow());
    }
}
