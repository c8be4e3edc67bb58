package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Origin;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.signin.PasswordCheck.Outcome;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where one signs in with address and password, and the button to leave. */
@Controller
class SignInPages {

    private static final int LONG_ENOUGH = 300;

    private final PasswordCheck check;
    private final NextStep next;
    private final Entrance entrance;
    private final ObjectProvider<OtherWay> ways;

    SignInPages(PasswordCheck check, NextStep next, Entrance entrance, ObjectProvider<OtherWay> ways) {
        this.check = check;
        this.next = next;
        this.entrance = entrance;
        this.ways = ways;
    }

    /** What the page says besides its form. */
    record Page(List<OtherWay> ways) {}

    @GetMapping(Threshold.SIGN_IN)
    Object signIn(Words t) {
        return Form.fresh(t).page("signin/signIn", page());
    }

    @PostMapping(Threshold.SIGN_IN)
    Object signIn(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var form = Form.sent(typed, t);
        var email = form.field("email", t.of("signin.email")).required(254);
        var password = Objects.requireNonNullElse(typed.getFirst("password"), "");
        if (password.isEmpty() || password.length() > LONG_ENOUGH) {
            form.refuse("password", t.of("signin.password.missing"));
        }
        if (!form.sound()) {
            return form.again("signin/signIn", page());
        }
        var answer = check.check(email, password, Origin.coarse(request));
        var member = answer.member();
        if (member != null) {
            return next.after(member, "password", request, response, t);
        }
        form.refuse(
                "password", answer.outcome() == Outcome.TOO_OFTEN ? t.of("signin.too-often") : t.of("signin.wrong"));
        return form.again("signin/signIn", page());
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, RedirectAttributes redirect, Words t) {
        entrance.leave(request);
        Said.done(t.of("signin.out")).on(redirect);
        return "redirect:" + t.link(Threshold.SIGN_IN);
    }

    private Page page() {
        return new Page(OtherWays.offered(ways));
    }
}
