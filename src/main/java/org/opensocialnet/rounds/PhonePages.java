package org.opensocialnet.rounds;

import java.time.LocalDate;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.rounds.AnswerPages.Place;
import org.opensocialnet.rounds.Answers.Told;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the desk writes down what an organisation says on the phone: the organisation's own pages, and who said it. */
@Controller
class PhonePages {

    private static final String PHONE = "/desk/rounds/asked/{asked}/phone";
    private static final String RECORD = PHONE + "/record/{record}";

    private final Board board;
    private final Answers answers;
    private final AnswerPages pages;
    private final FreeText freeText;

    PhonePages(Board board, Answers answers, AnswerPages pages, FreeText freeText) {
        this.board = board;
        this.answers = answers;
        this.pages = pages;
        this.freeText = freeText;
    }

    @GetMapping(PHONE)
    ModelAndView overview(@PathVariable UUID asked, @RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var place = place(asked);
        return pages.overview(place, page, pages.fresh(place, t), t).addObject("me", me);
    }

    /** All is right, and who says so: the end too. */
    @PostMapping(PHONE + "/all")
    ModelAndView allSame(@PathVariable UUID asked, SignedIn me, Words t, RedirectAttributes redirect) {
        answers.allSame(Voice.byPhone(board.asked(asked), me, t), asked);
        Said.done(t.of("rounds.phone.all-same")).on(redirect);
        return to(place(asked).base() + "#end", t);
    }

    @PostMapping(PHONE + "/end")
    ModelAndView finish(
            @PathVariable UUID asked,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var place = place(asked);
        var form = Form.sent(typed, t);
        var note = form.field("note", t.of("rounds.phone.note")).optional(2000);
        freeText.ask(form, t, "note");
        var by = form.field("by", t.of("rounds.phone.by")).required(120);
        var role = form.field("role", t.of("rounds.phone.role")).required(120);
        var on = form.field("on", t.of("rounds.phone.on")).date();
        if (on == null && form.fault("on") == null) {
            form.refuse("on", t.of("workspace.fault.missing", t.of("rounds.phone.on")));
        }
        if (on != null
                && (on.isAfter(board.today()) || on.isBefore(board.today().minusYears(1)))) {
            form.refuse("on", t.of("rounds.phone.on-past"));
        }
        if (form.sound() && place.asked().told() == 0 && note.isBlank()) {
            form.refuse("note", t.of("rounds.answer.empty"));
        }
        if (!form.sound() || on == null) {
            return pages.overview(place, 1, form, t).addObject("me", me);
        }
        answers.finish(asked, new Told(by, role, LocalDate.from(on)), note);
        Said.done(t.of("rounds.phone.done")).on(redirect);
        return to("/desk/rounds/asked/" + asked, t);
    }

    @GetMapping(RECORD)
    ModelAndView record(@PathVariable UUID asked, @PathVariable UUID record, SignedIn me, Words t) {
        return pages.record(place(asked), record, t).addObject("me", me);
    }

    @PostMapping(RECORD + "/same")
    ModelAndView same(@PathVariable UUID asked, @PathVariable UUID record, SignedIn me, Words t) {
        var place = place(asked);
        answers.same(Voice.byPhone(place.asked(), me, t), asked, record);
        return to(place.base() + "#r-" + record, t);
    }

    @PostMapping(RECORD + "/again")
    ModelAndView again(@PathVariable UUID asked, @PathVariable UUID record, Words t) {
        var place = place(asked);
        answers.forget(asked, record);
        return to(place.base() + "/record/" + record, t);
    }

    @GetMapping(RECORD + "/edit/{section}")
    ModelAndView section(
            @PathVariable UUID asked, @PathVariable UUID record, @PathVariable String section, SignedIn me, Words t) {
        return pages.section(place(asked), record, section, t).addObject("me", me);
    }

    @PostMapping(RECORD + "/edit/{section}")
    ModelAndView correct(
            @PathVariable UUID asked,
            @PathVariable UUID record,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var place = place(asked);
        return pages.correct(place, record, section, typed, t)
                .map(page -> page.addObject("me", me))
                .orElseGet(() -> to(place.base() + "/record/" + record, t));
    }

    private Place place(UUID id) {
        var asked = board.asked(id);
        if (!asked.takesAnswers()) {
            throw Refusal.conflict(asked.isAnswered() ? "rounds.asked.answered" : "rounds.round.not-open");
        }
        return new Place("/desk/rounds/asked/" + id + "/phone", asked, true);
    }

    private static ModelAndView to(String path, Words t) {
        return new ModelAndView("redirect:" + t.link(path));
    }
}
