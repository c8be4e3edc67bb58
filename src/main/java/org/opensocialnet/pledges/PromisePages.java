package org.opensocialnet.pledges;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.PledgeWords.Row;
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

/** What was promised to one request, for whoever receives and for the team; and thanks for it. */
@Controller
class PromisePages {

    static final String PATH = "/desk/promises";
    private static final String OF_REQUEST = "/desk/requests/{ask}/pledges";
    private static final String ONE = PATH + "/{promise}";
    private static final int THANKS = 1_000;

    private final Pledges pledges;
    private final PledgeBook book;
    private final PledgeWords words;
    private final FreeText freeText;

    PromisePages(Pledges pledges, PledgeBook book, PledgeWords words, FreeText freeText) {
        this.pledges = pledges;
        this.book = book;
        this.words = words;
        this.freeText = freeText;
    }

    /** All of one request. */
    record Page(SignedIn me, String back, List<Row> rows) {}

    /** One of them; stands: whether there is something to give thanks for. */
    record OnePage(SignedIn me, Row row, String request, boolean stands) {}

    @GetMapping(OF_REQUEST)
    ModelAndView of(@PathVariable UUID ask, SignedIn me, Words t) {
        return Form.fresh(t)
                .page(
                        "pledges/of",
                        new Page(
                                me,
                                "/desk/requests/" + ask,
                                book.of(ask).stream()
                                        .map(pledge -> words.row(pledge, t))
                                        .toList()));
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID promise, SignedIn me, Words t) {
        return Form.fresh(t).page("pledges/promise", page(found(promise), me, t));
    }

    @PostMapping(ONE + "/thanks")
    ModelAndView thank(
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var said = form.field("words", t.of("pledges.thanks.words")).required(THANKS);
        freeText.ask(form, t, "words");
        if (!form.sound()) {
            return form.again("pledges/promise", page(found(promise), me, t));
        }
        pledges.thank(promise, said);
        Said.done(t.of("pledges.thanked")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + promise));
    }

    private Pledge found(UUID id) {
        return book.find(id).orElseThrow(() -> Refusal.notFound("pledges.unknown"));
    }

    private OnePage page(Pledge pledge, SignedIn me, Words t) {
        return new OnePage(me, words.row(pledge, t), "/desk/requests/" + pledge.request(), pledge.stands());
    }
}
