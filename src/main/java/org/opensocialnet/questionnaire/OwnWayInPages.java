package org.opensocialnet.questionnaire;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a member of an organisation that was asked begins its answer without looking for the letter. */
@Controller
class OwnWayInPages {

    static final String PATH = "/desk/editions/own/";

    private final Editions editions;
    private final EditionBoard board;

    OwnWayInPages(Editions editions, EditionBoard board) {
        this.editions = editions;
        this.board = board;
    }

    record OwnPage(SignedIn me, Respondent respondent) {}

    @GetMapping(PATH + "{respondent}")
    ModelAndView look(@PathVariable UUID respondent, SignedIn me) {
        return new ModelAndView("questionnaire/own", Map.of("page", new OwnPage(me, board.respondent(respondent))));
    }

    /** Makes a link like that of the letter and follows it. */
    @PostMapping(PATH + "{respondent}")
    ModelAndView begin(@PathVariable UUID respondent, Words t) {
        return new ModelAndView("redirect:" + t.link(editions.wayIn(respondent)));
    }
}
