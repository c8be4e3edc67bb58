package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.deliveries.DeliveryWords.Row;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation, or the coordination team, brings to others: the list, one delivery, and the picking list. */
@Controller
@RequestMapping(DeliveryPages.PATH)
class DeliveryPages {

    static final String PATH = "/desk/deliveries";
    private static final int PAGE = 25;
    private static final int FARTHEST_DAYS = 31;

    private final DeliveryBook book;
    private final Supplies supplies;
    private final DeliveryWords words;
    private final Clock clock;

    DeliveryPages(DeliveryBook book, Supplies supplies, DeliveryWords words, Clock clock) {
        this.book = book;
        this.supplies = supplies;
        this.words = words;
        this.clock = clock;
    }

    /** The list: what waits to be planned first. */
    record ListPage(SignedIn me, List<Supplies.Waiting> waiting, List<Row> rows, Paging paging) {}

    /** One delivery and all its places. */
    record DeliveryPage(SignedIn me, Row first, String note, List<Row> rows) {}

    /** What is to be taken along, place by place. */
    record PickingPage(SignedIn me, LocalDate from, LocalDate to, List<Stop> stops, List<Total> totals) {}

    /** One place of one day. */
    record Stop(String day, String receiver, String place, boolean confidential, List<Row> rows) {}

    /** How much of a thing to load altogether. */
    record Total(String what, String quantity) {}

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var after = form.field("after", "").sentId().orElse(null);
        var found = book.page(me.organization(), after, PAGE + 1);
        return form.page(
                "deliveries/list",
                new ListPage(
                        me,
                        supplies.waiting(me, t),
                        found.stream().limit(PAGE).map(one -> words.row(one, t)).toList(),
                        new Paging(
                                after == null ? null : t.link(PATH),
                                found.size() > PAGE
                                        ? t.link(PATH + "?after="
                                                + found.get(PAGE - 1).id())
                                        : null)));
    }

    @GetMapping("/{delivery}")
    ModelAndView one(@PathVariable UUID delivery, SignedIn me, Words t) {
        var all = book.ofDelivery(delivery);
        if (all.isEmpty()) {
            throw Refusal.notFound("deliveries.unknown");
        }
        var rows = all.stream().map(one -> words.row(one, t)).toList();
        return Form.fresh(t)
                .page(
                        "deliveries/delivery",
                        new DeliveryPage(me, rows.getFirst(), all.getFirst().note(), rows));
    }

    @GetMapping("/picking")
    ModelAndView picking(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            SignedIn me,
            Words t) {
        var today = LocalDate.now(clock);
        var first = day(from, today);
        var asked = day(to, from.isEmpty() ? today.plusDays(6) : first);
        var last = asked.isBefore(first)
                ? first
                : asked.isAfter(first.plusDays(FARTHEST_DAYS)) ? first.plusDays(FARTHEST_DAYS) : asked;
        var giver = me.may(Permission.SUPPORT_DECIDE) ? null : me.organization();
        var found = book.toBring(giver, first, last);
        return Form.fresh(t)
                .with("from", first)
                .with("to", last)
                .page("deliveries/picking", new PickingPage(me, first, last, stops(found, t), totals(found, t)));
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isEmpty() ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private List<Stop> stops(List<Handover> found, Words t) {
        var stops = new ArrayList<Stop>();
        for (var one : found) {
            var row = words.row(one, t);
            var last = stops.isEmpty() ? null : stops.getLast();
            if (last != null
                    && last.day().equals(row.day())
                    && last.receiver().equals(row.receiver())
                    && last.place().equals(row.place())) {
                last.rows().add(row);
            } else {
                stops.add(new Stop(
                        row.day(), row.receiver(), row.place(), row.confidential(), new ArrayList<>(List.of(row))));
            }
        }
        return stops;
    }

    private static List<Total> totals(List<Handover> found, Words t) {
        record Kind(String what, String unit, String kind) {}
        var sums = new LinkedHashMap<Kind, Handover.Part>();
        found.stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.out().signum() > 0)
                .sorted(Comparator.comparing(Handover.Part::what))
                .forEach(
                        part -> sums.merge(new Kind(part.what(), part.unit(), part.kind()), part, DeliveryPages::both));
        return sums.values().stream()
                .map(part -> new Total(part.what(), DeliveryWords.quantity(part, part.out(), t)))
                .toList();
    }

    private static Handover.Part both(Handover.Part one, Handover.Part other) {
        return new Handover.Part(
                one.id(),
                one.cover(),
                one.line(),
                one.what(),
                one.kind(),
                one.unit(),
                one.out().add(other.out()),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
