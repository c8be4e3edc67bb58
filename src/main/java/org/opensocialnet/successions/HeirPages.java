package org.opensocialnet.successions;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.members.MemberWords;
import org.opensocialnet.successions.Heirs.Happened;
import org.opensocialnet.successions.Heirs.Offer;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator says which members of an organisation that merged or divided work for its heir. */
@Controller
@RequestMapping(HeirPages.PATH)
class HeirPages {

    static final String PATH = "/desk/heirs";

    private final Heirs heirs;

    HeirPages(Heirs heirs) {
        this.heirs = heirs;
    }

    /** One event in words; its members, all of them ticked. */
    record Item(String words, String path, String legend, List<Choice> members, Form form, String id) {}

    record HeirsPage(List<Item> items) {}

    @GetMapping
    ModelAndView list(SignedIn me, Words t) {
        var items = heirs.offers().stream().map(offer -> item(offer, t)).toList();
        return new ModelAndView("successions/heirs")
                .addObject("page", new HeirsPage(items))
                .addObject("me", me);
    }

    private static Item item(Offer offer, Words t) {
        var happened = offer.happened();
        var choices = offer.members().stream()
                .map(each -> new Choice(
                        each.member().toString(),
                        each.name() + " · " + MemberWords.said(each.roles(), t),
                        each.email()))
                .toList();
        return new Item(
                words(happened, t),
                PATH + "/" + happened.id(),
                t.of("successions.heirs.who"),
                choices,
                Form.fresh(t)
                        .withAll("members", choices.stream().map(Choice::value).toList()),
                happened.id().toString());
    }

    private static String words(Happened happened, Words t) {
        var former = t.text(happened.formerName(), happened.formerTranslations(), "name")
                .text();
        var day = t.date(happened.happenedOn());
        return happened.event().equals("merged-into")
                ? t.of("successions.merged", day, former, heir(happened, t))
                : t.of("successions.split", day, former, heir(happened, t));
    }

    private static String heir(Happened happened, Words t) {
        return t.text(happened.heirName(), happened.heirTranslations(), "name").text();
    }

    @PostMapping("/{inheritance}")
    ModelAndView decide(
            @PathVariable UUID inheritance,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var chosen = typed.getOrDefault("members", List.of()).stream()
                .map(HeirPages::id)
                .collect(Collectors.toCollection(HashSet::new));
        int taken = heirs.takeOver(me, inheritance, chosen);
        Said.done(t.of("successions.heirs.done", taken)).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw Refusal.conflict("successions.heirs.unknown");
        }
    }
}
