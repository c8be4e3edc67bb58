package org.opensocialnet.support;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.naming.Names;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Tone;

/** States, kinds, units and reasons in the reader's words. */
final class SupportWords {

    private SupportWords() {}

    /** By its code, as columns and addresses write it. */
    static String state(String code, Words t) {
        return switch (code) {
            case "draft" -> t.of("support.state.draft");
            case "submitted" -> t.of("support.state.submitted");
            case "returned" -> t.of("support.state.returned");
            case "accepted" -> t.of("support.state.accepted");
            case "refused" -> t.of("support.state.refused");
            case "appealed" -> t.of("support.state.appealed");
            case "open" -> t.of("support.state.open");
            case "partly-covered" -> t.of("support.state.partly-covered");
            case "covered" -> t.of("support.state.covered");
            case "in-delivery" -> t.of("support.state.in-delivery");
            case "partly-delivered" -> t.of("support.state.partly-delivered");
            case "delivered" -> t.of("support.state.delivered");
            case "confirmed" -> t.of("support.state.confirmed");
            case "closed" -> t.of("support.state.closed");
            default -> t.of("support.state.withdrawn");
        };
    }

    static Tone tone(String code) {
        return switch (code) {
            case "submitted", "appealed", "open", "partly-covered", "accepted" -> Tone.WAITING;
            case "returned" -> Tone.ATTENTION;
            case "covered", "in-delivery", "partly-delivered", "delivered", "confirmed" -> Tone.GOOD;
            default -> Tone.NEUTRAL;
        };
    }

    /** What comes next, and who does it. */
    static String next(State state, Words t) {
        return switch (state) {
            case State.Draft _ -> t.of("support.next.draft");
            case State.Submitted _ -> t.of("support.next.submitted");
            case State.Returned _ -> t.of("support.next.returned");
            case State.Accepted _ -> t.of("support.next.accepted");
            case State.Refused(State.Ground _, String _, boolean last) ->
                last ? t.of("support.next.refused-last") : t.of("support.next.refused");
            case State.Appealed _ -> t.of("support.next.appealed");
            case State.Open _ -> t.of("support.next.open");
            case State.PartlyCovered _ -> t.of("support.next.partly-covered");
            case State.Covered _ -> t.of("support.next.covered");
            case State.InDelivery _, State.PartlyDelivered _ -> t.of("support.next.in-delivery");
            case State.Delivered _ -> t.of("support.next.delivered");
            case State.Confirmed _ -> t.of("support.next.confirmed");
            case State.Closed _, State.Withdrawn _ -> t.of("support.next.over");
        };
    }

    static String ground(Ground ground, Words t) {
        return switch (ground) {
            case NOT_NEEDED -> t.of("support.ground.not-needed");
            case ANOTHER_WAY -> t.of("support.ground.another-way");
            case NOT_ELIGIBLE -> t.of("support.ground.not-eligible");
            case OVER_QUOTA -> t.of("support.ground.over-quota");
            case NO_MEANS -> t.of("support.ground.no-means");
            case NOT_CLEAR -> t.of("support.ground.not-clear");
            case OTHER -> t.of("support.ground.other");
        };
    }

    static List<Choice> grounds(Words t) {
        return Arrays.stream(Ground.values())
                .map(ground -> new Choice(Items.code(ground), ground(ground, t)))
                .toList();
    }

    static String kind(String kind, Words t) {
        return switch (kind) {
            case "goods" -> t.of("support.kind.goods");
            case "service" -> t.of("support.kind.service");
            case "places" -> t.of("support.kind.places");
            case "transport" -> t.of("support.kind.transport");
            case "people" -> t.of("support.kind.people");
            default -> t.of("support.kind.money");
        };
    }

