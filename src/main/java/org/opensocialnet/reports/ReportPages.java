package org.opensocialnet.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.reports.Report.State;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
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

/** Readers' reports at the desk: of the own records, or of all for the coordination team. */
@Controller
class ReportPages {

    static final String PATH = "/desk/reports";

    private static final String ONE = PATH + "/{report}";
    private static final int SIZE = 25;
    private static final int ANSWER = 1_500;

    private final ReportBook book;
    private final Proofs proofs;
    private final ReportWords words;
    private final FreeText freeText;

    ReportPages(ReportBook book, Proofs proofs, ReportWords words, FreeText freeText) {
        this.freeText = freeText;
        this.book = book;
        this.proofs = proofs;
        this.words = words;
    }

    record Line(Report report, String name) {}

    record ListPage(List<Line> lines, List<Choice> states, boolean filtered, Paging paging) {}

    /**
     * One report.
     *
     * @param mayVerify this member may find out whether the reader is the provider
     * @param email the directory knows where to ask
     */
    record OnePage(Report report, String name, boolean mayVerify, boolean email) {}

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var wanted = state(state);
        var number = Math.clamp(page, 1, 10_000);
        var found = book.page(wanted, number, SIZE + 1);
        var here = PATH + "?state=" + (wanted == null ? "" : Items.code(wanted));
        var list = new ListPage(
                found.stream()
                        .limit(SIZE)
                        .map(report -> new Line(report, words.name(report, t)))
                        .toList(),
                ReportWords.states(t),
                wanted != null,
                new Paging(
                        number > 1 ? t.link(here) : null,
                        found.size() > SIZE ? t.link(here + "&page=" + (number + 1)) : null));
        return Form.fresh(t)
                .with("state", wanted == null ? "" : Items.code(wanted))
                .page("reports/list", list)
                .addObject("me", me);
    }

    private static @Nullable State state(String code) {
        return Arrays.stream(State.values())
                .filter(state -> Items.code(state).equals(code))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID report, SignedIn me, Words t) {
        return page(report, Form.fresh(t), me, t);
    }

    private ModelAndView page(UUID id, Form form, SignedIn me, Words t) {
        var report = book.report(id);
        boolean verifies = me.may(Permission.DIRECTORY_KEEP) && report.saysProvider();
        var page = new OnePage(
                report,
                words.name(report, t),
                verifies,
                verifies && proofs.email(report).isPresent());
        return form.page("reports/report", page).addObject("me", me);
    }

    @PostMapping(ONE + "/looking")
    ModelAndView look(@PathVariable UUID report, Words t, RedirectAttributes redirect) {
        book.look(report);
        Said.done(t.of("reports.report.taken-up")).on(redirect);
        return to(report, t);
    }

    @PostMapping(ONE + "/answer")
    ModelAndView answer(
            @PathVariable UUID report,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var text = form.field("answer", t.of("reports.answer.text")).required(ANSWER);
        freeText.ask(form, t, "answer");
        if (!form.sound()) {
            var page = page(report, form, me, t);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        book.answer(report, words.name(book.report(report), t), text);
        Said.done(t.of("reports.answer.sent")).on(redirect);
        return to(report, t);
    }

    @PostMapping(ONE + "/closing")
    ModelAndView close(@PathVariable UUID report, Words t, RedirectAttributes redirect) {
        book.close(report);
        Said.done(t.of("reports.report.closed"))
                .undo(PATH + "/" + report + "/looking")
                .on(redirect);
        return to(report, t);
    }

    /** "ask" sends a link to the record's own e-mail; "by-hand" and "no" are what somebody found out otherwise. */
    @PostMapping(ONE + "/provider")
    ModelAndView provider(
            @PathVariable UUID report,
            @RequestParam(defaultValue = "") String then,
            Words t,
            RedirectAttributes redirect) {
        if (!book.report(report).saysProvider()) {
            throw Refusal.conflict("reports.provider.not-said");
        }
        switch (then) {
            case "by-hand", "no" -> book.provider(report, then);
            case "ask" -> proofs.ask(report, words.name(book.report(report), t));
            default -> throw Refusal.conflict("reports.provider.choose");
        }
        Said.done(t.of("reports.provider.noted")).on(redirect);
        return to(report, t);
    }

    private static ModelAndView to(UUID report, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + report), Map.of());
    }
}
