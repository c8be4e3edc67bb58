package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.Proposals.OfRecord;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Fact;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One organisation of an edition at the desk: how it is reached, what it answered, and what is made of it. */
@Controller
@RequestMapping(RespondentPages.PATH + "/{respondent}")
class RespondentPages {

    static final String PATH = "/desk/editions/asked";

    private final Editions editions;
    private final EditionBoard board;
    private final AnswerBook answers;
    private final KnownRecords records;
    private final Proposals proposals;
    private final Verdicts verdicts;
    private final FieldWords words;

    RespondentPages(
            Editions editions,
            EditionBoard board,
            AnswerBook answers,
            KnownRecords records,
            Proposals proposals,
            Verdicts verdicts,
            FieldWords words) {
        this.editions = editions;
        this.board = board;
        this.answers = answers;
        this.records = records;
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.words = words;
    }

    /** A table's row, or a page's questions, with what was answered. */
    record Told(String title, List<Fact> facts, boolean added) {}

    /** What the page of one organisation shows. */
    record RespondentPage(
            Respondent respondent, List<OfRecord> records, List<Told> told, List<String> problems, boolean settles) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID respondent, SignedIn me, Words t) {
        var form = Form.fresh(t).with("email", board.respondent(respondent).email());
        return page(respondent, form, List.of(), me, t);
    }

    private ModelAndView page(UUID id, Form form, List<String> problems, SignedIn me, Words t) {
        var respondent = board.respondent(id);
        var questions = board.edition(respondent.edition()).questions();
        var found = respondent.isAnswered() ? proposals.of(respondent, questions, t) : List.<OfRecord>of();
        var known = records.of(respondent.organization(), t);
        var told = told(questions, answers.written(id).said(), known, t);
        boolean settles = respondent.isToBeLookedAt()
                && respondent.gaps() == 0
                && found.stream().allMatch(of -> of.waiting().isEmpty());
        return form.page("questionnaire/respondent", new RespondentPage(respondent, found, told, problems, settles))
                .addObject("me", me);
    }

    /** All that was answered, page by page and row by row. */
    private static List<Told> told(Blueprint questions, Entries said, KnownRecords.Known known, Words t) {
        var told = new ArrayList<Told>();
        for (var page : questions.pages()) {
            var facts = new ArrayList<Fact>();
            for (var question : page.asking()) {
                if (question.kind() == Kind.TABLE) {
                    for (var row : said.rows(question.name())) {
                        var caption = known.rows(question.rows()).stream()
                                .filter(each -> each.key().equals(row))
                                .map(each -> each.caption())
                                .findFirst();
                        var of = question.columns().stream()
                                .map(column -> new Fact(
                                        column.label().in(t),
                                        Proposals.inWords(
                                                column,
                                                said.text(new Spot(question.name(), row, column.name())),
                                                known.of(column),
                                                t)))
                                .filter(fact -> !fact.value().isEmpty())
                                .toList();
                        boolean added = caption.isEmpty() && question.rows().equals(Means.CAPACITIES);
                        told.add(new Told(question.label().in(t) + ": " + caption.orElse(row), of, added));
                    }
                } else {
                    var text = Proposals.inWords(question, said.text(question.name()), known.of(question), t);
                    if (!text.isEmpty()) {
                        facts.add(new Fact(question.label().in(t), text));
                    }
                }
            }
            if (!facts.isEmpty()) {
                told.add(new Told(page.title(t, questions), facts, false));
            }
        }
        return told;
    }

    /** "accept" or "refuse" what is ticked; the boxes are numbers in the order shown, which "seen" holds them to. */
    @PostMapping("/decision/{record}")
    ModelAndView decide(
            @PathVariable UUID respondent,
            @PathVariable UUID record,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var accept = "accept".equals(typed.getFirst("then"));
        var seen = typed.getFirst("seen");
        var one = board.respondent(respondent);
        var of = proposals.of(one, board.edition(one.edition()).questions(), t).stream()
                .filter(each -> each.record().equals(record))
                .findFirst();
        var ticked = typed.getOrDefault("take-" + record, List.of());
        var keys = new ArrayList<String>();
        var waiting = of.map(OfRecord::waiting).orElse(List.of());
        for (int i = 0; i < waiting.size(); i++) {
            if (ticked.contains(String.valueOf(i))) {
                keys.add(waiting.get(i).key());
            }
        }
        if (keys.isEmpty()) {
            return again(respondent, t.of("questionnaire.verdict.nothing"), HttpStatus.UNPROCESSABLE_CONTENT, me, t);
        }
        var result = verdicts.decide(me, respondent, record, keys, accept, seen == null ? "" : seen, t);
        if (result.outdated()) {
            return again(respondent, t.of("questionnaire.verdict.outdated"), HttpStatus.CONFLICT, me, t);
        }
        var refused = result.refused();
        if (refused != null) {
            var problem = refused.problems().getFirst();
            var column = problem.column();
            return again(
                    respondent,
                    t.of(
                            "questionnaire.verdict.problem",
                            words.label(t, problem.table(), column == null ? problem.table() : column),
                            problem.value() == null ? "–" : problem.value()),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    me,
                    t);
        }
        var said = Said.done(
                t.of(accept ? "questionnaire.verdict.accepted" : "questionnaire.verdict.refused", keys.size()));
        var set = result.set();
        var subject = result.subject();
        (set == null || subject == null
                        ? said
                        : said.undo("/desk/records/" + subject.kind().table() + "/" + subject.id() + "/history/" + set
                                + "/undo"))
                .on(redirect);
        return to(respondent, t);
    }

    private ModelAndView again(UUID respondent, String problem, HttpStatus status, SignedIn me, Words t) {
        var form = Form.fresh(t).with("email", board.respondent(respondent).email());
        var page = page(respondent, form, List.of(problem), me, t);
        page.setStatus(status);
        return page;
    }

    @PostMapping("/settling")
    ModelAndView settle(@PathVariable UUID respondent, Words t, RedirectAttributes redirect) {
        verdicts.settle(respondent, t);
        Said.done(t.of("questionnaire.asked.settled")).on(redirect);
        return to(respondent, t);
    }

    @PostMapping("/address")
    ModelAndView address(
            @PathVariable UUID respondent,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var email = form.field("email", t.of("questionnaire.asked.email")).email();
        if (form.sound()) {
            try {
                editions.address(respondent, email);
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.WRONG) {
                    throw refusal;
                }
                form.refuse("email", t.of("questionnaire.asked.no-address"));
            }
        }
        if (!form.sound()) {
            var page = page(respondent, form, List.of(), me, t);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Said.done(t.of("questionnaire.asked.addressed")).on(redirect);
        return to(respondent, t);
    }

    @PostMapping("/letter")
    ModelAndView letter(@PathVariable UUID respondent, Words t, RedirectAttributes redirect) {
        editions.sendAgain(respondent);
        Said.done(t.of("questionnaire.asked.sent")).on(redirect);
        return to(respondent, t);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable UUID respondent, Words t, RedirectAttributes redirect) {
        editions.withdraw(respondent);
        Said.done(t.of("questionnaire.asked.withdrawn")).on(redirect);
        return to(respondent, t);
    }

    @PostMapping("/removal")
    ModelAndView leaveOut(@PathVariable UUID respondent, Words t, RedirectAttributes redirect) {
        var edition = board.respondent(respondent).edition();
        editions.leaveOut(respondent);
        Said.done(t.of("questionnaire.asked.left-out")).on(redirect);
        return new ModelAndView("redirect:" + t.link(EditionPages.PATH + "/" + edition));
    }

    private static ModelAndView to(UUID respondent, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + respondent));
    }
}
