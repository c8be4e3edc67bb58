package org.opensocialnet.anonymous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** By what rule people make their codes: read by every worker, decided by who leads. */
@Controller
@RequestMapping(RulePages.PATH)
class RulePages {

    static final String PATH = "/desk/codes";
    static final int PARTS = 6;
    private static final int FEWEST = 4;
    private static final String WHOLE = "whole";

    private final CodeRules rules;
    private final OwnServices services;

    RulePages(CodeRules rules, OwnServices services) {
        this.rules = rules;
        this.services = services;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Line> rules, boolean decides, List<Choice> services, List<Choice> parts) {}

    /** One rule in words, and for which service. */
    record Line(String service, String words) {}

    @GetMapping
    ModelAndView show(SignedIn me, Words t) {
        return Form.fresh(t).with("service", WHOLE).page("anonymous/rules", page(me, t));
    }

    @PostMapping
    ModelAndView decide(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(me, t);
        var service = form.field("service", t.of("anonymous.rule.for"))
                .oneOf(page.services().stream().map(Choice::value).toList());
        var parts = IntStream.rangeClosed(1, PARTS)
                .mapToObj(i -> form.typed("part-" + i))
                .flatMap(code -> CodePart.of(code).stream())
                .toList();
        int letters = parts.stream().mapToInt(part -> part.example().length()).sum();
        if (!parts.isEmpty() && letters < FEWEST) {
            form.refuse("part-1", t.of("anonymous.rule.short", FEWEST));
        }
        if (!form.sound()) {
            return form.again("anonymous/rules", page);
        }
        rules.decide(
                Objects.requireNonNull(me.organization()),
                me.member(),
                service.equals(WHOLE) ? null : UUID.fromString(service),
                parts);
        Said.done(parts.isEmpty() ? t.of("anonymous.rule.free") : t.of("anonymous.rule.decided"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private Page page(SignedIn me, Words t) {
        var organization = Objects.requireNonNull(me.organization());
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(WHOLE, t.of("anonymous.rule.whole")));
        choices.addAll(services.of(organization));
        return new Page(
                me,
                rules.all(organization).stream()
                        .map(rule -> new Line(name(rule.service(), choices, t), rule.words(t)))
                        .toList(),
                me.may(Permission.PEOPLE_DECIDE),
                choices,
                Arrays.stream(CodePart.values())
                        .map(part -> new Choice(part.code(), part.words(t)))
                        .toList());
    }

    private static String name(@Nullable UUID service, List<Choice> services, Words t) {
        return services.stream()
                .filter(one -> service != null && one.value().equals(service.toString()))
                .map(Choice::text)
                .findFirst()
                .orElse(t.of("anonymous.rule.whole"));
    }

    @Bean
    static DeskEntry codeRulesEntry() {
        return new DeskEntry(Group.PEOPLE, 34, PATH, Permission.PEOPLE_READ, t -> t.of("anonymous.rule.title"));
    }
}
