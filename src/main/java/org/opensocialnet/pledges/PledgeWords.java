package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.pledges.Pledge.Stage;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Component;

/** Pledges in the reader's words. */
@Component
class PledgeWords {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private final Goods goods;
    private final Organizations organizations;

    PledgeWords(Goods goods, Organizations organizations) {
        this.goods = goods;
        this.organizations = organizations;
    }

    /**
     * One pledge in words.
     *
     * @param giver the organisation's name, or that a citizen gives
     * @param figures how much of it is on its way, handed over and received; empty where nothing moved yet
     * @param when from and until which day
     * @param naming whether an organisation may be named in public; empty for a citizen, who never is
     */
    record Row(
            UUID id,
            String giver,
            String call,
            String what,
            String quantity,
            String made,
            String state,
            Tone tone,
            List<String> figures,
            String when,
            String conditions,
            String naming,
            String why,
            String thanks) {}

    Row row(Pledge pledge, Words t) {
        var stage = pledge.stage();
        return new Row(
                pledge.id(),
                giver(pledge, t),
                pledge.call(),
                what(pledge, t),
                quantity(pledge, pledge.quantity(), t),
                t.date(pledge.madeAt().atZoneSameInstant(ATHENS).toLocalDate()),
                stage(stage, t),
                tone(stage),
                figures(pledge, t),
                when(pledge.fromDay(), pledge.untilDay(), t),
                pledge.conditions(),
                pledge.ofCitizen() ? "" : pledge.named() ? t.of("pledges.named.yes") : t.of("pledges.named.no"),
                pledge.why(),
                pledge.thanks());
    }

    /** One message: who wrote it, when, and whether the reader's own side did. */
    record Line(String by, String when, String text, boolean own) {}

    /** A thread as one side reads it. */
    List<Line> lines(List<Conversation.Message> messages, Side side, Pledge pledge, Words t) {
        return messages.stream()
                .map(message -> new Line(
                        message.side() == side ? t.of("pledges.message.own") : by(message.side(), pledge, t),
                        t.moment(message.at().toInstant()),
                        message.text(),
                        message.side() == side))
                .toList();
    }

    private String by(Side side, Pledge pledge, Words t) {
        return switch (side) {
            case TEAM -> t.of("pledges.message.team");
            case GIVER -> giver(pledge, t);
            case RECEIVER ->
                pledge.ofCitizen() || pledge.receiver() == null
                        ? t.of("pledges.message.receiver")
                        : organizations.name(pledge.receiver()).orElse(t.of("pledges.message.receiver"));
        };
    }

    private String giver(Pledge pledge, Words t) {
        return pledge.organization() == null
                ? t.of("pledges.giver.citizen")
                : organizations.name(pledge.organization()).orElse(t.of("pledges.giver.unknown"));
    }

    /** As the catalogue calls it in the reader's language, else as it was said. */
    String what(Pledge pledge, Words t) {
        return Optional.ofNullable(pledge.item())
                .flatMap(goods::find)
                .map(item -> item.name(t.lang()))
                .orElse(pledge.what());
    }

    /** As the catalogue calls it in the reader's language, else as it was said. */
    String name(Stock.Kept kept, Words t) {
        return Optional.ofNullable(kept.item())
                .flatMap(goods::find)
                .map(item -> item.name(t.lang()))
                .orElse(kept.name());
    }

    static String quantity(Pledge pledge, BigDecimal quantity, Words t) {
        return Calls.quantity(quantity, pledge.counted(), pledge.kind(), t);
    }

    private static List<String> figures(Pledge pledge, Words t) {
        var said = new ArrayList<String>();
        if (pledge.going().signum() > 0) {
            said.add(t.of("pledges.figure.going", quantity(pledge, pledge.going(), t)));
        }
        if (pledge.delivered().signum() > 0) {
            said.add(t.of("pledges.figure.delivered", quantity(pledge, pledge.delivered(), t)));
        }
        if (pledge.confirmed().signum() > 0) {
            said.add(t.of("pledges.figure.confirmed", quantity(pledge, pledge.confirmed(), t)));
        }
        return said;
    }

    private static String when(@Nullable LocalDate from, @Nullable LocalDate until, Words t) {
        if (from != null && until != null) {
            return t.of("pledges.when.between", t.date(from), t.date(until));
        }
        return from != null
                ? t.of("pledges.when.from", t.date(from))
                : until != null ? t.of("pledges.when.until", t.date(until)) : "";
    }

    static String stage(Stage stage, Words t) {
        return switch (stage) {
            case WAITING -> t.of("pledges.stage.waiting");
            case PROMISED -> t.of("pledges.stage.promised");
            case ON_ITS_WAY -> t.of("pledges.stage.on-its-way");
            case DELIVERED -> t.of("pledges.stage.delivered");
            case CONFIRMED -> t.of("pledges.stage.confirmed");
            case REFUSED -> t.of("pledges.stage.refused");
            case WITHDRAWN -> t.of("pledges.stage.withdrawn");
            case ENDED -> t.of("pledges.stage.ended");
        };
    }

    private static Tone tone(Stage stage) {
        return switch (stage) {
            case WAITING, ON_ITS_WAY -> Tone.WAITING;
            case PROMISED, DELIVERED, CONFIRMED -> Tone.GOOD;
            case REFUSED, WITHDRAWN, ENDED -> Tone.NEUTRAL;
        };
    }

    static List<Choice> shown(Words t) {
        return List.of(
                new Choice("open", t.of("pledges.shown.open")),
                new Choice("on-its-way", t.of("pledges.shown.on-its-way")),
                new Choice("delivered", t.of("pledges.shown.delivered")),
                new Choice("confirmed", t.of("pledges.shown.confirmed")),
                new Choice("withdrawn", t.of("pledges.shown.withdrawn")));
    }
}
