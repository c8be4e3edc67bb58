package org.opensocialnet.asks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.asks.Asks.Told;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Fact;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where anybody asks for help without an account: one page of questions, one that asks whether it is so, and then the page
 * behind her link. Nothing is kept of what is typed before it is sent.
 */
@Controller
class AskPages {

    static final String PATH = "/ask";

    /** Of all together, because nobody asks who they are. */
    private static final Limit ALL = new Limit("ask", 60, Duration.ofSeconds(20));

    /** From one neighbourhood of the network, which an office or a whole house may share. */
    private static final Limit NEAR = new Limit("ask-near", 15, Duration.ofMinutes(2));

    /** A field that people do not see; only programs fill it. */
    private static final String TRAP = "trap";

    private final PublicAsking asking;
    private final Asks asks;
    private final Attempts attempts;
    private final FreeText freeText;
    private final Settings settings;
    private final Clock clock;

    AskPages(PublicAsking asking, Asks asks, Attempts attempts, FreeText freeText, Settings settings, Clock clock) {
        this.asking = asking;
        this.asks = asks;
        this.attempts = attempts;
        this.freeText = freeText;
        this.settings = settings;
        this.clock = clock;
    }

    /** The questions. */
    record Page(
            List<Integer> lines, List<Choice> kinds, List<Choice> units, List<Choice> zones, boolean more, int days) {}

    /** What was typed in words, and in fields that nobody sees. */
    record CheckPage(List<Thing> things, List<Fact> facts, List<Fact> fields, String token) {}

    /** One of the things that are asked for. */
    record Thing(String what, List<Fact> facts) {}

    @GetMapping(PATH)
    ModelAndView ask(Words t) {
        return shown(Form.fresh(t).with("lines", 1), t);
    }

    @PostMapping(PATH)
    ModelAndView go(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var sheet = new AskForm(form, asking, t);
        return switch (form.typed("then")) {
            case "more" -> shown(form.with("lines", Math.min(sheet.lines() + 1, PublicAsking.MOST_LINES)), t);
            case "fewer" -> shown(form.with("lines", Math.max(sheet.lines() - 1, 1)), t);
            case "back" -> shown(form, t);
            default -> checked(form, sheet, request, t);
        };
    }

    private ModelAndView shown(Form form, Words t) {
        var sheet = new AskForm(form, asking, t);
        return form.page("asks/ask", page(form.with("lines", sheet.lines()), t));
    }

    private Page page(Form form, Words t) {
        var sheet = new AskForm(form, asking, t);
        return new Page(
                sheet.numbers(),
                sheet.kinds(),
                sheet.units(),
                sheet.zones(),
                sheet.lines() < PublicAsking.MOST_LINES,
                settings.value(AsksConfig.OVER_DAYS));
    }

    private ModelAndView checked(Form form, AskForm sheet, HttpServletRequest request, Words t) {
        var told = sheet.told(LocalDate.now(clock));
        freeText.askStrangers(form, t, "story");
        freeText.askStrangers(form, t, sheet.words());
        if (!form.sound() || told == null) {
            return form.again("asks/ask", page(form.with("lines", sheet.lines()), t));
        }
        var token = SecretToken.read(form.typed("key"));
        if (!form.typed("then").equals("send") || token.isEmpty()) {
            return form.page("asks/check", check(form, sheet, told, t));
        }
        return sent(token.get(), told, form, request, t);
    }

    /** A program that filled what people do not see is shown the way out, and nothing is kept. */
    private ModelAndView sent(SecretToken token, Told told, Form form, HttpServletRequest request, Words t) {
        if (!form.typed(TRAP).isEmpty()) {
            return new ModelAndView("redirect:" + t.link("/"));
        }
        if (!attempts.allow(NEAR, Origin.coarse(request)) || !attempts.allow(ALL, "all")) {
            form.refuse("kind-1", t.of("asks.fault.busy"));
            var again = form.again("asks/ask", page(form, t));
            again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return again;
        }
        try {
            eyes(request).call(() -> asks.take(token, told));
        } catch (DuplicateKeyException twice) {
            // the same form arrived twice in one moment: the other one is kept
        }
        return new ModelAndView("redirect:" + t.link(AskLinks.PATH + token.text() + "?new=yes"));
    }

    /** Of somebody nobody knows: she asks once, and sees by her link alone what became of it. */
    static Sight eyes(HttpServletRequest request) {
        return new Sight(null, null, "link", Sight.Reach.SYSTEM, "ask-link", Origin.coarse(request));
    }

    private CheckPage check(Form form, AskForm sheet, Told told, Words t) {
        var things = told.wanted().stream()
                .map(one -> new Thing(
                        one.thing().text(),
                        List.of(
                                new Fact(
                                        t.of("asks.kind"),
                                        asking.kind(one.thing().kind(), t)),
                                new Fact(t.of("asks.quantity"), asking.quantity(one.quantity(), one, t)),
                                new Fact(t.of("asks.people"), t.number(one.people())),
                                new Fact(
                                        t.of("asks.needed"),
                                        one.neededBy() == null ? t.of("asks.no-day") : t.date(one.neededBy())))))
                .toList();
        var contact = told.contact();
        var facts = List.of(
                new Fact(t.of("asks.zone"), AskWords.name(sheet.zones(), told.zone())),
                new Fact(t.of("asks.story"), told.story().isEmpty() ? t.of("asks.nothing") : told.story()),
                new Fact(t.of("asks.email"), contact.email().isEmpty() ? t.of("asks.nothing") : contact.email()),
                new Fact(t.of("asks.phone"), contact.phone().isEmpty() ? t.of("asks.nothing") : contact.phone()));
        var fields = AskForm.fields(sheet.lines()).stream()
                .map(name -> new Fact(name, form.typed(name)))
                .toList();
        return new CheckPage(things, facts, fields, SecretToken.brief().text());
    }
}
