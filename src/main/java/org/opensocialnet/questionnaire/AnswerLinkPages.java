package org.opensocialnet.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.AnswerLinks.Shut;
import org.opensocialnet.questionnaire.SheetPages.Place;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an organisation answers without an account. The link is all the proof there is, so it opens nothing but this
 * organisation's answer in this edition. Looking changes nothing: mail programs open links before people do.
 */
@Controller
class AnswerLinkPages {

    private static final String LINK = AnswerLinks.PATH + "{invitation}";
    private static final String PAGE = LINK + "/page/{number}";

    /** Whoever tries links that are none waits; whoever has one does not. */
    private static final Limit STRANGERS = new Limit("questionnaire-link", 300, Duration.ofSeconds(5));

    private final AnswerLinks links;
    private final EditionBoard board;
    private final AnswerBook answers;
    private final SheetPages pages;
    private final Attempts attempts;

    AnswerLinkPages(AnswerLinks links, EditionBoard board, AnswerBook answers, SheetPages pages, Attempts attempts) {
        this.links = links;
        this.board = board;
        this.answers = answers;
        this.pages = pages;
        this.attempts = attempts;
    }

    /** Why a link opens nothing, and what to do. */
    record ShutPage(Shut shut, String organization) {}

    /** What is done with an open link. */
    private interface Work {

        ModelAndView with(Place place);
    }

    @GetMapping(LINK)
    ModelAndView look(@PathVariable String invitation, HttpServletRequest request, Words t) {
        return at(invitation, request, place -> {
            if (request.getMethod().equals("GET")) {
                answers.looked(place.respondent().id());
            }
            return pages.overview(place, Form.fresh(t), t);
        });
    }

    @GetMapping(PAGE)
    ModelAndView page(
            @PathVariable String invitation, @PathVariable String number, HttpServletRequest request, Words t) {
        return at(invitation, request, place -> pages.sheet(place, number, t));
    }

    @PostMapping(PAGE)
    ModelAndView save(
            @PathVariable String invitation,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        return at(
                invitation,
                request,
                place -> pages.save(place, number, typed, t).orElseGet(() -> to(pages.after(place, number, typed), t)));
    }

    @PostMapping(LINK + "/end")
    ModelAndView finish(@PathVariable String invitation, HttpServletRequest request, Words t) {
        return at(invitation, request, place -> {
            var form = Form.fresh(t);
            if (!pages.begun(place)) {
                form.refuse("end", t.of("questionnaire.answer.empty"));
            } else if (!pages.missing(place).isEmpty()) {
                form.refuse("end", t.of("questionnaire.answer.missing"));
            }
            if (!form.sound()) {
                return pages.overview(place, form, t);
            }
            pages.finish(place);
            return to(place.base(), t);
        });
    }

    /** Opens the link, with the eyes of its organisation; else says why it opens nothing. */
    private ModelAndView at(String token, HttpServletRequest request, Work work) {
        var found = links.find(token);
        if (found.isEmpty()) {
            if (!attempts.allow(STRANGERS, Origin.coarse(request))) {
                throw Refusal.busy("questionnaire.link.busy");
            }
            return shut(Shut.UNKNOWN, "", HttpStatus.NOT_FOUND);
        }
        var link = found.get();
        return Sight.link(link.organization(), "questionnaire", Origin.coarse(request))
                .call(() -> {
                    var respondent = board.respondent(link.respondent());
                    var shut = links.shut(link, respondent);
                    if (shut != null) {
                        var status =
                                shut == Shut.ANSWERED && request.getMethod().equals("GET")
                                        ? HttpStatus.OK
                                        : shut == Shut.ANSWERED ? HttpStatus.CONFLICT : HttpStatus.GONE;
                        return shut(shut, respondent.name(), status);
                    }
                    return work.with(new Place(AnswerLinks.PATH + token, respondent, false));
                });
    }

    private static ModelAndView shut(Shut shut, String organization, HttpStatus status) {
        return new ModelAndView("questionnaire/shut", Map.of("page", new ShutPage(shut, organization)), status);
    }

    private static ModelAndView to(String path, Words t) {
        return new ModelAndView("redirect:" + t.link(path));
    }
}
