package org.opensocialnet.rounds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.rounds.Asked.Progress;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Where the coordination team makes rounds, sends them and sees how far each organisation has come. */
@Controller
class RoundPages {

    static final String PATH = "/desk/rounds";

    private static final int SIZE = 25;

    private final Rounds rounds;
    private final Board board;
    private final FreeText freeText;

    RoundPages(Rounds rounds, Board board, FreeText freeText) {
        this.rounds = rounds;
        this.board = board;
        this.freeText = freeText;
    }

    record ListPage(List<Board.Line> rounds, Paging paging) {}

    record NewPage(List<Choice> kinds, List<Choice> ages, List<Choice> bodies, List<Choice> days) {}

    /** One state to narrow the list by, and how many are in it. */
    record Figure(String text, int count, @Nullable String href, boolean chosen) {}

    /**
     * One round.
     *
     * @param unreachable how many of a draft have no e-mail
     */
    record RoundPage(
            Round round,
            List<Asked> asked,
            List<Figure> figures,
            List<Choice> states,
            boolean filtered,
            int total,
            int answered,
            int unreachable,
            Paging paging) {}

    @GetMapping(PATH)
    ModelAndView rounds(@RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var number = Math.clamp(page, 1, 10_000);
        var found = board.rounds(number, SIZE);
        var paging = new Paging(
                number > 1 ? t.link(PATH) : null, found.size() == SIZE ? t.link(PATH + "?page=" + (number + 1)) : null);
        return new ModelAndView("rounds/rounds", Map.of("page", new ListPage(found, paging), "me", me));
    }

    @GetMapping(PATH + "/new")
    ModelAndView blank(SignedIn me, Words t) {
        var form = Form.fresh(t)
                .withAll("kinds", List.of("service"))
                .with("months", "6")
                .withAll("remind", List.of("7", "2"))
                .withDate("deadline", board.today().plusDays(21));
        return form.page("rounds/new", newPage(t)).addObject("me", me);
    }

