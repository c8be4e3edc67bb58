package org.opensocialnet.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public account: what was called for and what became of it, call by call and envelope by envelope. */
@Controller
@RequestMapping(PublicAccountPages.PATH)
class PublicAccountPages {

    static final String PATH = "/account";
    private static final int PAGE = 30;
    private static final int FARTHEST = 1_000;

    private final CallAccount calls;
    private final EnvelopeAccount envelopes;

    PublicAccountPages(CallAccount calls, EnvelopeAccount envelopes) {
        this.calls = calls;
        this.envelopes = envelopes;
    }

    /** What there is. */
    record ListPage(
            List<CallAccount.Entry> calls,
            List<EnvelopeAccount.Entries> envelopes,
            @Nullable String before,
            @Nullable String next) {}

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String page, Words t) {
        int number = page.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(page), FARTHEST) : 1;
        var found = calls.list(number, PAGE, t);
        return new ModelAndView(
                "account/list",
                "page",
                new ListPage(
                        found.stream().limit(PAGE).toList(),
                        number == 1 ? envelopes.list(t) : List.of(),
                        number == 1 ? null : t.link(PATH + "?page=" + (number - 1)),
                        found.size() > PAGE ? t.link(PATH + "?page=" + (number + 1)) : null));
    }

    @GetMapping("/calls/{call}")
    ModelAndView call(@PathVariable UUID call, Words t) {
        return new ModelAndView("account/call", "page", of(calls, call, t));
    }

    @GetMapping("/envelopes/{envelope}")
    ModelAndView envelope(@PathVariable UUID envelope, Words t) {
        return new ModelAndView("account/envelope", "page", of(envelopes, envelope, t));
    }

    static CallAccount.Figures of(CallAccount calls, UUID call, Words t) {
        return calls.find(call, t).orElseThrow(() -> Refusal.notFound("account.call.unknown"));
    }

    static EnvelopeAccount.Figures of(EnvelopeAccount envelopes, UUID envelope, Words t) {
        return envelopes.find(envelope, t).orElseThrow(() -> Refusal.notFound("account.envelope.unknown"));
    }

    /** "30 items". */
    static String quantity(BigDecimal quantity, String unit, String kind, Words t) {
        return Calls.quantity(quantity, Unit.of(unit), kind, t);
    }

    /** How many people, as it may be told. */
    static String people(Shown shown, Words t) {
        return switch (shown) {
            case Shown.Value(long people) -> t.number(people);
            case Shown.FewerThan(int limit) -> t.of("account.fewer", limit);
            default -> t.of("account.withheld");
        };
    }

    static String percent(int points, Words t) {
        return t.of("account.percent", t.number(BigDecimal.valueOf(points, 2).stripTrailingZeros()));
    }

    @Bean
    static MenuEntry accountEntry() {
        return new MenuEntry(MenuEntry.Place.FOOTER, 24, PATH, t -> t.of("account.title"));
    }
}
