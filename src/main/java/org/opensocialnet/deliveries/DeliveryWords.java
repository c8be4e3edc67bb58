package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.deliveries.Handover.Answer;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.deliveries.Handover.State;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Component;

/** Hand-overs in words. */
@Component
class DeliveryWords {

    private final DeliveryPlaces places;

    DeliveryWords(DeliveryPlaces places) {
        this.places = places;
    }

    /** One hand-over as pages show it. */
    record Row(
            UUID id,
            UUID delivery,
            String number,
            String title,
            String giver,
            String receiver,
            String place,
            boolean confidential,
            String day,
            String brings,
            String state,
            Tone tone,
            List<Thing> things) {}

    /** So much of one thing. */
    record Thing(UUID part, String what, String quantity, String confirmed, String returned) {}

    Row row(Handover one, Words t) {
        var place = places.of(one, t);
        return new Row(
                one.id(),
                one.delivery(),
                t.number(one.number()),
                one.title(),
                places.name(one.organization(), t.of("deliveries.giver.team"), t),
                places.name(one.receiver(), t.of("deliveries.receiver.asker"), t),
                place.line(),
                place.confidential(),
                t.weekdayAndDate(one.planned()),
                brings(one, t),
                state(one, t),
                tone(one),
                one.parts().stream()
                        .filter(part -> part.quantity().signum() > 0)
                        .map(part -> new Thing(
                                part.id(),
                                part.what(),
                                quantity(part, part.quantity(), t),
                                quantity(part, part.confirmed(), t),
                                part.returned().signum() > 0 ? quantity(part, part.returned(), t) : ""))
                        .toList());
    }

    static String quantity(Part part, BigDecimal quantity, Words t) {
        return Calls.quantity(quantity, Unit.of(part.unit()), part.kind(), t);
    }

    static String brings(Handover one, Words t) {
        var who = switch (one.brings()) {
            case "giver" -> t.of("deliveries.brings.giver");
            case "receiver" -> t.of("deliveries.brings.receiver");
            default -> t.of("deliveries.brings.carrier");
        };
        return one.carrier().isEmpty() ? who : who + " (" + one.carrier() + ")";
    }

    static String state(Handover one, Words t) {
        return switch (one.state()) {
            case PLANNED -> t.of("deliveries.state.planned");
            case UNDERWAY -> t.of("deliveries.state.underway");
            case HANDED -> t.of("deliveries.state.handed");
            case ANSWERED ->
                one.answer() == Answer.WRONG
                        ? t.of("deliveries.state.wrong")
                        : one.isShort() ? t.of("deliveries.state.short") : t.of("deliveries.state.confirmed");
            case RETURNED -> t.of("deliveries.state.returned");
        };
    }

    static Tone tone(Handover one) {
        return switch (one.state()) {
            case PLANNED, RETURNED -> Tone.NEUTRAL;
            case UNDERWAY, HANDED -> Tone.WAITING;
            case ANSWERED -> one.isShort() ? Tone.ATTENTION : Tone.GOOD;
        };
    }

    /** What became of it, the latest first. */
    static List<Happening> history(Handover one, List<String> comebacks, Words t) {
        var all = new ArrayList<Happening>();
        if (one.answeredAt() != null) {
            add(all, state(one, t), one.answeredAt(), one.words(), t);
        }
        if (one.handedAt() != null && one.state() != State.UNDERWAY) {
            add(all, t.of("deliveries.did.handed"), one.handedAt(), signed(one, t), t);
        }
        if (one.wentAt() != null) {
            add(all, t.of("deliveries.did.sent"), one.wentAt(), null, t);
        }
        comebacks.forEach(why -> all.addFirst(new Happening(t.of("deliveries.did.came-back"), "", "", "", why)));
        return all;
    }

    private static void add(List<Happening> all, String title, OffsetDateTime at, @Nullable String text, Words t) {
        all.add(new Happening(
                title, "", t.moment(at.toInstant()), at.toString(), text == null || text.isEmpty() ? null : text));
    }

    static String signed(Handover one, Words t) {
        if (one.forgotten()) {
            return t.of("deliveries.signed.forgotten");
        }
        return one.signedBy().isEmpty() ? "" : t.of("deliveries.signed.by", one.signedBy());
    }
}
