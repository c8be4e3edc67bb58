package org.opensocialnet.pledges;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.database.Sight;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.places.Places;
import org.opensocialnet.pledges.CitizenPledges.OpenLine;
import org.opensocialnet.pledges.Contacts.Contact;
import org.opensocialnet.pledges.Pledges.Said;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What anybody can give, without an account: what, how much is still open, for which community, by when; never who asks, for
 * whom, or where exactly. Whoever promises something leaves a way to be reached and follows it by a link.
 */
@Controller
class PublicCallPages {

    static final String PATH = "/calls";

    /** Of all together, because nobody asks who they are; and of one neighbourhood of the network. */
    private static final Limit ALL = new Limit("pledge", 60, Duration.ofSeconds(20));

    private static final Limit NEAR = new Limit("pledge-near", 15, Duration.ofMinutes(2));

    /** A field that people do not see; only programs fill it. */
    private static final String TRAP = "trap";

    private static final int PAGE = 30;

    private final CitizenPledges citizens;
    private final Calls calls;
    private final Goods goods;
    private final Places places;
    private final Attempts attempts;
    private final FreeText freeText;
    private final Settings settings;
    private final PledgeLetters letters;
    private final Clock clock;

    PublicCallPages(
            CitizenPledges citizens,
            Calls calls,
            Goods goods,
            Places places,
            Attempts attempts,
            FreeText freeText,
            Settings settings,
            PledgeLetters letters,
            Clock clock) {
        this.citizens = citizens;
        this.calls = calls;
        this.goods = goods;
        this.places = places;
        this.attempts = attempts;
        this.freeText = freeText;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
    }

    /** The list; next: the number of the page after this one, 0 where there is none. */
    record ListPage(List<Row> rows, int page, int next) {}

    /** One line that is open to citizens, in words. */
    record Row(String path, String what, String open, String community, String needed) {}

    /** One of them, with the form. */
    record OnePage(Row row, int days) {}

    @GetMapping(PATH)
    ModelAndView list(@RequestParam(defaultValue = "1") String page, HttpServletRequest request, Words t) {
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        return eyes(request).call(() -> {
            var found = citizens.open(number, PAGE);
            var communities = communities(t);
            return new ModelAndView(
                    "pledges/public",
                    Map.of(
                            "page",
                            new ListPage(
                                    found.stream()
                                            .limit(PAGE)
                                            .map(line -> row(line, communities, t))
                                            .toList(),
                                    number,
                                    found.size() > PAGE ? number + 1 : 0)));
        });
    }

    private Map<String, String> communities(Words t) {
        return places.communities().stream()
                .collect(Collectors.toMap(place -> place.code(), place -> place.name(t.lang()), (one, _) -> one));
    }

    private Row row(OpenLine line, Map<String, String> communities, Words t) {
        return new Row(
                PATH + "/" + line.id(),
                what(line, t),
                Calls.quantity(line.open(), Unit.of(line.unit()), line.kind(), t),
                communities.getOrDefault(line.zone(), ""),
                line.neededBy() == null ? "" : t.date(line.neededBy()));
    }

    private String what(OpenLine line, Words t) {
        return Optional.ofNullable(line.item())
                .flatMap(goods::find)
                .map(item -> item.name(t.lang()))
                .orElse(line.what());
    }

    @GetMapping(PATH + "/{line}")
    ModelAndView one(@PathVariable UUID line, HttpServletRequest request, Words t) {
        return eyes(request)
                .call(() -> Form.fresh(t)
                        .with("key", SecretToken.brief().text())
                        .page("pledges/give", page(citizens.line(line), t)));
    }

    private OnePage page(OpenLine line, Words t) {
        return new OnePage(row(line, communities(t), t), settings.value(PledgesConfig.OVER_DAYS));
    }

    @PostMapping(PATH + "/{line}")
    ModelAndView give(
            @PathVariable UUID line,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Words t) {
        var form = Form.sent(typed, t);
        return eyes(request).call(() -> {
            var open = citizens.line(line);
            var said = said(form, open, t);
            var contact = contact(form, t);
            freeText.askStrangers(form, t, "conditions");
            if (!form.field("consent", t.of("pledges.give.consent")).ticked()) {
                form.refuse("consent", t.of("pledges.give.consent.missing"));
            }
            if (!form.sound() || said.isEmpty()) {
                return form.again("pledges/give", page(open, t));
            }
            return sent(form, open, said.get(), contact, request, t);
        });
    }

    /** More than is open is not wanted; how much that is, stands on the page. */
    private Optional<Said> said(Form form, OpenLine open, Words t) {
        var unit = Unit.of(open.unit());
        var quantity = PledgeForm.quantity(form, "quantity", t.of("pledges.quantity"), unit, t);
        if (quantity != null && quantity.compareTo(open.open()) > 0) {
            form.refuse("quantity", t.of("pledges.give.too-much", Calls.quantity(open.open(), unit, open.kind(), t)));
        }
        var from = PledgeForm.day(form, "from", t.of("pledges.give.from"), LocalDate.now(clock), t);
        var note = form.field("conditions", t.of("pledges.give.note")).optional(500);
        return Optional.ofNullable(quantity).map((BigDecimal much) -> new Said(much, note, from, null, false));
    }

    private static Contact contact(Form form, Words t) {
        var name = form.field("name", t.of("pledges.give.name")).optional(120);
        var phone = form.field("phone", t.of("pledges.give.phone")).phone();
        var email = form.field("email", t.of("pledges.give.email")).email();
        if (phone.isEmpty() && email.isEmpty()) {
            form.refuse("phone", t.of("pledges.give.reach"));
        }
        return new Contact(name, email, phone, t.language());
    }

    /** A program that filled what people do not see is shown the way out, and nothing is kept. */
    private ModelAndView sent(
            Form form, OpenLine open, Said said, Contact contact, HttpServletRequest request, Words t) {
        if (!form.typed(TRAP).isEmpty()) {
            return new ModelAndView("redirect:" + t.link(PATH));
        }
        var token = SecretToken.read(form.typed("key")).orElseGet(SecretToken::brief);
        if (!attempts.allow(NEAR, Origin.coarse(request)) || !attempts.allow(ALL, "all")) {
            form.refuse("quantity", t.of("pledges.give.busy"));
            var again = form.again("pledges/give", page(open, t));
            again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return again;
        }
        try {
            var title = calls.find(open.request(), t).map(Calls.Call::title).orElse("");
            letters.promised(contact, token, () -> citizens.take(token, open, title, what(open, t), said, contact));
        } catch (DuplicateKeyException twice) {
            // the same form arrived twice in one moment: the other one is kept
        } catch (Refusal no) {
            PledgeForm.refused(form, no, t);
            return form.again("pledges/give", page(open, t));
        }
        return new ModelAndView("redirect:" + t.link(CitizenPages.PATH + token.text() + "?new=yes"));
    }

    /** Of somebody nobody knows: she reads what everybody may, promises once, and sees by her link alone what became of it. */
    static Sight eyes(HttpServletRequest request) {
        return new Sight(null, null, "link", Sight.Reach.SYSTEM, "pledge-link", Origin.coarse(request));
    }
}
