package org.opensocialnet.asks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.asks.AskLinkDoor.Place;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Happened;
import org.opensocialnet.support.PublicAsking.Standing;
import org.opensocialnet.support.PublicAsking.StandingLine;
import org.opensocialnet.support.State;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody without an account sees what became of what she asked for, answers, appeals, and takes it back. */
@Controller
@RequestMapping(AskLinks.PATH + "{token}")
class AskLinkPages {

    private static final int LONGEST = 2_000;

    private final AskLinkDoor door;
    private final PublicAsking asking;
    private final Asks asks;
    private final AskFiles files;
    private final FreeText freeText;

    AskLinkPages(AskLinkDoor door, PublicAsking asking, Asks asks, AskFiles files, FreeText freeText) {
        this.door = door;
        this.asking = asking;
        this.asks = asks;
        this.files = files;
        this.freeText = freeText;
    }

    /**
     * All of it in words.
     *
     * @param fresh whether it was sent a moment ago
     * @param question what the team wants to know; none where it asks nothing
     * @param reason why it was refused
     */
    record Page(
            String base,
            boolean fresh,
            String address,
            int number,
            String title,
            String state,
            Tone tone,
            String next,
            @Nullable String question,
            @Nullable String reason,
            boolean mayAppeal,
            boolean mayWithdraw,
            List<Row> lines,
            List<Happening> history,
            int files,
            Asks.Reached reached) {}

    /** One line in words; nothing is said of who covers it. */
    record Row(String what, String quantity, String covered, String going, String delivered, String needed) {}

    @GetMapping
    ModelAndView look(
            @PathVariable String token,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> shown(place, fresh.equals("yes"), null, t));
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            var form = Form.sent(typed, t);
            var words = form.field("answer", t.of("asks.answer")).required(LONGEST);
            freeText.askStrangers(form, t, "answer");
            return done(form, place, t, (once, version) -> asking.answer(place.request(), once, version, words));
        });
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            var form = Form.sent(typed, t);
            var words = form.field("appeal", t.of("asks.appeal")).required(LONGEST);
            freeText.askStrangers(form, t, "appeal");
            return done(form, place, t, (once, version) -> asking.appeal(place.request(), once, version, words));
        });
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            var form = Form.sent(typed, t);
            var why = form.field("why", t.of("asks.withdraw.why")).required(1_000);
            freeText.askStrangers(form, t, "why");
            return done(form, place, t, (once, version) -> asking.withdraw(place.request(), once, version, why));
        });
    }

    private ModelAndView done(Form form, Place place, Words t, BiConsumer<UUID, Integer> act) {
        if (!form.sound()) {
            return shown(place, false, form, t);
        }
        var version = form.field("version", "").number(0, Integer.MAX_VALUE);
        var once = form.field("once", "").sentId().orElseThrow(() -> Refusal.conflict("asks.changed-meanwhile"));
        act.accept(once, version == null ? -1 : version);
        return new ModelAndView("redirect:" + t.link(place.base()));
    }

    private ModelAndView shown(Place place, boolean fresh, @Nullable Form sent, Words t) {
        var standing = asking.find(place.request()).orElseThrow(() -> Refusal.notFound("asks.unknown"));
        var page = page(place, standing, fresh, t);
        return sent == null
                ? Form.fresh(t)
                        .with("once", Uuid7.next())
                        .with("version", standing.version())
                        .page("asks/asked", page)
                : sent.again("asks/asked", page);
    }

    private Page page(Place place, Standing standing, boolean fresh, Words t) {
        var state = standing.state();
        return new Page(
                place.base(),
                fresh,
                t.address(place.base()),
                standing.number(),
                standing.title(),
                AskWords.state(state, t),
                AskWords.tone(state),
                AskWords.next(state, t),
                state instanceof State.Returned returned ? returned.question() : null,
                state instanceof State.Refused(var ground, var words, boolean _)
                        ? t.of("asks.reason", asking.ground(ground, t), words)
                        : null,
                asking.mayAppeal(state),
                asking.mayWithdraw(state),
                standing.lines().stream().map(line -> row(line, t)).toList(),
                standing.history().stream()
                        .flatMap(step -> AskWords.step(step.what(), t).map(title -> happening(step, title, t)).stream())
                        .toList(),
                files.list(place.request()).size(),
                asks.reached(place.request()));
    }

    private Row row(StandingLine line, Words t) {
        var wanted = line.wanted();
        var sums = line.sums();
        return new Row(
                wanted.thing().text(),
                asking.quantity(wanted.quantity(), wanted, t),
                sums.covered().signum() == 0 ? "" : asking.quantity(sums.covered(), wanted, t),
                sums.going().compareTo(sums.delivered()) <= 0
                        ? ""
                        : asking.quantity(sums.going().subtract(sums.delivered()), wanted, t),
                sums.delivered().signum() == 0 ? "" : asking.quantity(sums.delivered(), wanted, t),
                wanted.neededBy() == null ? "" : t.date(wanted.neededBy()));
    }

    private static Happening happening(Happened step, String title, Words t) {
        return new Happening(
                title,
                AskWords.byHer(step.what()) ? t.of("asks.by.you") : t.of("asks.by.team"),
                t.moment(step.at()),
                step.at().toString(),
                AskWords.isHers(step.what()) && !step.words().isEmpty() ? step.words() : null);
    }
}
