package org.opensocialnet.safeguards;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.safeguards.Glass.Verdict;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
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

/** Where the data protection officer judges every broken glass. */
@Controller
@RequestMapping(GlassReviewPages.PATH)
class GlassReviewPages {

    static final String PATH = "/desk/glass/reviews";

    private final BreakGlass breakGlass;
    private final Glasses glasses;
    private final Organizations organizations;
    private final Members members;
    private final FreeText freeText;

    GlassReviewPages(
            BreakGlass breakGlass, Glasses glasses, Organizations organizations, Members members, FreeText freeText) {
        this.freeText = freeText;
        this.breakGlass = breakGlass;
        this.glasses = glasses;
        this.organizations = organizations;
        this.members = members;
    }

    /** One opening in words: who, of which organisation, looked at whose records. */
    record Line(Glass glass, String member, String actingFor, String organization, String reason) {}

    record ListPage(SignedIn me, boolean reviewed, List<Line> lines, Paging paging) {}

    record OnePage(SignedIn me, Line line, List<Choice> verdicts, boolean own) {}

    @GetMapping
    ModelAndView list(
            SignedIn me,
            @RequestParam(defaultValue = "false") boolean reviewed,
            @RequestParam(required = false) @Nullable UUID after,
            Words t) {
        var found = glasses.page(reviewed, after);
        var shown = found.stream().limit(Glasses.PAGE).toList();
        var here = t.link(PATH + "?reviewed=" + reviewed);
        var paging = new Paging(
                after == null ? null : here,
                found.size() > Glasses.PAGE ? here + "&after=" + shown.getLast().id() : null);
        return new ModelAndView("safeguards/reviews")
                .addObject(
                        "page",
                        new ListPage(
                                me,
                                reviewed,
                                shown.stream().map(glass -> line(glass, t)).toList(),
                                paging));
    }

    @GetMapping("/{glass}")
    ModelAndView one(SignedIn me, @PathVariable UUID glass, Words t) {
        return Form.fresh(t).page("safeguards/review", page(me, glass, t));
    }

    @PostMapping("/{glass}")
    ModelAndView review(
            SignedIn me,
            @PathVariable UUID glass,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var verdict = form.field("verdict", t.of("safeguards.review.verdict")).oneOf(Verdict.class);
        var words = form.field("words", t.of("safeguards.review.words")).optional(1000);
        if (verdict.filter(Verdict.NOT_JUSTIFIED::equals).isPresent() && words.isBlank()) {
            form.refuse("words", t.of("safeguards.review.words.missing"));
        }
        freeText.ask(form, t, "words");
        if (!form.sound()) {
            return form.again("safeguards/review", page(me, glass, t));
        }
        breakGlass.review(me, glass, verdict.orElseThrow(), words);
        Said.done(t.of("safeguards.review.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private OnePage page(SignedIn me, UUID id, Words t) {
        var glass = glasses.find(id).orElseThrow(() -> Refusal.notFound("safeguards.glass.unknown"));
        return new OnePage(
                me,
                line(glass, t),
                List.of(
                        new Choice(Items.code(Verdict.JUSTIFIED), t.of("safeguards.verdict.justified")),
                        new Choice(Items.code(Verdict.NOT_JUSTIFIED), t.of("safeguards.verdict.not-justified"))),
                glass.member().equals(me.member()));
    }

    private Line line(Glass glass, Words t) {
        return new Line(
                glass,
                members.find(glass.member()).map(Member::name).orElse(t.of("safeguards.somebody")),
                organizations.name(glass.actingFor()).orElse(""),
                organizations.name(glass.organization()).orElse(""),
                switch (glass.reason()) {
                    case DANGER_TO_LIFE -> t.of("safeguards.reason.danger-to-life");
                    case CHILD_AT_RISK -> t.of("safeguards.reason.child-at-risk");
                    case MISSING_PERSON -> t.of("safeguards.reason.missing-person");
                    case URGENT_CARE -> t.of("safeguards.reason.urgent-care");
                });
    }
}