    @PostMapping(PATH + "/new")
    ModelAndView make(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = newPage(t);
        var wanted = wanted(form, page, t);
        if (!form.sound() || wanted == null) {
            return form.again("rounds/new", page).addObject("me", me);
        }
        try {
            var id = rounds.make(wanted);
            return new ModelAndView("redirect:" + t.link(PATH + "/" + id));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.WRONG) {
                throw refusal;
            }
            form.refuse("kinds", t.of("rounds.new.nobody"));
            return form.again("rounds/new", page).addObject("me", me);
        }
    }

    private @Nullable Wanted wanted(Form form, NewPage page, Words t) {
        var name = form.field("name", t.of("rounds.new.name")).required(120);
        var message = form.field("message", t.of("rounds.new.message")).optional(1000);
        freeText.ask(form, t, "message");
        var deadline = form.field("deadline", t.of("rounds.new.deadline")).date();
        var kinds = form.field("kinds", t.of("rounds.new.kinds")).someOf(values(page.kinds()));
        var months = form.field("months", t.of("rounds.new.months")).oneOf(values(page.ages()));
        var body = form.typed("body").isEmpty()
                ? ""
                : form.field("body", t.of("rounds.new.body")).oneOf(values(page.bodies()));
        var remind = form.field("remind", t.of("rounds.new.remind")).someOf(values(page.days()));
        var text = form.field("q", t.of("rounds.new.text")).optional(100);
        if (deadline == null && form.fault("deadline") == null) {
            form.refuse("deadline", t.of("workspace.fault.missing", t.of("rounds.new.deadline")));
        }
        if (deadline != null
                && (deadline.isBefore(board.today().plusDays(1))
                        || deadline.isAfter(board.today().plusYears(1)))) {
            form.refuse("deadline", t.of("rounds.new.deadline-when"));
        }
        if (kinds.isEmpty() && form.fault("kinds") == null) {
            form.refuse("kinds", t.of("workspace.fault.choose", t.of("rounds.new.kinds")));
        }
        if (!form.sound() || deadline == null) {
            return null;
        }
        var chosen = EnumSet.noneOf(Subject.Kind.class);
        for (var kind : Subject.Kind.values()) {
            if (kinds.contains(kind.table())) {
                chosen.add(kind);
            }
        }
        return new Wanted(
                name,
                message,
                deadline,
                remind.stream().map(Integer::valueOf).toList(),
                chosen,
                months.equals("any") ? null : Integer.valueOf(months),
                body,
                text,
                Set.of());
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    private static NewPage newPage(Words t) {
        return new NewPage(
                List.of(
                        new Choice("service", t.of("rounds.new.services")),
                        new Choice("location", t.of("rounds.new.locations")),
                        new Choice("organization", t.of("rounds.new.organizations"))),
                List.of(
                        new Choice("3", t.of("rounds.new.age", 3)),
                        new Choice("6", t.of("rounds.new.age", 6)),
                        new Choice("12", t.of("rounds.new.age", 12)),
                        new Choice("any", t.of("rounds.new.age-any"))),
                List.of(
                        new Choice("municipal", t.of("rounds.body.municipal")),
                        new Choice("state", t.of("rounds.body.state")),
                        new Choice("civil-society", t.of("rounds.body.civil-society")),
                        new Choice("other", t.of("rounds.body.other"))),
                List.of(
                        new Choice("14", t.of("rounds.new.days", 14)),
                        new Choice("7", t.of("rounds.new.days", 7)),
                        new Choice("2", t.of("rounds.new.days", 2)),
                        new Choice("1", t.of("rounds.new.days", 1))));
    }

    @GetMapping(PATH + "/{round}")
    ModelAndView round(
            @PathVariable UUID round,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var one = board.round(round);
        var progress = ProgressWords.of(state);
        var text = q.length() > 100 ? q.substring(0, 100) : q;
        var number = Math.clamp(page, 1, 10_000);
        var tally = board.tally(round);
        var found = board.asked(round, progress, text, number, SIZE + 1);
        var here = PATH + "/" + round;
        var query = "?state=" + (progress == null ? "" : Items.code(progress)) + "&q="
                + UriUtils.encodeQueryParam(text, java.nio.charset.StandardCharsets.UTF_8);
        var states = new ArrayList<Choice>();
        states.add(new Choice("", t.of("rounds.progress.all")));
        tally.keySet().forEach(each -> states.add(new Choice(Items.code(each), ProgressWords.say(each, t))));
        var shown = new RoundPage(
                one,
                found.stream().limit(SIZE).toList(),
                tally.entrySet().stream()
                        .map(each -> new Figure(
                                ProgressWords.say(each.getKey(), t),
                                each.getValue(),
                                t.link(here + "?state=" + Items.code(each.getKey())),
                                each.getKey() == progress))
                        .toList(),
                states,
                progress != null || !text.isBlank(),
                tally.values().stream().mapToInt(Integer::intValue).sum(),
                tally.getOrDefault(Progress.UNCHANGED, 0) + tally.getOrDefault(Progress.DIFFERENT, 0),
                tally.getOrDefault(Progress.NO_EMAIL, 0),
                new Paging(
                        number > 1 ? t.link(here + query) : null,
                        found.size() > SIZE ? t.link(here + query + "&page=" + (number + 1)) : null));
        var form = Form.sent(
                new LinkedMultiValueMap<>(
                        Map.of("state", List.of(progress == null ? "" : Items.code(progress)), "q", List.of(text))),
                t);
        return form.page("rounds/round", shown).addObject("me", me);
    }

    @PostMapping(PATH + "/{round}/sending")
    ModelAndView send(@PathVariable UUID round, Words t, RedirectAttributes redirect) {
        rounds.send(round);
        Said.done(t.of("rounds.round.sent")).on(redirect);
        return to(PATH + "/" + round, t);
    }

    @PostMapping(PATH + "/{round}/reminders")
    ModelAndView remind(@PathVariable UUID round, Words t, RedirectAttributes redirect) {
        Said.done(t.of("rounds.round.reminded", rounds.remind(round))).on(redirect);
        return to(PATH + "/" + round, t);
    }

    @PostMapping(PATH + "/{round}/closing")
    ModelAndView close(@PathVariable UUID round, Words t, RedirectAttributes redirect) {
        rounds.close(round);
        Said.done(t.of("rounds.round.closed")).on(redirect);
        return to(PATH + "/" + round, t);
    }

    @PostMapping(PATH + "/{round}/removal")
    ModelAndView discard(@PathVariable UUID round, Words t, RedirectAttributes redirect) {
        rounds.discard(round);
        Said.done(t.of("rounds.round.discarded")).on(redirect);
        return to(PATH, t);
    }

    private static ModelAndView to(String path, Words t) {
        return new ModelAndView("redirect:" + t.link(path));
    }
}
