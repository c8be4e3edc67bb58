package org.opensocialnet.questionnaire;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.AnswerBook.Told;
import org.opensocialnet.questionnaire.SheetPages.Place;
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

/**
 * Answers that begin at the desk: written down by whoever is on the phone, on the organisation's own pages and with who said it;
 * or by a member of the organisation, who need not look for the letter.
 */
@Controller
class AnswerDeskPages {

    static final String OWN = "/desk/editions/own/";

    private static final String PHONE = "/desk/editions/asked/{respondent}/phone";

    private final Editions editions;
    private final EditionBoard board;
    private final SheetPages pages;

    AnswerDeskPages(Editions editions, EditionBoard board, SheetPages pages) {
        this.editions = editions;
        this.board = board;
        this.pages = pages;
    }

    /** What a member of the organisation is shown before the link is followed. */
    record OwnPage(SignedIn me, Respondent respondent) {}

    @GetMapping(PHONE)
    ModelAndView overview(@PathVariable UUID respondent, SignedIn me, Words t) {
        return pages.overview(place(respondent), Form.fresh(t).withDate("on", board.today()), t)
                .addObject("me", me);
    }

    @GetMapping(PHONE + "/page/{number}")
    ModelAndView page(@PathVariable UUID respondent, @PathVariable String number, SignedIn me, Words t) {
        return pages.sheet(place(respondent), number, t).addObject("me", me);
    }

    @PostMapping(PHONE + "/page/{number}")
    ModelAndView save(
            @PathVariable UUID respondent,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var place = place(respondent);
        return pages.save(place, number, typed, t)
                .map(page -> page.addObject("me", me))
                .orElseGet(() -> to(pages.after(place, number, typed), t));
    }

    @PostMapping(PHONE + "/end")
    ModelAndView finish(
            @PathVariable UUID respondent,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var place = place(respondent);
        var form = Form.sent(typed, t);
        var by = form.field("by", t.of("questionnaire.phone.by")).required(120);
        var role = form.field("role", t.of("questionnaire.phone.role")).required(120);
        var on = form.field("on", t.of("questionnaire.phone.on")).date();
        if (on == null && form.fault("on") == null) {
            form.refuse("on", t.of("workspace.fault.missing", t.of("questionnaire.phone.on")));
        }
        if (on != null
                && (on.isAfter(board.today()) || on.isBefore(board.today().minusYears(1)))) {
            form.refuse("on", t.of("questionnaire.phone.on-past"));
        }
        if (!pages.begun(place)) {
            form.refuse("end", t.of("questionnaire.answer.empty"));
        } else if (!pages.missing(place).isEmpty()) {
            form.refuse("end", t.of("questionnaire.answer.missing"));
        }
        if (!form.sound() || on == null) {
            return pages.overview(place, form, t).addObject("me", me);
        }
        pages.finish(place, new Told(by, role, LocalDate.from(on)));
        Said.done(t.of("questionnaire.phone.done")).on(redirect);
        return to(RespondentPages.PATH + "/" + respondent, t);
    }

    private Place place(UUID id) {
        var respondent = board.respondent(id);
        if (!respondent.takesAnswers()) {
            throw Refusal.conflict(
                    respondent.isAnswered() ? "questionnaire.asked.answered" : "questionnaire.edition.not-open");
        }
        return new Place(RespondentPages.PATH + "/" + id + "/phone", respondent, true);
    }

    private static ModelAndView to(String path, Words t) {
        return new ModelAndView("redirect:" + t.link(path));
    }

    @GetMapping(OWN + "{respondent}")
    ModelAndView own(@PathVariable UUID respondent, SignedIn me) {
        return new ModelAndView("questionnaire/own", Map.of("page", new OwnPage(me, board.respondent(respondent))));
    }

    /** Makes a link like that of the letter and follows it. */
    @PostMapping(OWN + "{respondent}")
    ModelAndView begin(@PathVariable UUID respondent, Words t) {
        return to(editions.wayIn(respondent), t);
    }
}