    static List<Choice> kinds(Words t) {
        return List.of(
                new Choice("goods", kind("goods", t), t.of("support.kind.goods.hint")),
                new Choice("service", kind("service", t), t.of("support.kind.service.hint")),
                new Choice("places", kind("places", t), t.of("support.kind.places.hint")),
                new Choice("transport", kind("transport", t), t.of("support.kind.transport.hint")),
                new Choice("people", kind("people", t), t.of("support.kind.people.hint")),
                new Choice("money", kind("money", t), t.of("support.kind.money.hint")));
    }

    static String unit(Unit unit, String kind, Words t) {
        return switch (unit) {
            case PLACE -> t.of("support.unit.place");
            case NIGHT -> t.of("support.unit.night");
            case MEAL -> t.of("support.unit.meal");
            case PARCEL -> t.of("support.unit.parcel");
            case ITEM -> t.of("support.unit.item");
            case VISIT -> kind.equals("transport") ? t.of("support.unit.ride") : t.of("support.unit.visit");
            case SESSION -> t.of("support.unit.session");
            case HOUR -> t.of("support.unit.hour");
            case EURO -> t.of("support.unit.euro");
        };
    }

    static List<Choice> units(String kind, Words t) {
        return Thing.units(kind).stream()
                .map(unit -> new Choice(unit.code(), unit(unit, kind, t)))
                .toList();
    }

    /** "30 items", "€320". */
    static String quantity(BigDecimal quantity, Unit unit, String kind, Words t) {
        return unit == Unit.EURO
                ? t.money(new Money(quantity))
                : t.of("support.quantity.of", t.number(quantity.stripTrailingZeros()), unit(unit, kind, t));
    }

    static String quantity(Line line, BigDecimal quantity, Words t) {
        return quantity(quantity, line.unit(), line.thing().kind(), t);
    }

    static String whom(Line line, List<Choice> groups, Words t) {
        return line.group().isEmpty()
                ? t.of("support.for-people", line.people())
                : t.of("support.for-people-of", line.people(), Names.of(groups, line.group()));
    }

    static String where(Line line, List<Choice> types, List<Choice> zones) {
        var type = Names.of(types, line.serviceType());
        var zone = Names.of(zones, line.zone());
        return type.isEmpty() || zone.isEmpty() ? type + zone : type + " · " + zone;
    }

    static String asker(String asker, String organization, Words t) {
        return switch (asker) {
            case "team" ->
                organization.isEmpty() ? t.of("support.asker.team") : t.of("support.asker.team-for", organization);
            case "public" -> t.of("support.asker.public");
            case "person" -> t.of("support.asker.person", organization);
            default -> organization.isEmpty() ? t.of("support.asker.unknown") : organization;
        };
    }

    /** What happened, as the history tells it. */
    static String step(String what, Words t) {
        return switch (what) {
            case "begin" -> t.of("support.did.begin");
            case "tell" -> t.of("support.did.tell");
            case "line-added" -> t.of("support.did.line-added");
            case "line-changed" -> t.of("support.did.line-changed");
            case "line-removed" -> t.of("support.did.line-removed");
            case "submit" -> t.of("support.did.submit");
            case "answer" -> t.of("support.did.answer");
            case "sort" -> t.of("support.did.sort");
            case "return" -> t.of("support.did.return");
            case "accept" -> t.of("support.did.accept");
            case "refuse" -> t.of("support.did.refuse");
            case "appeal" -> t.of("support.did.appeal");
            case "call" -> t.of("support.did.call");
            case "close" -> t.of("support.did.close");
            case "withdraw" -> t.of("support.did.withdraw");
            case "cover" -> t.of("support.did.cover");
            case "uncover" -> t.of("support.did.uncover");
            case "go" -> t.of("support.did.go");
            case "deliver" -> t.of("support.did.deliver");
            case "confirm" -> t.of("support.did.confirm");
            case "unconfirm" -> t.of("support.did.unconfirm");
            case "stay" -> t.of("support.did.stay");
            case "bring-back" -> t.of("support.did.bring-back");
            default -> what;
        };
    }
}
