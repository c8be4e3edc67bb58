package org.opensocialnet.passkeys;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own passkeys: to look at, add, rename and remove. */
@Controller
class OwnPasskeys {

    private static final String LIST = "/desk/me/passkeys";

    private final Passkeys passkeys;
    private final Ceremonies ceremonies;

    OwnPasskeys(Passkeys passkeys, Ceremonies ceremonies) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
    }

    record Listed(List<Passkey> passkeys, boolean full) {}

    /** @param options what the device is asked, as the browser wants it */
    record Adding(String options) {}

    @GetMapping(LIST)
    ModelAndView list(SignedIn me, Words t) {
        var own = passkeys.of(me.member());
        return Form.fresh(t).page("passkeys/list", new Listed(own, own.size() >= Passkeys.MOST));
    }

    @GetMapping(LIST + "/new")
    ModelAndView adding(SignedIn me, Words t) {
        return Form.fresh(t).with("name", t.of("passkeys.add.name.usual")).page("passkeys/add", asking(me, t));
    }

    @PostMapping(LIST)
    ModelAndView add(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect, Words t) {
        var form = Form.sent(typed, t);
        var name = form.field("name", t.of("passkeys.name")).required(60);
        if (form.sound()
                && (passkeys.of(me.member()).size() >= Passkeys.MOST
                        || !ceremonies.keep(
                                SignInByPasskey.site(t), me.member(), name.strip(), form.typed("credential")))) {
            form.refuse("name", t.of("passkeys.add.refused"));
        }
        if (!form.sound()) {
            return form.again("passkeys/add", asking(me, t));
        }
        Said.done(t.of("passkeys.added", name)).on(redirect);
        return toList(t);
    }

    @GetMapping(LIST + "/{passkey}")
    ModelAndView one(SignedIn me, @PathVariable UUID passkey, Words t) {
        var found = found(me, passkey);
        return Form.fresh(t).with("name", found.name()).page("passkeys/rename", found);
    }

    @PostMapping(LIST + "/{passkey}")
    ModelAndView rename(
            SignedIn me,
            @PathVariable UUID passkey,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect,
            Words t) {
        var found = found(me, passkey);
        var form = Form.sent(typed, t);
        var name = form.field("name", t.of("passkeys.name")).required(60);
        if (!form.sound()) {
            return form.again("passkeys/rename", found);
        }
        passkeys.rename(me.member(), passkey, name.strip());
        Said.done(t.of("passkeys.renamed", name)).on(redirect);
        return toList(t);
    }

    @GetMapping(LIST + "/{passkey}/remove")
    ModelAndView removing(SignedIn me, @PathVariable UUID passkey, Words t) {
        return Form.fresh(t).page("passkeys/remove", found(me, passkey));
    }

    @PostMapping(LIST + "/{passkey}/remove")
    ModelAndView remove(SignedIn me, @PathVariable UUID passkey, RedirectAttributes redirect, Words t) {
        var found = found(me, passkey);
        passkeys.remove(me.member(), passkey);
        Said.done(t.of("passkeys.removed", found.name())).on(redirect);
        return toList(t);
    }

    private Passkey found(SignedIn me, UUID passkey) {
        return passkeys.find(me.member(), passkey).orElseThrow(() -> Refusal.notFound("passkeys.gone"));
    }

    private Adding asking(SignedIn me, Words t) {
        return new Adding(ceremonies.askToMake(SignInByPasskey.site(t), me.member()));
    }

    private static ModelAndView toList(Words t) {
        return new ModelAndView("redirect:" + t.link(LIST));
    }
}
