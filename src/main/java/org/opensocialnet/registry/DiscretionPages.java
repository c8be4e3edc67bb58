package org.opensocialnet.registry;

import java.util.List;
import java.util.Objects;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.people.Elsewhere;
import org.opensocialnet.people.Elsewhere.Discretion;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether others may learn that somebody may be known in the network because this organisation knows her. */
@Controller
@RequestMapping(DiscretionPages.PATH)
class DiscretionPages {

    static final String PATH = "/desk/discretion";

    private final Elsewhere elsewhere;

    DiscretionPages(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Choice> choices) {}

    @GetMapping
    ModelAndView show(SignedIn me, Words t) {
        var now = elsewhere.discretion(Objects.requireNonNull(me.organization()));
        return Form.fresh(t).with("discretion", Items.code(now)).page("registry/discretion", page(me, t));
    }

    @PostMapping
    ModelAndView decide(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var chosen = form.field("discretion", t.of("registry.discretion.title")).oneOf(Discretion.class);
        if (!form.sound()) {
            return form.again("registry/discretion", page(me, t));
        }
        elsewhere.decide(Objects.requireNonNull(me.organization()), chosen.orElseThrow());
        Said.done(t.of("registry.discretion.decided")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private Page page(SignedIn me, Words t) {
        var secret = elsewhere.hasSecretPlace(Objects.requireNonNull(me.organization()));
        return new Page(
                me,
                List.of(
                        new Choice(
                                "by-places",
                                t.of("registry.discretion.by-places"),
                                secret ? t.of("registry.discretion.secret") : t.of("registry.discretion.open")),
                        new Choice("told", t.of("registry.discretion.told")),
                        new Choice("silent", t.of("registry.discretion.silent"))));
    }

    @Bean
    static DeskEntry discretionEntry() {
        return new DeskEntry(Group.PEOPLE, 60, PATH, Permission.PEOPLE_DECIDE, t -> t.of("registry.discretion.title"));
    }
}
