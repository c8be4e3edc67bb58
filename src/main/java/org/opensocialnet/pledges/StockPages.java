package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.goods.Item;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.Stock.Kept;
import org.opensocialnet.support.Calls;
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

/** What an organisation has to give: kinds, how much of each, where it lies, until when it is good. */
@Controller
@RequestMapping(StockPages.PATH)
class StockPages {

    static final String PATH = "/desk/stock";

    private final Stock stock;
    private final Goods goods;
    private final PledgeWords words;
    private final FreeText freeText;
    private final Clock clock;

    StockPages(Stock stock, Goods goods, PledgeWords words, FreeText freeText, Clock clock) {
        this.stock = stock;
        this.goods = goods;
        this.words = words;
        this.freeText = freeText;
        this.clock = clock;
    }

    /** The list. */
    record Page(SignedIn me, List<Row> rows) {}

    /** One thing in words; over: whether it was good until a day that is past. */
    record Row(
            String path,
            String name,
            String quantity,
            String promised,
            String free,
            String place,
            String until,
            boolean over) {}

    /** What is written of one thing; id and version are none for a new one. */
    record OnePage(
            SignedIn me, @Nullable UUID id, int version, List<Choice> items, List<Choice> units, boolean promised) {}

    @GetMapping
    ModelAndView list(SignedIn me, Words t) {
        return Form.fresh(t)
                .page(
                        "pledges/stock",
                        new Page(
                                me,
                                stock.of(Objects.requireNonNull(me.organization())).stream()
                                        .map(kept -> row(kept, t))
                                        .toList()));
    }

    private Row row(Kept kept, Words t) {
        var until = kept.until();
        return new Row(
                PATH + "/" + kept.id(),
                words.name(kept, t),
                quantity(kept, kept.quantity(), t),
                quantity(kept, kept.promised(), t),
                quantity(kept, kept.free(), t),
                kept.place(),
                until == null ? "" : t.date(until),
                !kept.isGood(LocalDate.now(clock)));
    }

    private static String quantity(Kept kept, BigDecimal quantity, Words t) {
        return Calls.quantity(quantity, Unit.of(kept.unit()), "goods", t);
    }

    @GetMapping("/new")
    ModelAndView fresh(SignedIn me, Words t) {
        return Form.fresh(t).with("once", Uuid7.next()).page("pledges/kept", page(null, me, t));
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var said = read(form, t);
        freeText.ask(form, t, "name", "place");
        if (!form.sound() || said.isEmpty()) {
            return form.again("pledges/kept", page(null, me, t));
        }
        var once = form.field("once", "").sentId().orElseGet(Uuid7::next);
        stock.add(once, Objects.requireNonNull(me.organization()), said.get());
        Said.done(t.of("pledges.stock.added")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @GetMapping("/{stock}")
    ModelAndView one(@PathVariable("stock") UUID id, SignedIn me, Words t) {
        var kept = found(id);
        return Form.fresh(t)
                .with("item", kept.item())
                .with("name", kept.item() == null ? kept.name() : "")
                .with("unit", kept.unit())
                .with("quantity", kept.quantity().stripTrailingZeros().toPlainString())
                .with("place", kept.place())
                .withDate("until", kept.until())
                .page("pledges/kept", page(kept, me, t));
    }

    @PostMapping("/{stock}")
    ModelAndView change(
            @PathVariable("stock") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var kept = found(id);
        var version = form.field("version", t.of("pledges.change")).number(0, Integer.MAX_VALUE);
        var said = read(form, t);
        freeText.ask(form, t, "name", "place");
        if (!form.sound() || said.isEmpty()) {
            return form.again("pledges/kept", page(kept, me, t));
        }
        try {
            stock.change(id, version == null ? -1 : version, said.get());
        } catch (Refusal no) {
            PledgeForm.refused(form, no, t);
            return form.again("pledges/kept", page(found(id), me, t));
        }
        Said.done(t.of("pledges.stock.changed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/{stock}/removal")
    ModelAndView remove(@PathVariable("stock") UUID id, Words t, RedirectAttributes redirect) {
        stock.remove(id);
        Said.done(t.of("pledges.stock.removed"))
                .undo(PATH + "/" + id + "/return")
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/{stock}/return")
    ModelAndView bringBack(@PathVariable("stock") UUID id, Words t, RedirectAttributes redirect) {
        stock.bringBack(id);
        Said.done(t.of("pledges.stock.returned")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    /** A kind of the catalogue has its name and unit from there; in words one says both. */
    private Optional<Stock.Said> read(Form form, Words t) {
        var item = form.typed("item").isEmpty() ? null : item(form, t);
        var name = item == null ? form.field("name", t.of("pledges.stock.name")).required(200) : item.name();
        var unit = item == null
                ? form.field("unit", t.of("pledges.stock.unit"))
                        .oneOf(Calls.units("goods", t).stream()
                                .map(Choice::value)
                                .toList())
                : item.unit();
        var counted = unit.isEmpty() ? Unit.HOUR : Unit.of(unit);
        var quantity = PledgeForm.quantity(form, "quantity", t.of("pledges.quantity"), counted, t);
        var place = form.field("place", t.of("pledges.stock.place")).optional(200);
        var until = PledgeForm.day(form, "until", t.of("pledges.stock.until"), LocalDate.now(clock), t);
        return quantity == null || !form.sound()
                ? Optional.empty()
                : Optional.of(new Stock.Said(item == null ? null : item.id(), name, unit, quantity, place, until));
    }

    private @Nullable Item item(Form form, Words t) {
        var chosen = form.field("item", t.of("pledges.stock.item"))
                .oneOf(goods.all().stream().map(item -> item.id().toString()).toList());
        return chosen.isEmpty() ? null : goods.find(UUID.fromString(chosen)).orElse(null);
    }

    private Kept found(UUID id) {
        return stock.find(id).orElseThrow(() -> Refusal.notFound("pledges.stock.unknown"));
    }

    private OnePage page(@Nullable Kept kept, SignedIn me, Words t) {
        return new OnePage(
                me,
                kept == null ? null : kept.id(),
                kept == null ? 0 : kept.version(),
                goods.all().stream()
                        .map(item -> new Choice(item.id().toString(), item.name(t.lang())))
                        .toList(),
                Calls.units("goods", t),
                kept != null && kept.promised().signum() > 0);
    }
}
