package org.opensocialnet.pledges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.pledges.PledgeWords.Line;
import org.opensocialnet.pledges.PledgeWords.Row;
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

/** Where a citizen sees by her link what became of her promise, takes it back, and writes with those who wait for it. */
@Controller
class CitizenPages {

    static final String PATH = "/calls/pledge/";
    private static final String LINK = PATH + "{token}";

    /** Whoever tries links that are none waits; whoever has one may do much with it, and not everything. */
    private static final Limit STRANGERS = new Limit("pledge-strangers", 300, Duration.ofSeconds(5));

    private static final Limit EACH = new Limit("pledge-link", 120, Duration.ofSeconds(3));

    private final Contacts contacts;
    private final Pledges pledges;
    private final PledgeBook book;
    private final PledgeWords words;
    private final Conversation conversation;
    private final PledgeLetters letters;
    private final Attempts attempts;
    private final FreeText freeText;

    CitizenPages(
            Contacts contacts,
            Pledges pledges,
            PledgeBook book,
            PledgeWords words,
            Conversation conversation,
            PledgeLetters letters,
            Attempts attempts,
            FreeText freeText) {
        this.contacts = contacts;
        this.pledges = pledges;
        this.book = book;
        this.words = words;
        this.conversation = conversation;
        this.letters = letters;
        this.attempts = attempts;
        this.freeText = freeText;
    }

    /**
     * One promise.
     *
     * @param path of the page, with its secret
     * @param isNew whether it was sent this moment
     * @param next what happens now, in a sentence
     */
    record Page(String path, boolean isNew, Row row, String next, boolean mayBeWithdrawn, List<Line> lines) {}

    @GetMapping(LINK)
    ModelAndView see(
            @PathVariable String token,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return at(token, request, response, pledge -> {
            conversation.read(pledge.id(), Side.GIVER);
            return Form.fresh(t)
                    .with("once", Uuid7.next())
                    .page("pledges/citizen", page(token, pledge, fresh.equals("yes"), t));
        });
    }

    @PostMapping(LINK + "/withdrawal")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return at(token, request, response, pledge -> {
            var form = Form.sent(typed, t);
            var why = form.field("why", t.of("pledges.withdraw.why")).optional(1_000);
            freeText.askStrangers(form, t, "why");
            if (!form.sound()) {
                return form.again("pledges/citizen", page(token, pledge, false, t));
            }
            try {
                letters.withdrawn(pledge, t, () -> pledges.withdraw(pledge.id(), why));
            } catch (Refusal no) {
                form.refuse("why", t.of(no.key(), no.arguments()));
                return form.again("pledges/citizen", page(token, pledge, false, t));
            }
            return new ModelAndView("redirect:" + t.link(PATH + token));
        });
    }

    @PostMapping(LINK + "/messages")
    ModelAndView write(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return at(token, request, response, pledge -> {
            var form = Form.sent(typed, t);
            var text = form.field("message", t.of("pledges.message")).required(Conversation.LONGEST);
            freeText.askStrangers(form, t, "message");
            if (!form.sound()) {
                return form.again("pledges/citizen", page(token, pledge, false, t));
            }
            var once = form.field("once", "").sentId().orElseGet(Uuid7::next);
            letters.message(pledge, Side.GIVER, () -> conversation.say(once, pledge.id(), Side.GIVER, text));
            return new ModelAndView("redirect:" + t.link(PATH + token) + "#messages");
        });
    }

    private Page page(String token, Pledge pledge, boolean isNew, Words t) {
        var state = pledge.stage();
        return new Page(
                PATH + token,
                isNew,
                words.row(pledge, t),
                switch (state) {
                    case WAITING -> t.of("pledges.citizen.next.waiting");
                    case PROMISED, ON_ITS_WAY -> t.of("pledges.citizen.next.promised");
                    case DELIVERED, CONFIRMED -> t.of("pledges.citizen.next.delivered");
                    case REFUSED -> t.of("pledges.citizen.next.refused");
                    case WITHDRAWN -> t.of("pledges.citizen.next.withdrawn");
                    case ENDED -> t.of("pledges.citizen.next.ended");
                },
                pledge.mayBeWithdrawn(),
                words.lines(conversation.of(pledge.id()), Side.GIVER, pledge, t));
    }

    /** The link is all the proof there is: no other site is told its address, no search engine keeps it. */
    private ModelAndView at(
            String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Pledge, ModelAndView> work) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return PublicCallPages.eyes(request).call(() -> {
            var token = SecretToken.read(typed);
            var pledge = token.flatMap(contacts::pledge).flatMap(book::find);
            if (pledge.isEmpty()) {
                mayTry(STRANGERS, Origin.coarse(request));
                return new ModelAndView("pledges/shut", Map.of(), HttpStatus.NOT_FOUND);
            }
            mayTry(EACH, HexFormat.of().formatHex(token.orElseThrow().fingerprint()));
            return work.apply(pledge.get());
        });
    }

    private void mayTry(Limit limit, String whose) {
        if (!attempts.allow(limit, whose)) {
            throw Refusal.busy("pledges.busy");
        }
    }
}
