package org.opensocialnet.upkeep;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.Claims;
import org.opensocialnet.drafts.Claims.Claim;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records of the directory that are really ours: an organisation asks for them, the coordination team decides. */
@Controller
class ClaimPages {

    private static final int FOUND = 15;

    private final Claims claims;
    private final Entries entries;
    private final FreeText freeText;
    private final Ago ago;

    ClaimPages(Claims claims, Entries entries, FreeText freeText, Ago ago) {
        this.freeText = freeText;
        this.claims = claims;
        this.entries = entries;
        this.ago = ago;
    }

    /** One request as it is read. */
    record Asked(Claim claim, String when) {}

    record ClaimsPage(String q, List<Choice> found, List<Asked> waiting, List<Asked> answered, boolean decides) {}

    @GetMapping("/desk/claims")
    ModelAndView claims(@RequestParam(defaultValue = "") String q, SignedIn me, Words t) {
        return Form.fresh(t).with("q", q).page("upkeep/claims", page(q, me, t)).addObject("me", me);
    }

    private ClaimsPage page(String q, SignedIn me, Words t) {
        var text = q.strip();
        var found = text.isEmpty() || text.length() > 200
                ? List.<Choice>of()
                : entries.named(text, FOUND).stream()
                        .filter(entry -> !entry.id().equals(me.organization()))
                        .map(entry -> new Choice(entry.id().toString(), entry.name()))
                        .toList();
        return new ClaimsPage(
                text,
                found,
                asked(claims.waiting(), t),
                asked(claims.answered(), t),
                me.may(Permission.DIRECTORY_KEEP));
    }

    private List<Asked> asked(List<Claim> all, Words t) {
        return all.stream()
                .map(claim -> new Asked(claim, ago.words(t, claim.askedAt().toInstant())))
                .toList();
    }

    @PostMapping("/desk/claims")
    ModelAndView ask(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(form.typed("q"), me, t);
        var entry = form.field("entry", t.of("upkeep.claim.entry"))
                .oneOf(page.found().stream().map(Choice::value).toList());
        var reason = form.field("reason", t.of("upkeep.claim.reason")).required(2_000);
        freeText.ask(form, t, "reason");
        if (!form.sound()) {
            return form.again("upkeep/claims", page).addObject("me", me);
        }
        claims.ask(me, UUID.fromString(entry), reason);
        Said.done(t.of("upkeep.claim.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/claims"));
    }

    @PostMapping("/desk/claims/{claim}/decision")
    ModelAndView decide(
            @PathVariable UUID claim,
            @RequestParam(defaultValue = "") String answer,
            Words t,
            RedirectAttributes redirect) {
        claims.decide(claim, answer.equals("yes"));
        Said.done(t.of(answer.equals("yes") ? "upkeep.claim.granted" : "upkeep.claim.refused"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/claims"));
    }
}
