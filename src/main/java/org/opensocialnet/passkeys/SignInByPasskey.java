package org.opensocialnet.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a passkey, and showing with one again who one is. */
@Controller
class SignInByPasskey {

    private static final String SIGN_IN = "sign-in";

    private final Ceremonies ceremonies;
    private final Entrance entrance;
    private final Threshold threshold;

    SignInByPasskey(Ceremonies ceremonies, Entrance entrance, Threshold threshold) {
        this.ceremonies = ceremonies;
        this.entrance = entrance;
        this.threshold = threshold;
    }

    /**
     * The page with the one button.
     *
     * @param options what the device is asked, as the browser wants it
     * @param again whether somebody is here already and shows only who they are
     */
    record Asking(String options, boolean again) {}

    @GetMapping("/sign-in/passkey")
    ModelAndView page(Words t) {
        return Form.fresh(t).page("passkeys/signIn", asking(t, SIGN_IN, false));
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView signIn(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var form = Form.sent(typed, t);
        var member = ceremonies.whoSigned(site(t), SIGN_IN, form.typed("credential"));
        if (member.isEmpty()) {
            return refused(form, t, SIGN_IN, false);
        }
        entrance.admit(request, member.get(), "passkey", true);
        return new ModelAndView("redirect:" + t.link(threshold.wayBack(request, response)));
    }

    @GetMapping("/sign-in/again/passkey")
    ModelAndView pageAgain(SignedIn me, Words t) {
        return Form.fresh(t).page("passkeys/signIn", asking(t, again(me), true));
    }

    @PostMapping("/sign-in/again/passkey")
    ModelAndView signAgain(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var form = Form.sent(typed, t);
        var signed = ceremonies.whoSigned(site(t), again(me), form.typed("credential"));
        if (signed.filter(me.member()::equals).isEmpty()) {
            return refused(form, t, again(me), true);
        }
        entrance.proveAgain(request);
        return new ModelAndView("redirect:" + t.link(threshold.wayBack(request, response)));
    }

    private ModelAndView refused(Form form, Words t, String purpose, boolean again) {
        return form.refuse("passkey", t.of("passkeys.sign-in.refused"))
                .again("passkeys/signIn", asking(t, purpose, again));
    }

    private Asking asking(Words t, String purpose, boolean again) {
        return new Asking(ceremonies.askToSign(site(t), purpose), again);
    }

    private static String again(SignedIn me) {
        return "again:" + me.member();
    }

    static Ceremonies.Site site(Words t) {
        return Ceremonies.Site.at(t.siteName(), t.address("/"));
    }
}
