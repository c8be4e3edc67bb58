package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.deliveries.Planning.Piece;
import org.opensocialnet.deliveries.Planning.Wanted;
import org.opensocialnet.deliveries.Planning.Where;
import org.opensocialnet.deliveries.Supplies.Plannable;
import org.opensocialnet.deliveries.Supplies.Supply;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a delivery of what was promised for one request: how much of what, when, where to, who brings it. */
@Controller
@RequestMapping(DeliveryPages.PATH + "/new")
class PlanPages {

    private static final int FARTHEST_YEARS = 2;

    private final Supplies supplies;
    private final Planning planning;
    private final DeliveryPlaces places;
    private final Calls calls;
    private final FreeText freeText;
    private final Clock clock;

    PlanPages(
            Supplies supplies, Planning planning, DeliveryPlaces places, Calls calls, FreeText freeText, Clock clock) {
        this.supplies = supplies;
        this.planning = planning;
        this.places = places;
        this.calls = calls;
        this.freeText = freeText;
        this.clock = clock;
    }

    /** The form; plannable: none where nothing can be planned for that request. */
    record Page(SignedIn me, @Nullable Plannable plannable, List<Row> rows, List<Choice> places, List<Choice> brings) {}

    /** One cover: what it is, how much there is, who gives it. */
    record Row(String field, String what, String free, String giver) {}

    @GetMapping
    ModelAndView plan(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var asked = Form.sent(typed, t).field("request", "").sentId();
        var plannable = asked.flatMap(request -> supplies.of(request, me, t)).orElse(null);
        var form = Form.fresh(t).with("once", Uuid7.next()).with("brings", "giver");
        form.withDate("planned", LocalDate.now(clock).plusDays(1));
        if (plannable != null) {
            form.with("request", plannable.call().id());
            plannable
                    .supplies()
                    .forEach(supply -> form.with(
                            field(supply),
                            supply.piece().free().stripTrailingZeros().toPlainString()));
            place(plannable).ifPresent(place -> form.with("place", place));
        }
        return form.page("deliveries/plan", page(plannable, me, t));
    }

    @PostMapping
    ModelAndView make(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var plannable = form.field("request", "")
                .sentId()
                .flatMap(request -> supplies.of(request, me, t))
                .orElse(null);
        var page = page(plannable, me, t);
        if (plannable == null) {
            form.refuse("request", t.of("deliveries.plan.nothing-left"));
            return form.again("deliveries/plan", page);
        }
        var today = LocalDate.now(clock);
        var planned = form.field("planned", t.of("deliveries.planned")).date();
        if (form.fault("planned") == null
                && (planned == null || planned.isBefore(today) || planned.isAfter(today.plusYears(FARTHEST_YEARS)))) {
            form.refuse("planned", t.of("deliveries.fault.day"));
        }
        var brings = form.field("brings", t.of("deliveries.brings"))
                .oneOf(page.brings().stream().map(Choice::value).toList());
        var carrier = form.field("carrier", t.of("deliveries.carrier")).optional(200);
        var note = form.field("note", t.of("deliveries.note")).optional(1_000);
        freeText.ask(form, t, "note");
        var where = where(form, plannable, page, t);
        var pieces = pieces(form, plannable, t);
        if (!form.sound() || planned == null) {
            return form.again("deliveries/plan", page);
        }
        var id = planning.plan(new Wanted(
                form.field("once", "").sentId().orElseGet(Uuid7::next),
                plannable.call().id(),
                plannable.call().title(),
                giver(plannable, pieces, me),
                planned,
                brings,
                carrier,
                note,
                where,
                pieces));
        Said.done(t.of("deliveries.planned.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(DeliveryPages.PATH + "/" + id));
    }

    /** An organisation plans its own; what the team plans is the giver's where all of it is one's. */
    private static @Nullable UUID giver(Plannable plannable, List<Piece> pieces, SignedIn me) {
        if (me.organization() != null) {
            return me.organization();
        }
        var covers = pieces.stream().map(Piece::cover).toList();
        var givers = new HashSet<Optional<UUID>>();
        plannable.supplies().stream()
                .filter(supply -> covers.contains(supply.cover().id()))
                .forEach(supply -> givers.add(Optional.ofNullable(supply.cover().organization())));
        return givers.size() == 1 ? givers.iterator().next().orElse(null) : null;
    }

    private static List<Piece> pieces(Form form, Plannable plannable, Words t) {
        var pieces = new ArrayList<Piece>();
        for (var supply : plannable.supplies()) {
            var piece = supply.piece();
            var name = field(supply);
            var quantity = form.field(name, piece.what()).amount();
            if (quantity != null && quantity.compareTo(piece.free()) > 0) {
                form.refuse(
                        name,
                        t.of(
                                "deliveries.fault.too-much",
                                piece.what(),
                                Calls.quantity(piece.free(), Unit.of(piece.unit()), piece.kind(), t)));
            } else if (quantity != null && quantity.signum() > 0) {
                pieces.add(of(piece, quantity));
            }
        }
        if (pieces.isEmpty() && form.sound()) {
            form.refuse(field(plannable.supplies().getFirst()), t.of("deliveries.fault.nothing"));
        }
        return pieces;
    }

    private static Piece of(Piece piece, BigDecimal quantity) {
        return new Piece(piece.cover(), piece.line(), piece.what(), piece.kind(), piece.unit(), quantity, piece.free());
    }

    private Where where(Form form, Plannable plannable, Page page, Words t) {
        var words = form.field("where", t.of("deliveries.where.words")).optional(300);
        var place = form.typed("place").isEmpty()
                ? ""
                : form.field("place", t.of("deliveries.place"))
                        .oneOf(page.places().stream().map(Choice::value).toList());
        return new Where(
                receiver(plannable).orElse(null),
                place.isEmpty() ? null : UUID.fromString(place),
                place.isEmpty() ? words : "");
    }

    private Optional<UUID> receiver(Plannable plannable) {
        return calls.line(plannable.supplies().getFirst().piece().line())
                .flatMap(line -> Optional.ofNullable(line.receiver()));
    }

    private Optional<UUID> place(Plannable plannable) {
        return calls.line(plannable.supplies().getFirst().piece().line())
                .flatMap(line -> Optional.ofNullable(line.place()));
    }

    private Page page(@Nullable Plannable plannable, SignedIn me, Words t) {
        var brings = List.of(
                new Choice("giver", t.of("deliveries.brings.giver")),
                new Choice("receiver", t.of("deliveries.brings.receiver")),
                new Choice("carrier", t.of("deliveries.brings.carrier")));
        if (plannable == null) {
            return new Page(me, null, List.of(), List.of(), brings);
        }
        return new Page(
                me,
                plannable,
                plannable.supplies().stream().map(supply -> row(supply, t)).toList(),
                places.places(receiver(plannable).orElse(null), t),
                brings);
    }

    private Row row(Supply supply, Words t) {
        var piece = supply.piece();
        var otherwise = switch (supply.cover().source()) {
            case CITIZEN -> t.of("deliveries.giver.citizen");
            case MONEY -> t.of("deliveries.giver.money");
            case PLEDGE -> "";
        };
        return new Row(
                field(supply),
                piece.what(),
                Calls.quantity(piece.free(), Unit.of(piece.unit()), piece.kind(), t),
                places.name(supply.cover().organization(), otherwise, t));
    }

    private static String field(Supply supply) {
        return "give-" + supply.cover().id();
    }
}
