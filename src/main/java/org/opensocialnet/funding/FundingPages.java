package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.funding.FundingActs.Wish;
import org.opensocialnet.funding.Ways.Way;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.Call;
import org.opensocialnet.support.Calls.CallLine;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a request needs money for, what envelopes pay of it already, and setting aside more. */
@Controller
@RequestMapping(FundingPages.PATH + "/{call}")
class FundingPages {

    static final String PATH = "/desk/funding";

    private final Calls calls;
    private final FundingActs acts;
    private final FundedParts funded;
    private final Ways ways;

    FundingPages(Calls calls, FundingActs acts, FundedParts funded, Ways ways) {
        this.calls = calls;
        this.acts = acts;
        this.funded = funded;
        this.ways = ways;
    }

    /** What the page of a request shows. */
    record Page(SignedIn me, Call call, List<FundedParts.Row> parts) {

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP);
        }

        String address(CallLine line) {
            return FundingPages.address(call.id()) + "/new?line=" + line.id();
        }
    }

    /** What the form shows; price: what it usually costs, in words. */
    record NewPage(
            SignedIn me,
            Call call,
            CallLine line,
            LineFacts facts,
            @Nullable String price,
            List<Way> ways) {

        boolean money() {
            return FundingActs.isMoney(facts);
        }

        String address() {
            return FundingPages.address(call.id());
        }

        List<Choice> fitting() {
            return ways.stream()
                    .filter(Way::fits)
                    .map(way -> new Choice(
                            way.envelope(),
                            way.name(),
                            way.covers().isEmpty() ? way.free() : way.free() + " " + way.covers()))
                    .toList();
        }

        List<Way> others() {
            return ways.stream().filter(way -> !way.fits()).toList();
        }
    }

    static String address(UUID request) {
        return PATH + "/" + request;
    }

    @GetMapping
    ModelAndView one(@PathVariable UUID call, SignedIn me, Words t) {
        var found = called(call, t);
        return Form.fresh(t).page("funding/call", new Page(me, found, funded.of(found, t)));
    }

    @GetMapping("/new")
    ModelAndView fresh(
            @PathVariable UUID call, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var page = newPage(call, form, me, t);
        var price = ways.price(page.facts());
        if (page.fitting().size() == 1) {
            form.with("envelope", page.fitting().getFirst().value());
        }
        return form.with("key", "desk." + Uuid7.next())
                .with("quantity", written(page.facts().open()))
                .with("amount", page.money() ? written(page.facts().open()) : null)
                .with(
                        "amount",
                        price == null
                                ? null
                                : written(price.middle(page.facts().open()).euros()))
                .page("funding/new", page);
    }

    private static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    @PostMapping("/new")
    ModelAndView reserve(
            @PathVariable UUID call,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = newPage(call, form, me, t);
        var key = form.typed("key");
        if (!key.matches("desk\\.[0-9a-f-]{36}")) {
            form.with("key", "desk." + Uuid7.next()).refuse("amount", t.of("funding.fault.again"));
        }
        var envelope = form.field("envelope", t.of("funding.envelope"))
                .oneOf(page.ways().stream().map(Way::envelope).toList());
        var amount = form.field("amount", t.of("funding.amount")).money();
        var quantity = page.money()
                ? euros(amount)
                : form.field("quantity", t.of("funding.quantity")).amount();
        if (amount == null && form.fault("amount") == null) {
            form.refuse("amount", t.of("budget.fault.amount"));
        }
        if ((quantity == null || quantity.signum() == 0) && !page.money() && form.fault("quantity") == null) {
            form.refuse("quantity", t.of("funding.fault.quantity"));
        }
        if (!form.sound() || amount == null || quantity == null) {
            return form.again("funding/new", page);
        }
        try {
            acts.reserve(new Wish(
                    page.line().id(), new EnvelopeId(UUID.fromString(envelope)), quantity, amount, "funding." + key));
        } catch (Refusal no) {
            refuse(form, no, t);
            return form.again("funding/new", newPage(call, form, me, t)); // what is open may have changed meanwhile
        }
        Said.done(t.of("funding.reserved")).on(redirect);
        return new ModelAndView("redirect:" + t.link(address(call)));
    }

    private static @Nullable BigDecimal euros(@Nullable Money amount) {
        return amount == null ? null : amount.euros();
    }

    /** What the budget and the request call by other names, or by none, stands at the field it is about. */
    private static void refuse(Form form, Refusal no, Words t) {
        if (no.kind() == Refusal.Kind.NOT_FOUND) {
            throw no;
        }
        var field = switch (no.field()) {
            case "amount" -> "amount";
            case "category", "group", "zone", "day" -> "envelope";
            default -> form.typed("quantity").isEmpty() ? "amount" : "quantity";
        };
        form.refuse(field, t.of(no.key(), no.arguments()));
    }

    private NewPage newPage(UUID call, Form form, SignedIn me, Words t) {
        var found = called(call, t);
        var line = form.field("line", "")
                .sentId()
                .flatMap(id -> found.lines().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .or(() -> found.lines().stream()
                        .filter(one -> one.open().signum() > 0)
                        .findFirst())
                .orElseThrow(() -> Refusal.notFound("funding.unknown"));
        var facts = calls.line(line.id()).orElseThrow(() -> Refusal.notFound("funding.unknown"));
        var price = ways.price(facts);
        return new NewPage(
                me,
                found,
                line,
                facts,
                price == null
                        ? null
                        : t.of(
                                "funding.price",
                                new Money(price.least()),
                                new Money(price.most()),
                                line.openInWords(),
                                price.least(line.open()),
                                price.most(line.open())),
                ways.of(facts, t));
    }

    private Call called(UUID call, Words t) {
        return calls.find(call, t).orElseThrow(() -> Refusal.notFound("funding.unknown"));
    }
}
