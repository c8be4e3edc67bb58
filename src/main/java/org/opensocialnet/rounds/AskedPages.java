package org.opensocialnet.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.rounds.Decisions.Answered;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One organisation of a round at the desk: how it is reached, what it said, and what is made of it. */
@Controller
class AskedPages {

    private static final String ASKED = "/desk/rounds/asked/{asked}";
    private static final int SIZE = 20;

    private final Rounds rounds;
    private final Board board;
    private final Answers answers;
    private final Decisions decisions;
    private final Parts parts;
    private final FieldWords words;

    AskedPages(Rounds rounds, Board board, Answers answers, Decisions decisions, Parts parts, FieldWords words) {
        this.rounds = rounds;
        this.board = board;
        this.answers = answers;
        this.decisions = decisions;
        this.parts = parts;
        this.words = words;
    }

    /** One record with what is said of it. */
    record Shown(Answered answered, String kind, String path) {

        List<Difference> waiting() {
            return answered.waiting().stream().map(Proposal::difference).toList();
        }
    }

    record AskedPage(Asked asked, List<Shown> records, Paging paging, List<String> problems) {}

    @GetMapping(ASKED)
    ModelAndView asked(@PathVariable UUID asked, @RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        return page(asked, page, Form.fresh(t).with("email", board.asked(asked).email()), List.of(), me, t);
    }

    private ModelAndView page(UUID id, int page, Form form, List<String> problems, SignedIn me, Words t) {
        var asked = board.asked(id);
        var number = Math.clamp(page, 1, 1000);
        var items = answers.items(id, number, SIZE + 1);
        var shown = new ArrayList<Shown>();
        for (var item : items.subList(0, Math.min(SIZE, items.size()))) {
            var subject = item.subject();
            shown.add(new Shown(
                    decisions.answered(asked, item, parts, t),
                    Parts.kind(subject.kind(), t),
                    "/desk/records/" + subject.kind().table() + "/" + subject.id()));
        }
        var here = "/desk/rounds/asked/" + id;
        var paging = new Paging(
                number > 1 ? t.link(here) : null, items.size() > SIZE ? t.link(here + "?page=" + (number + 1)) : null);
        return form.page("rounds/asked", new AskedPage(asked, shown, paging, problems))
                .addObject("me", me);
    }

    /** "accept" or "refuse" what is ticked; the boxes are numbers in the order shown, which "seen" holds them to. */
    @PostMapping(ASKED + "/decision/{record}")
    ModelAndView decide(
            @PathVariable UUID asked,
            @PathVariable UUID record,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var accept = "accept".equals(typed.getFirst("then"));
        var seen = typed.getFirst("seen");
        var one = decisions.answered(board.asked(asked), answers.item(asked, record), parts, t);
        var ticked = typed.getOrDefault("take-" + record, List.of());
        var keys = new ArrayList<String>();
        for (int i = 0; i < one.waiting().size(); i++) {
            if (ticked.contains(String.valueOf(i))) {
                keys.add(one.waiting().get(i).key());
            }
        }
        if (keys.isEmpty()) {
            return again(asked, List.of(t.of("rounds.decision.nothing")), HttpStatus.UNPROCESSABLE_CONTENT, me, t);
        }
        var result = decisions.decide(me, asked, record, keys, accept, seen == null ? "" : seen, parts, t);
        if (result.outdated()) {
            return again(asked, List.of(t.of("rounds.decision.outdated")), HttpStatus.CONFLICT, me, t);
        }
        var refused = result.refused();
        if (refused != null) {
            var problems = refused.problems().stream()
                    .map(problem -> problem(problem, t))
                    .toList();
            return again(asked, problems, HttpStatus.UNPROCESSABLE_CONTENT, me, t);
        }
        var said = Said.done(t.of(accept ? "rounds.decision.accepted" : "rounds.decision.refused", keys.size()));
        var set = result.set();
        var subject = one.item().subject();
        (set == null || !accept
                        ? said
                        : said.undo("/desk/records/" + subject.kind().table() + "/" + subject.id() + "/history/" + set
                                + "/undo"))
                .on(redirect);
        return to(asked, t);
    }

    private String problem(IntakeProblem problem, Words t) {
        var column = problem.column();
        return t.of(
                "rounds.decision.problem",
                words.label(t, problem.table(), column == null ? problem.table() : column),
                problem.value() == null ? "–" : problem.value());
    }

    private ModelAndView again(UUID asked, List<String> problems, HttpStatus status, SignedIn me, Words t) {
        var page = page(asked, 1, Form.fresh(t).with("email", board.asked(asked).email()), problems, me, t);
        page.setStatus(status);
        return page;
    }

    @PostMapping(ASKED + "/settling")
    ModelAndView settle(@PathVariable UUID asked, Words t, RedirectAttributes redirect) {
        decisions.settle(asked);
        Said.done(t.of("rounds.asked.settled")).on(redirect);
        return to(asked, t);
    }

    @PostMapping(ASKED + "/address")
    ModelAndView address(
            @PathVariable UUID asked,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var email = form.field("email", t.of("rounds.asked.email")).email();
        if (form.sound()) {
            try {
                rounds.address(asked, email);
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.WRONG) {
                    throw refusal;
                }
                form.refuse("email", t.of("rounds.asked.no-address"));
            }
        }
        if (!form.sound()) {
            var page = page(asked, 1, form, List.of(), me, t);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Said.done(t.of("rounds.asked.addressed")).on(redirect);
        return to(asked, t);
    }

    @PostMapping(ASKED + "/letter")
    ModelAndView letter(@PathVariable UUID asked, Words t, RedirectAttributes redirect) {
        rounds.sendAgain(asked);
        Said.done(t.of("rounds.asked.sent")).on(redirect);
        return to(asked, t);
    }

    @PostMapping(ASKED + "/withdrawal")
    ModelAndView withdraw(@PathVariable UUID asked, Words t, RedirectAttributes redirect) {
        rounds.withdraw(asked);
        Said.done(t.of("rounds.asked.withdrawn")).on(redirect);
        return to(asked, t);
    }

    @PostMapping(ASKED + "/removal")
    ModelAndView leaveOut(@PathVariable UUID asked, Words t, RedirectAttributes redirect) {
        var round = board.asked(asked).round();
        rounds.leaveOut(asked);
        Said.done(t.of("rounds.asked.left-out")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/rounds/" + round), Map.of());
    }

    private static ModelAndView to(UUID asked, Words t) {
        return new ModelAndView("redirect:" + t.link("/desk/rounds/asked/" + asked));
    }
}
