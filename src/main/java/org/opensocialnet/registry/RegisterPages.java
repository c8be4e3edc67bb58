package org.opensocialnet.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.anonymous.CodeRules;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.Elsewhere;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Registration;
import org.opensocialnet.people.Registration.Doubtful;
import org.opensocialnet.people.Registration.Registered;
import org.opensocialnet.people.Registration.Resemblance;
import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering somebody, under a code alone or with what she tells; whoever may be her is shown first. */
@Controller
@RequestMapping(RegisterPages.PATH)
class RegisterPages {

    static final String PATH = "/desk/people/new";
    private static final String VIEW = "registry/register";
    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final People people;
    private final Elsewhere elsewhere;
    private final CodeRules rules;
    private final Clock clock;

    RegisterPages(People people, Elsewhere elsewhere, CodeRules rules, Clock clock) {
        this.people = people;
        this.elsewhere = elsewhere;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the page shows: the doubts first, where there are some. */
    record Page(
            SignedIn me,
            List<Doubt> doubts,
            boolean elsewhere,
            List<String> rules,
            List<Choice> groups,
            List<Choice> qualities) {}

    /** Somebody who may be the same person, and in what the two are alike. */
    record Doubt(Resemblance one, String name, String alike) {}

    @GetMapping
    ModelAndView blank(SignedIn me, Words t) {
        return fresh(t).page(VIEW, page(me, List.of(), false, t));
    }

    /** Coming from the search with nobody found: what was looked for is typed already. */
    @PostMapping
    ModelAndView carried(SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t) {
        var form = fresh(t);
        var words = SearchText.runs(Form.sent(typed, t).typed("q"));
        if (!words.isEmpty() && words.size() <= 3 && words.stream().noneMatch(word -> word.matches(".*\\d.*"))) {
            form.with(FactKind.GIVEN_NAME.code(), words.getFirst());
            form.with(FactKind.FAMILY_NAME.code(), String.join(" ", words.subList(1, words.size())));
        }
        return form.page(VIEW, page(me, List.of(), false, t));
    }

    @PostMapping("/save")
    ModelAndView register(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var wanted = read(form, me, t);
        if (!form.sound()) {
            return form.again(VIEW, page(me, List.of(), false, t));
        }
        return switch (people.register(wanted)) {
            case Registered(var id, boolean again) -> {
                Said.done(again ? t.of("registry.register.again") : t.of("registry.register.done"))
                        .on(redirect);
                yield new ModelAndView("redirect:" + t.link(PeoplePages.PATH + "/" + id.value()));
            }
            case Doubtful(var resemblances) -> {
                form.withAll("seen", union(wanted.seen(), resemblances));
                yield form.page(VIEW, page(me, resemblances, elsewhere.maybe(wanted.facts()), t));
            }
        };
    }

    private Registration read(Form form, SignedIn me, Words t) {
        var today = LocalDate.now(clock);
        var facts = IdentityForm.read(form, today, t);
        var code = form.field("code", t.of("registry.code")).optional(60);
        var groups = form.field("groups", t.of("registry.groups"))
                .someOf(Labels.groups(t).stream().map(Choice::value).toList());
        if (facts.isEmpty() && code.isEmpty() && form.sound()) {
            form.refuse(FactKind.GIVEN_NAME.code(), t.of("registry.register.nothing"));
        }
        if (!code.isEmpty() && !People.isCode(code)) {
            form.refuse("code", t.of("people.fault.code"));
        } else if (!code.isEmpty() && !rules.fits(Objects.requireNonNull(me.organization()), code)) {
            form.refuse(
                    "code",
                    t.of(
                            "registry.code.rule",
                            String.join(" ", rules.words(Objects.requireNonNull(me.organization()), t))));
        }
        var once = form.typed("once");
        if (!once.matches(UUIDS)) {
            once = Uuid7.next().toString();
            form.with("once", once);
        }
        return new Registration(
                UUID.fromString(once),
                facts,
                code.isEmpty() ? null : code,
                groups.stream().map(TargetGroup::of).collect(Collectors.toSet()),
                today,
                form.all("seen").stream()
                        .filter(id -> id.matches(UUIDS))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet()));
    }

    private static List<UUID> union(Collection<UUID> seen, List<Resemblance> resemblances) {
        var all = new LinkedHashSet<>(seen);
        resemblances.forEach(one -> all.add(one.person().id().value()));
        return List.copyOf(all);
    }

    private static Form fresh(Words t) {
        return Form.fresh(t).with("once", Uuid7.next()).with("quality", "given");
    }

    private Page page(SignedIn me, List<Resemblance> doubts, boolean elsewhere, Words t) {
        return new Page(
                me,
                doubts.stream()
                        .map(one -> new Doubt(one, Labels.name(one.person(), t), Labels.alike(one.alike(), t)))
                        .toList(),
                elsewhere,
                rules.words(Objects.requireNonNull(me.organization()), t),
                Labels.groups(t),
                Labels.qualities(t));
    }
}
