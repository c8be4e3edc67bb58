package org.opensocialnet.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.Pairs;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that may be one person, field by field beside each other, for somebody to decide. */
@Controller
@RequestMapping(DoublePages.PATH)
class DoublePages {

    static final String PATH = "/desk/people/doubles";
    private static final int SHOWN = 5;

    private final Pairs pairs;
    private final People people;

    DoublePages(Pairs pairs, People people) {
        this.pairs = pairs;
        this.people = people;
    }

    /** What the page shows. */
    record Page(SignedIn me, int waiting, List<Beside> pairs) {}

    /** Two records beside each other. */
    record Beside(UUID one, UUID other, String oneName, String otherName, String score, List<Row> rows) {}

    /** One field of both, how alike they are in words, and what that says. */
    record Row(String name, String one, String other, String alike, String weight) {}

    @GetMapping
    ModelAndView show(SignedIn me, Words t) {
        var organization = Objects.requireNonNull(me.organization());
        var shown = pairs.open(organization, SHOWN).stream()
                .map(pair -> beside(pair, t))
                .toList();
        return new ModelAndView("registry/doubles")
                .addObject("page", new Page(me, pairs.countOpen(organization), shown));
    }

    @PostMapping("/search")
    ModelAndView look(SignedIn me, Words t, RedirectAttributes redirect) {
        var organization = Objects.requireNonNull(me.organization());
        pairs.look(organization);
        Said.done(t.of("registry.doubles.looked", pairs.countOpen(organization)))
                .on(redirect);
        return back(t);
    }

    @PostMapping
    ModelAndView decide(@RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var one = form.field("one", t.of("registry.doubles.title"))
                .sentId()
                .orElseThrow(() -> Refusal.conflict("people.pair.decided-already"));
        var other = form.field("other", t.of("registry.doubles.title"))
                .sentId()
                .orElseThrow(() -> Refusal.conflict("people.pair.decided-already"));
        var undo = PATH + "/undo?one=" + one + "&other=" + other;
        if (form.typed("verdict").equals("one")) {
            pairs.join(one, other);
            Said.done(t.of("registry.doubles.joined")).undo(undo).on(redirect);
        } else if (form.typed("verdict").equals("different")) {
            pairs.different(one, other);
            Said.done(t.of("registry.doubles.different")).undo(undo).on(redirect);
        }
        return back(t);
    }

    @PostMapping("/undo")
    ModelAndView undo(@RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        pairs.undo(
                form.field("one", t.of("registry.doubles.title"))
                        .sentId()
                        .orElseThrow(() -> Refusal.conflict("people.pair.decided-already")),
                form.field("other", t.of("registry.doubles.title"))
                        .sentId()
                        .orElseThrow(() -> Refusal.conflict("people.pair.decided-already")));
        Said.done(t.of("registry.doubles.undone")).on(redirect);
        return back(t);
    }

    private static ModelAndView back(Words t) {
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private Beside beside(Pairs.Pair pair, Words t) {
        var left = people.read(new PersonId(pair.one()), "purpose.doubles");
        var right = people.read(new PersonId(pair.other()), "purpose.doubles");
        var rows = new ArrayList<Row>();
        for (var kind : FactKind.values()) {
            var here = said(left, kind, t);
            var there = said(right, kind, t);
            var evidence =
                    pair.evidence().stream().filter(each -> each.kind() == kind).findFirst();
            if (!here.isEmpty() || !there.isEmpty()) {
                rows.add(new Row(
                        Labels.of(kind, t),
                        here,
                        there,
                        evidence.map(each -> Evidences.agreement(each.agreement(), t))
                                .orElseGet(() -> alike(here, there, t)),
                        evidence.map(each -> Evidences.weight(each, t)).orElse("")));
            }
        }
        boolean sameCode = pair.evidence().stream().anyMatch(each -> each.kind() == null);
        return new Beside(
                pair.one(),
                pair.other(),
                Labels.name(left, t),
                Labels.name(right, t),
                sameCode ? t.of("registry.score.code") : Evidences.score(pair.probability(), t),
                rows);
    }

    private static String said(Person person, FactKind kind, Words t) {
        return person.facts().stream()
                .filter(fact -> fact.kind() == kind)
                .map((Fact fact) -> Labels.text(fact, t))
                .reduce((_, newer) -> newer)
                .orElse("");
    }

    /** Of what is shown and not compared. */
    private static String alike(String one, String other, Words t) {
        if (one.isEmpty() || other.isEmpty()) {
            return t.of("registry.alike.unknown");
        }
        return one.equals(other) ? t.of("registry.alike.same") : t.of("registry.alike.differs");
    }
}
