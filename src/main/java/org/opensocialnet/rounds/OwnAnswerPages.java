package org.opensocialnet.rounds;

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
class OwnAnswerPages {

    static final String PATH = "/desk/rounds/own/";

    private final Rounds rounds;
    private final Board board;

    OwnAnswerPages(Rounds rounds, Board board) {
        this.rounds = rounds;
        this.board = board;
    }

    record OwnPage(SignedIn me, Asked asked) {}

    @GetMapping(PATH + "{asked}")
    ModelAndView look(@PathVariable UUID asked, SignedIn me) {
        return new ModelAndView("rounds/own", Map.of("page", new OwnPage(me, board.asked(asked))));
    }

    /** Makes a link like that of the letter and follows it. */
    @PostMapping(PATH + "{asked}")
    ModelAndView begin(@PathVariable UUID asked, Words t) {
        return new ModelAndView("redirect:" + t.link(rounds.wayIn(asked)));
    }
}
