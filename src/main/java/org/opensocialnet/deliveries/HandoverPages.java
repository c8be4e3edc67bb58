package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.deliveries.DeliveryWords.Row;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.deliveries.HandoverActs.Signed;
import org.opensocialnet.deliveries.Planning.Where;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.QrCode;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One hand-over at the desk of whoever gives: off it goes, handed over and signed for, brought back, shared out, its note. */
@Controller
@RequestMapping(HandoverPages.PATH + "/{handover}")
class HandoverPages {

    static final String PATH = DeliveryPages.PATH + "/handovers";

    /** What a hand draws: moves and lines within a picture of 600 by 200. */
    private static final Pattern DRAWN = Pattern.compile("(?:[ML]\\d{1,3} \\d{1,3}){0,2500}");

    private final DeliveryBook book;
    private final HandoverActs acts;
    private final Planning planning;
    private final ReceiverLinks links;
    private final DeliveryPlaces places;
    private final DeliveryWords words;
    private final FreeText freeText;
    private final TransactionOperations transactions;

    HandoverPages(
            DeliveryBook book,
            HandoverActs acts,
            Planning planning,
            ReceiverLinks links,
            DeliveryPlaces places,
            DeliveryWords words,
            FreeText freeText,
            TransactionOperations transactions) {
        this.book = book;
        this.acts = acts;
        this.planning = planning;
        this.links = links;
        this.places = places;
        this.words = words;
        this.freeText = freeText;
        this.transactions = transactions;
    }

    /** All of it, and what can be done now. */
    record Page(
            SignedIn me,
            Handover handover,
            Row row,
            List<Happening> history,
            List<Choice> places,
            List<Choice> receivers,
            boolean decides) {

        String path() {
            return PATH + "/" + handover.id();
        }

        String most(Part part, BigDecimal quantity, Words t) {
            return DeliveryWords.quantity(part, quantity, t);
        }
    }

    /** The paper that goes along; picture: none where no way in is open. */
    record NotePage(
            SignedIn me,
            Handover handover,
            Row row,
            String signed,
            @Nullable QrCode picture,
            String address) {}

    @GetMapping
    ModelAndView one(@PathVariable UUID handover, SignedIn me, Words t) {
        var found = book.get(handover);
        var form = Form.fresh(t).with("once", Uuid7.next());
        Quantities.fill(form, "hand", found.parts(), Part::out);
        return form.page("deliveries/handover", page(found, me, t));
    }

    @GetMapping("/note")
    ModelAndView note(@PathVariable UUID handover, SignedIn me, Words t) {
        var found = book.get(handover);
        var path = transactions.execute(_ -> links.path(handover));
        var address = path.map(t::address).orElse("");
        return Form.fresh(t)
                .page(
                        "deliveries/note",
                        new NotePage(
                                me,
                                found,
                                words.row(found, t),
                                DeliveryWords.signed(found, t),
                                address.isEmpty() ? null : QrCode.of(address),
                                address));
    }

    @PostMapping("/departure")
    ModelAndView go(@PathVariable UUID handover, Words t, RedirectAttributes redirect) {
        acts.go(handover);
        return done(handover, t.of("deliveries.did.sent"), t, redirect);
    }

    @PostMapping("/handing")
    ModelAndView hand(
            @PathVariable UUID handover,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var found = book.get(handover);
        var form = Form.sent(typed, t);
        var quantities = quantities(form, "hand", found, Part::out, t);
        var by = form.field("signed", t.of("deliveries.signed")).optional(200);
        var path = form.typed("drawn");
        if (path.length() > 20_000 || !DRAWN.matcher(path).matches()) {
            form.refuse("signed", t.of("deliveries.fault.drawn"));
        }
        if (!form.sound()) {
            return form.again("deliveries/handover", page(found, me, t));
        }
        acts.hand(handover, quantities, new Signed(by, path));
        return done(handover, t.of("deliveries.did.handed"), t, redirect);
    }

    @PostMapping("/return")
    ModelAndView comeBack(
            @PathVariable UUID handover,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var found = book.get(handover);
        var form = Form.sent(typed, t);
        var quantities = quantities(form, "back", found, Part::loose, t);
        var why = form.field("why", t.of("deliveries.back.why")).required(1_000);
        freeText.ask(form, t, "why");
        if (!form.sound()) {
            return form.again("deliveries/handover", page(found, me, t));
        }
        acts.comeBack(handover, form.field("once", "").sentId().orElseGet(Uuid7::next), why, quantities);
        return done(handover, t.of("deliveries.did.came-back"), t, redirect);
    }

    @PostMapping("/split")
    ModelAndView split(
            @PathVariable UUID handover,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var found = book.get(handover);
        var form = Form.sent(typed, t);
        var page = page(found, me, t);
        var quantities = quantities(form, "split", found, Part::quantity, t);
        var receiver = chosen(form, "receiver", t.of("deliveries.receiver"), page.receivers());
        var place = chosen(form, "place", t.of("deliveries.place"), page.places());
        var words_ = form.field("where", t.of("deliveries.where.words")).optional(300);
        if (receiver == null && place == null && words_.isEmpty() && form.sound()) {
            form.refuse("where", t.of("deliveries.fault.where"));
        }
        if (!form.sound()) {
            return form.again("deliveries/handover", page);
        }
        planning.split(
                handover,
                new Where(receiver == null ? found.receiver() : receiver, place, place == null ? words_ : ""),
                quantities);
        Said.done(t.of("deliveries.split.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(DeliveryPages.PATH + "/" + found.delivery()));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable UUID handover, Words t, RedirectAttributes redirect) {
        planning.cancel(handover);
        Said.done(t.of("deliveries.cancelled")).on(redirect);
        return new ModelAndView("redirect:" + t.link(DeliveryPages.PATH));
    }

    @PostMapping("/letter")
    ModelAndView ask(@PathVariable UUID handover, Words t, RedirectAttributes redirect) {
        boolean sent = acts.ask(handover);
        return done(handover, sent ? t.of("deliveries.asked") : t.of("deliveries.asked.by-note"), t, redirect);
    }

    private static @Nullable UUID chosen(Form form, String name, String label, List<Choice> choices) {
        if (form.typed(name).isEmpty()) {
            return null;
        }
        var value = form.field(name, label)
                .oneOf(choices.stream().map(Choice::value).toList());
        return value.isEmpty() ? null : UUID.fromString(value);
    }

    private static Map<UUID, BigDecimal> quantities(
            Form form, String act, Handover found, Function<Part, BigDecimal> most, Words t) {
        var quantities = Quantities.read(form, act, found.parts(), most, t);
        boolean all = act.equals("hand") && quantities.size() < found.parts().size();
        if (!all
                && !Quantities.isSome(quantities)
                && form.sound()
                && !found.parts().isEmpty()) {
            form.refuse(Quantities.field(act, found.parts().getFirst().id()), t.of("deliveries.fault.nothing"));
        }
        return quantities;
    }

    private Page page(Handover found, SignedIn me, Words t) {
        boolean planned = found.state() == Handover.State.PLANNED;
        return new Page(
                me,
                found,
                words.row(found, t),
                DeliveryWords.history(found, book.comebacks(found.id()), t),
                planned ? places.places(found.receiver(), t) : List.of(),
                planned ? places.receivers(t) : List.of(),
                me.may(Permission.SUPPORT_DECIDE));
    }

    private static ModelAndView done(UUID handover, String said, Words t, RedirectAttributes redirect) {
        Said.done(said).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + handover));
    }
}
