package org.opensocialnet.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.forms.Bilingual;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.QuestionForm;
import org.opensocialnet.forms.Soundness;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.Questionnaires.Questionnaire;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
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

/** Building a questionnaire block by block: a new question, one changed, one moved, one taken out. */
@Controller
@RequestMapping(QuestionnairePages.PATH + "/{questionnaire}/questions")
class QuestionPages {

    private final Questionnaires questionnaires;

    QuestionPages(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** One block being built; without a question it is new, without a kind its kind is asked first. */
    record QuestionPage(
            UUID questionnaire,
            String form,
            int version,
            @Nullable Kind kind,
            String kindWords,
            @Nullable String name,
            List<Choice> kinds,
            List<Choice> lists,
            List<Choice> rows,
            List<Choice> means,
            List<Choice> conditions) {}

    /** First which kind of block, then the block itself. */
    @GetMapping
    ModelAndView blank(
            @PathVariable UUID questionnaire, @RequestParam(defaultValue = "") String kind, SignedIn me, Words t) {
        var one = questionnaires.one(questionnaire);
        var chosen = kind(kind);
        var form = chosen == null
                ? Form.fresh(t)
                : new QuestionForm(t).with(Question.of(one.questions().freeName(chosen), chosen, Bilingual.NOTHING));
        return form.page("questionnaire/question", page(one, chosen, null, t)).addObject("me", me);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID questionnaire,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var one = questionnaires.one(questionnaire);
        var form = Form.sent(typed, t);
        var kind = kind(form.typed("kind"));
        if (kind == null) {
            form.refuse("kind", t.of("workspace.fault.choose", t.of("questionnaire.question.kind")));
            return form.again("questionnaire/question", page(one, null, null, t))
                    .addObject("me", me);
        }
        var question = new QuestionForm(t)
                .read(form, kind, null, Means.codes(), one.questions().deciding(""));
        if (one.questions().question(question.name()).isPresent()) {
            form.refuse("name", t.of("forms.fault.twice", question.name()));
        }
        look(form, one, question, t);
        if (!form.sound()) {
            return form.again("questionnaire/question", page(one, kind, null, t))
                    .addObject("me", me);
        }
        questionnaires.change(questionnaire, version(form), one.questions().with(question, form.typed("after")));
        Said.done(t.of("questionnaire.question.added")).on(redirect);
        return QuestionnairePages.to(questionnaire, t);
    }

    @GetMapping("/{question}")
    ModelAndView show(@PathVariable UUID questionnaire, @PathVariable String question, SignedIn me, Words t) {
        var one = questionnaires.one(questionnaire);
        var there = question(one, question);
        return new QuestionForm(t)
                .with(there)
                .page("questionnaire/question", page(one, there.kind(), there.name(), t))
                .addObject("me", me);
    }

    @PostMapping("/{question}")
    ModelAndView change(
            @PathVariable UUID questionnaire,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var one = questionnaires.one(questionnaire);
        var there = question(one, question);
        var form = Form.sent(typed, t);
        var now = new QuestionForm(t)
                .read(form, there.kind(), there, Means.codes(), one.questions().deciding(there.name()));
        look(form, one, now, t);
        if (!form.sound()) {
            return form.again("questionnaire/question", page(one, there.kind(), there.name(), t))
                    .addObject("me", me);
        }
        questionnaires.change(questionnaire, version(form), one.questions().changed(there.name(), now));
        Said.done(t.of("questionnaire.kept")).on(redirect);
        return QuestionnairePages.to(questionnaire, t);
    }

    /** Moves a question up or down, or takes it out. */
    @PostMapping("/{question}/order")
    ModelAndView order(
            @PathVariable UUID questionnaire,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var one = questionnaires.one(questionnaire);
        var name = question(one, question).name();
        var then = typed.getFirst("then");
        var version = version(Form.sent(typed, t));
        if ("out".equals(then)) {
            questionnaires.change(questionnaire, version, one.questions().without(name));
            Said.done(t.of("questionnaire.question.removed")).on(redirect);
        } else {
            questionnaires.change(questionnaire, version, one.questions().moved(name, "up".equals(then)));
        }
        return QuestionnairePages.to(questionnaire, t);
    }

    /** What is wrong with the block itself; what is wrong elsewhere is told on the questionnaire's page. */
    private static void look(Form form, Questionnaire one, Question question, Words t) {
        var alone = new Blueprint(new Bilingual("-", "-"), List.of(question.onlyAfter(null)));
        Soundness.faults(alone).stream()
                .filter(fault -> !fault.key().equals("forms.fault.nothing-asked"))
                .findFirst()
                .ifPresent(fault -> form.refuse(
                        switch (question.kind()) {
                            case TABLE -> "columns";
                            case ONE, MANY -> "options";
                            default -> "label-el";
                        },
                        t.of(fault.key(), fault.question())));
        boolean fits = question.kind() != Kind.TABLE
                || question.columns().stream()
                        .allMatch(column -> Means.of(column)
                                .map(means -> means.fits(question.rows()))
                                .orElse(true));
        if (!fits) {
            form.refuse("columns", t.of("questionnaire.question.means-rows"));
        }
        boolean alike = Means.of(question)
                .filter(means -> !means.ofTheOrganization() && means != Means.GAP_WORDS)
                .isPresent();
        if (alike) {
            form.refuse("means", t.of("questionnaire.question.means-table"));
        }
    }

    private static int version(Form form) {
        return form.typed("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.typed("version")) : 0;
    }

    private static Question question(Questionnaire one, String name) {
        return one.questions().question(name).orElseThrow(() -> Refusal.notFound("questionnaire.question.unknown"));
    }

    private static @Nullable Kind kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> Items.code(kind).equals(code))
                .findFirst()
                .orElse(null);
    }

    private static QuestionPage page(Questionnaire one, @Nullable Kind kind, @Nullable String name, Words t) {
        return new QuestionPage(
                one.id(),
                one.questions().title().in(t),
                one.version(),
                kind,
                kind == null ? "" : EditionWords.say(kind, t),
                name,
                Arrays.stream(Kind.values())
                        .map(each -> new Choice(Items.code(each), EditionWords.say(each, t)))
                        .toList(),
                List.of(
                        new Choice("", t.of("questionnaire.list.own")),
                        new Choice("kinds", t.of("questionnaire.list.kinds")),
                        new Choice("groups", t.of("questionnaire.list.groups")),
                        new Choice("communities", t.of("questionnaire.list.communities"))),
                List.of(
                        new Choice("", t.of("questionnaire.rows.free")),
                        new Choice(Means.SERVICES, t.of("questionnaire.rows.services")),
                        new Choice(Means.CAPACITIES, t.of("questionnaire.rows.capacities"))),
                Arrays.stream(Means.values())
                        .map(means -> new Choice(means.code(), EditionWords.say(means, t)))
                        .toList(),
                new QuestionForm(t).conditions(one.questions().deciding(name == null ? "" : name)));
    }
}
