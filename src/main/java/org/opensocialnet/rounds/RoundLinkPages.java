package org.opensocialnet.rounds;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.rounds.AnswerPages.Place;
import org.opensocialnet.rounds.RoundLinks.Shut;
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
 * organisation's records in this round. Looking changes nothing: mail programs open links before people do.
 */
@Controller
class RoundLinkPages {

    private static final String LINK = RoundLinks.PATH + "{token}";
    private static final String RECORD = LINK + "/record/{record}";

    /** Whoever tries links that are none waits; whoever has one does not. */
    private static final Limit STRANGERS = new Limit("round-link", 300, Duration.ofSeconds(5));

    private final RoundLinks links;
    private final Board board;
    private final Answers answers;
    private final AnswerPages pages;
    private final Attempts attempts;
    private final FreeText freeText;

    RoundLinkPages(
            RoundLinks links, Board board, Answers answers, AnswerPages pages, Attempts attempts, FreeText freeText) {
        this.links = links;
        this.board = board;
        this.answers = answers;
        this.pages = pages;
        this.attempts = attempts;
        this.freeText = freeText;
    }

    /** Why a link opens nothing, and what to do. */
    record ShutPage(Shut shut, String organization) {}

    /** What is done with an open link. */
    private interface Work {

        ModelAndView with(Place place);
    }

    @GetMapping(LINK)
    ModelAndView look(
            @PathVariable String token,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Words t) {
        return at(token, request, place -> {
            if (request.getMethod().equals("GET")) {
                answers.looked(place.asked().id());
            }
            return pages.overview(place, page, Form.fresh(t), t);
        });
    }

    /** One click: nothing has changed. */
    @PostMapping(LINK + "/all")
    ModelAndView allSame(@PathVariable String token, HttpServletRequest request, Words t) {
        return at(token, request, place -> {
            var asked = place.asked();
            answers.allSame(Voice.byLink(asked, t), asked.id());
            answers.finish(asked.id(), null, "");
            return to(place.base(), t);
        });
    }

    @PostMapping(LINK + "/end")
    ModelAndView finish(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        return at(token, request, place -> {
            var form = Form.sent(typed, t);
            var note = form.field("note", t.of("rounds.answer.note")).optional(2000);
            freeText.askStrangers(form, t, "note");
            if (form.sound() && place.asked().told() == 0 && note.isBlank()) {
                form.refuse("note", t.of("rounds.answer.empty"));
            }
            if (!form.sound()) {
                return pages.overview(place, 1, form, t);
            }
            answers.finish(place.asked().id(), null, note);
            return to(place.base(), t);
        });
    }

    @GetMapping(RECORD)
    ModelAndView record(@PathVariable String token, @PathVariable UUID record, HttpServletRequest request, Words t) {
        return at(token, request, place -> pages.record(place, record, t));
    }

    @PostMapping(RECORD + "/same")
    ModelAndView same(@PathVariable String token, @PathVariable UUID record, HttpServletRequest request, Words t) {
        return at(token, request, place -> {
            answers.same(Voice.byLink(place.asked(), t), place.asked().id(), record);
            return to(place.base() + "#r-" + record, t);
        });
    }

    @PostMapping(RECORD + "/again")
    ModelAndView again(@PathVariable String token, @PathVariable UUID record, HttpServletRequest request, Words t) {
        return at(token, request, place -> {
            answers.forget(place.asked().id(), record);
            return to(place.base() + "/record/" + record, t);
        });
    }

    @GetMapping(RECORD + "/edit/{section}")
    ModelAndView section(
            @PathVariable String token,
            @PathVariable UUID record,
            @PathVariable String section,
            HttpServletRequest request,
            Words t) {
        return at(token, request, place -> pages.section(place, record, section, t));
    }

    @PostMapping(RECORD + "/edit/{section}")
    ModelAndView correct(
            @PathVariable String token,
            @PathVariable UUID record,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        return at(
                token,
                request,
                place -> pages.correct(place, record, section, typed, t)
                        .orElseGet(() -> to(place.base() + "/record/" + record, t)));
    }

    /** Opens the link, with the eyes of its organisation; else says why it opens nothing. */
    private ModelAndView at(String token, HttpServletRequest request, Work work) {
        var found = links.find(token);
        if (found.isEmpty()) {
            if (!attempts.allow(STRANGERS, Origin.coarse(request))) {
                throw Refusal.busy("rounds.link.busy");
            }
            return shut(Shut.UNKNOWN, "", HttpStatus.NOT_FOUND);
        }
        var link = found.get();
        return Sight.link(link.organization(), "rounds", Origin.coarse(request)).call(() -> {
            var asked = board.asked(link.asked());
            var shut = links.shut(link, asked);
            if (shut != null) {
                var status = shut == Shut.ANSWERED && request.getMethod().equals("GET")
                        ? HttpStatus.OK
                        : shut == Shut.ANSWERED ? HttpStatus.CONFLICT : HttpStatus.GONE;
                return shut(shut, asked.name(), status);
            }
            return work.with(new Place(RoundLinks.PATH + token, asked, false));
        });
    }

    private static ModelAndView shut(Shut shut, String organization, HttpStatus status) {
        return new ModelAndView("rounds/shut", Map.of("page", new ShutPage(shut, organization)), status);
    }

    private static ModelAndView to(String path, Words t) {
        return new ModelAndView("redirect:" + t.link(path));
    }
}
