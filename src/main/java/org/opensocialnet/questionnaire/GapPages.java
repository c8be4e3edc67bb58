package org.opensocialnet.questionnaire;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.forms.Option;
import org.opensocialnet.questionnaire.Gaps.Coded;
import org.opensocialnet.questionnaire.Gaps.Gap;
import org.opensocialnet.questionnaire.Vocabularies.Suggestion;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person makes of what organisations say is missing a kind of service, a group and a number, with suggestions. */
@Controller
class GapPages {

    private static final String GAP = EditionPages.PATH + "/gaps/{gap}";
    private static final int SIZE = 25;

    private final Gaps gaps;
    private final EditionBoard board;
    private final Vocabularies vocabularies;

    GapPages(Gaps gaps, EditionBoard board, Vocabularies vocabularies) {
        this.gaps = gaps;
        this.board = board;
        this.vocabularies = vocabularies;
    }

    /** One page of the gaps of an edition. */
    record ListPage(Edition edition, List<Item> gaps, Paging paging) {}

    /** One gap, with what was made of it in words. */
    record Item(Gap gap, String made) {}

    /** One gap with all it can be coded as, the likeliest apart. */
    record GapPage(
            Gap gap,
            String edition,
            List<Choice> kinds,
            List<Choice> groups,
            List<Choice> communities,
            List<Choice> likelyKinds,
            List<Choice> likelyGroups,
            String made) {}

    @GetMapping(EditionPages.PATH + "/{edition}/gaps")
    ModelAndView list(@PathVariable UUID edition, @RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        int number = Math.clamp(page, 1, 10_000);
        var found = gaps.of(edition, number, SIZE + 1);
        var here = EditionPages.PATH + "/" + edition + "/gaps";
        var paging = new Paging(
                number > 1 ? t.link(here) : null, found.size() > SIZE ? t.link(here + "?page=" + (number + 1)) : null);
        var kinds = vocabularies.options(Vocabularies.KINDS);
        var groups = vocabularies.options(Vocabularies.GROUPS);
        var items = found.stream()
                .limit(SIZE)
                .map(gap -> new Item(gap, made(gap, kinds, groups, t)))
                .toList();
        return Form.fresh(t)
                .page("questionnaire/gaps", new ListPage(board.edition(edition), items, paging))
                .addObject("me", me);
    }

    private static String made(Gap gap, List<Option> kinds, List<Option> groups, Words t) {
        var people = gap.people();
        return switch (gap.state()) {
            case OPEN -> "";
            case NOTHING -> t.of("questionnaire.gap.nothing");
            case CODED ->
                t.of(
                        "questionnaire.gap.coded",
                        label(kinds, gap.serviceType(), t),
                        gap.targetGroup().isEmpty()
                                ? t.of("questionnaire.gap.everybody")
                                : label(groups, gap.targetGroup(), t),
                        people == null ? 0 : people);
        };
    }

    private static String label(List<Option> options, String code, Words t) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(option -> option.label().in(t))
                .findFirst()
                .orElse(code);
    }

    @GetMapping(GAP)
    ModelAndView show(@PathVariable UUID gap, SignedIn me, Words t) {
        var page = page(gap, t);
        var one = page.gap();
        return Form.fresh(t)
                .with("kind", one.serviceType())
                .with("group", one.targetGroup())
                .with("zone", one.zone())
                .with("people", one.people())
                .page("questionnaire/gap", page)
                .addObject("me", me);
    }

    private GapPage page(UUID id, Words t) {
        var gap = gaps.one(id);
        var kinds = vocabularies.options(Vocabularies.KINDS);
        var groups = vocabularies.options(Vocabularies.GROUPS);
        return new GapPage(
                gap,
                board.edition(gap.edition()).name(),
                choices(kinds, t),
                choices(groups, t),
                choices(vocabularies.options(Vocabularies.COMMUNITIES), t),
                likely(vocabularies.suggestions(Vocabularies.KINDS, gap.words()), t),
                likely(vocabularies.suggestions(Vocabularies.GROUPS, gap.words()), t),
                made(gap, kinds, groups, t));
    }

    private static List<Choice> choices(List<Option> options, Words t) {
        return options.stream()
                .map(option -> new Choice(option.code(), option.label().in(t)))
                .toList();
    }

    private static List<Choice> likely(List<Suggestion> suggestions, Words t) {
        return suggestions.stream()
                .map(each ->
                        new Choice(each.code(), each.label().in(t), t.of("questionnaire.gap.because", each.word())))
                .toList();
    }

    /** "code", "nothing" or "again". */
    @PostMapping(GAP)
    ModelAndView decide(
            @PathVariable UUID gap,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var then = typed.getFirst("then");
        var edition = gaps.one(gap).edition();
        if ("again".equals(then)) {
            gaps.reopen(gap);
            return new ModelAndView("redirect:" + t.link(EditionPages.PATH + "/gaps/" + gap));
        }
        if ("nothing".equals(then)) {
            gaps.dismiss(gap);
            Said.done(t.of("questionnaire.gap.dismissed")).on(redirect);
            return next(edition, t);
        }
        var form = Form.sent(typed, t);
        var page = page(gap, t);
        var kind = chosen(form, "kind", t.of("questionnaire.gap.kind"), page.kinds(), true);
        var group = chosen(form, "group", t.of("questionnaire.gap.group"), page.groups(), false);
        var zone = chosen(form, "zone", t.of("questionnaire.gap.zone"), page.communities(), false);
        var people = form.field("people", t.of("questionnaire.gap.people")).number(1, 1_000_000);
        if (people == null && form.fault("people") == null) {
            form.refuse("people", t.of("workspace.fault.missing", t.of("questionnaire.gap.people")));
        }
        if (!form.sound() || people == null) {
            return form.again("questionnaire/gap", page).addObject("me", me);
        }
        gaps.code(gap, new Coded(kind, group, zone, people));
        Said.done(t.of("questionnaire.gap.done")).on(redirect);
        return next(edition, t);
    }

    /** A suggestion that was taken stands for the list below it. */
    private static String chosen(Form form, String name, String label, List<Choice> offered, boolean must) {
        var likely = form.typed("likely-" + name);
        if (!likely.isEmpty() && form.typed(name).isEmpty()) {
            form.with(name, likely);
        }
        if (form.typed(name).isEmpty() && !must) {
            return "";
        }
        return form.field(name, label).oneOf(offered.stream().map(Choice::value).toList());
    }

    private ModelAndView next(UUID edition, Words t) {
        var next = gaps.next(edition);
        return new ModelAndView("redirect:"
                + t.link(
                        next == null
                                ? EditionPages.PATH + "/" + edition + "/gaps"
                                : EditionPages.PATH + "/gaps/" + next));
    }
}
