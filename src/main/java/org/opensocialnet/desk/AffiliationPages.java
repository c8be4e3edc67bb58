package org.opensocialnet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member of several organisations says for which one they act from now on. */
@Controller
class AffiliationPages {

    private static final String NAME = "membership";

    private final Entrance entrance;
    private final Affiliations affiliations;

    AffiliationPages(Entrance entrance, Affiliations affiliations) {
        this.entrance = entrance;
        this.affiliations = affiliations;
    }

    /** Where the member belongs. */
    record AffiliationPage(List<Choice> memberships) {}

    @GetMapping("/desk/organization")
    ModelAndView look(SignedIn me, Words t) {
        var now = affiliations.of(me.member()).stream()
                .filter(one -> Objects.equals(one.organization(), me.organization()))
                .map(Affiliations.Affiliation::membership)
                .findFirst();
        return Form.fresh(t)
                .with(NAME, now.map(UUID::toString).orElse(null))
                .page("desk/organization", page(me, t))
                .addObject("me", me);
    }

    @PostMapping("/desk/organization")
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var page = page(me, t);
        var form = Form.sent(typed, t);
        var chosen = form.field(NAME, t.of("desk.organization.title"))
                .oneOf(page.memberships().stream().map(Choice::value).toList());
        if (!form.sound()) {
            return form.again("desk/organization", page).addObject("me", me);
        }
        if (!entrance.actFor(request, UUID.fromString(chosen))) {
            throw Refusal.notFound("workspace.fault.gone");
        }
        Said.done(t.of("desk.organization.changed", named(page, chosen))).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk"));
    }

    private AffiliationPage page(SignedIn me, Words t) {
        return new AffiliationPage(affiliations.of(me.member()).stream()
                .map(one -> new Choice(one.membership().toString(), name(one, t)))
                .toList());
    }

    private static String name(Affiliations.Affiliation one, Words t) {
        if (one.organization() == null) {
            return t.of("desk.organization.network");
        }
        return one.name() == null ? t.of("desk.organization.unnamed") : one.name();
    }

    private static String named(AffiliationPage page, String value) {
        return page.memberships().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse("");
    }
}
