package org.opensocialnet.goods;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination team keeps the catalogue of goods. */
@Controller
@RequestMapping(GoodsPages.PATH)
class GoodsPages {

    static final String PATH = "/desk/goods";
    private static final int MOST = 1_000_000;

    private final Goods goods;
    private final Names names;

    GoodsPages(Goods goods, Names names) {
        this.goods = goods;
        this.names = names;
    }

    /** What the list shows. */
    record Page(SignedIn me, List<Row> rows) {}

    /** One good in words. */
    record Row(String path, String name, String unit, String usual, String price, String quota) {}

    /** What the form shows; id: none of a new one. */
    record OnePage(SignedIn me, @Nullable UUID id, boolean retired, List<Choice> units, List<Choice> types) {}

    @GetMapping
    ModelAndView list(SignedIn me, Words t) {
        var rows = goods.all().stream()
                .map(item -> new Row(
                        PATH + "/" + item.id(),
                        item.name(t.lang()),
                        unit(item.unit(), t),
                        t.of("goods.from-to", t.number(item.usualLeast()), t.number(item.usualMost())),
                        t.of("goods.from-to", euros(item.priceLeast(), t), euros(item.priceMost(), t)),
                        item.quota() == null ? "" : t.number(item.quota())))
                .sorted(Comparator.comparing(Row::name, Collator.getInstance(Locale.of(t.lang()))))
                .toList();
        return Form.fresh(t).page("goods/list", new Page(me, rows));
    }

    @GetMapping("/new")
    ModelAndView fresh(SignedIn me, Words t) {
        return Form.fresh(t)
                .with("once", Uuid7.next())
                .with("unit", "item")
                .page("goods/item", page(me, null, false, t));
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(me, null, false, t);
        var id = form.field("once", "").sentId().orElseGet(Uuid7::next);
        if (goods.find(id).isEmpty()) {
            var item = read(form, id, page, t);
            if (item == null || !kept(form, () -> goods.add(item), t)) {
                return form.again("goods/item", page);
            }
        }
        Said.done(t.of("goods.added")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @GetMapping("/{item}")
    ModelAndView one(@PathVariable UUID item, SignedIn me, Words t) {
        var found = found(item);
        return Form.fresh(t)
                .with("name", found.name())
                .with("name-en", found.nameEn())
                .with("unit", found.unit())
                .with("least", found.usualLeast())
                .with("most", found.usualMost())
                .with("price-least", found.priceLeast().toPlainString())
                .with("price-most", found.priceMost().toPlainString())
                .with("quota", found.quota())
                .with("type", found.serviceType())
                .with("version", found.version())
                .page("goods/item", page(me, item, found.retired(), t));
    }

    @PostMapping("/{item}")
    ModelAndView change(
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(me, item, found(item).retired(), t);
        var changed = read(form, item, page, t);
        if (changed == null || !kept(form, () -> goods.change(changed), t)) {
            return form.again("goods/item", page);
        }
        Said.done(t.of("goods.changed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/{item}/retirement")
    ModelAndView retire(@PathVariable UUID item, Words t, RedirectAttributes redirect) {
        goods.retire(item, true);
        Said.done(t.of("goods.retired")).undo(PATH + "/" + item + "/return").on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/{item}/return")
    ModelAndView restore(@PathVariable UUID item, Words t, RedirectAttributes redirect) {
        goods.retire(item, false);
        Said.done(t.of("goods.restored")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private static boolean kept(Form form, Runnable act, Words t) {
        try {
            act.run();
            return true;
        } catch (Refusal no) {
            if (no.kind() != Refusal.Kind.CONFLICT) {
                throw no;
            }
            form.refuse("name", t.of(no.key(), no.arguments()));
            return false;
        }
    }

    private @Nullable Item read(Form form, UUID id, OnePage page, Words t) {
        var name = form.field("name", t.of("goods.name")).required(120);
        var english = form.field("name-en", t.of("goods.name-en")).required(120);
        var unit = form.field("unit", t.of("goods.unit")).oneOf(values(page.units()));
        var least = needed(form, "least", t.of("goods.least"), t);
        var most = needed(form, "most", t.of("goods.most"), t);
        var cheap = price(form, "price-least", t.of("goods.price-least"), t);
        var dear = price(form, "price-most", t.of("goods.price-most"), t);
        var quota = form.field("quota", t.of("goods.quota")).number(1, MOST);
        var type = form.field("type", t.of("goods.type")).oneOf(values(page.types()));
        var version = form.field("version", "").number(0, Integer.MAX_VALUE);
        if (least != null && most != null && least > most) {
            form.refuse("most", t.of("goods.fault.order"));
        }
        if (cheap != null && dear != null && cheap.compareTo(dear) > 0) {
            form.refuse("price-most", t.of("goods.fault.order"));
        }
        if (!form.sound() || least == null || most == null || cheap == null || dear == null) {
            return null;
        }
        return new Item(
                id,
                name,
                english,
                unit,
                least,
                most,
                cheap,
                dear,
                quota,
                type,
                false,
                Objects.requireNonNullElse(version, 0));
    }

    private static @Nullable Integer needed(Form form, String name, String label, Words t) {
        var number = form.field(name, label).number(1, MOST);
        if (number == null) {
            form.refuse(name, t.of("workspace.fault.missing", label));
        }
        return number;
    }

    private static @Nullable BigDecimal price(Form form, String name, String label, Words t) {
        var price = form.field(name, label).amount();
        if (price == null) {
            form.refuse(name, t.of("workspace.fault.missing", label));
        }
        return price;
    }

    private Item found(UUID id) {
        return goods.find(id).orElseThrow(() -> Refusal.notFound("goods.unknown"));
    }

    private OnePage page(SignedIn me, @Nullable UUID id, boolean retired, Words t) {
        return new OnePage(
                me,
                id,
                retired,
                List.of("item", "parcel", "meal").stream()
                        .map(unit -> new Choice(unit, unit(unit, t)))
                        .toList(),
                names.serviceTypes(t));
    }

    private static String unit(String code, Words t) {
        return switch (code) {
            case "parcel" -> t.of("goods.unit.parcel");
            case "meal" -> t.of("goods.unit.meal");
            default -> t.of("goods.unit.item");
        };
    }

    private static String euros(BigDecimal amount, Words t) {
        return t.money(new Money(amount));
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    @Bean
    static DeskEntry goodsEntry() {
        return new DeskEntry(Group.NETWORK, 34, PATH, Permission.SUPPORT_DECIDE, t -> t.of("goods.title"));
    }
}
