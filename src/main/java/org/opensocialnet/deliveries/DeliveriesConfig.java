package org.opensocialnet.deliveries;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its pages, what waits, whose a hand-over is, its letter, its kind of entry. */
@Configuration(proxyBeanMethods = false)
class DeliveriesConfig {

    static final Setting<Integer> PATIENCE = new Setting<>(
            "deliveries.patience",
            Setting.Group.MAIL,
            60,
            Forms.number(1, 60),
            3,
            "deliveries.setting.patience",
            "deliveries.setting.patience.hint");

    @Bean
    Declared deliverySettings() {
        return new Declared(PATIENCE);
    }

    @Bean
    EntryKind confirmedDelivery() {
        return new EntryKind(Confirming.KIND, Map.of());
    }

    @Bean
    LetterKind receiverAsked() {
        return asking(ReceiverLetters.ASKED);
    }

    @Bean
    LetterKind receiverAskedAgain() {
        return asking(ReceiverLetters.ASKED_AGAIN);
    }

    private static LetterKind asking(String code) {
        return LetterKind.needed(code, t -> t.of("deliveries.letter.asked"), ReceiverLinks.GOOD_FOR)
                .with("what")
                .withSecret("link")
                .atMost(40);
    }

    @Bean
    DeskEntry deliveriesOfGivers() {
        return new DeskEntry(
                Group.NETWORK, 34, DeliveryPages.PATH, Permission.SUPPORT_PLEDGE, t -> t.of("deliveries.title"));
    }

    @Bean
    DeskEntry deliveriesOfTheTeam() {
        return new DeskEntry(
                Group.NETWORK, 34, DeliveryPages.PATH, Permission.SUPPORT_DECIDE, t -> t.of("deliveries.title"));
    }

    @Bean
    DeskEntry receipts() {
        return new DeskEntry(
                Group.NETWORK, 35, ReceiptPages.PATH, Permission.SUPPORT_ASK, t -> t.of("deliveries.receipts"));
    }

    @Bean
    Keeper deliveryKeeper(DeliveryBook book) {
        return new Keeper() {
            @Override
            public String kind() {
                return "delivery";
            }

            @Override
            public Optional<UUID> organization(UUID delivery) {
                return book.giver(delivery).flatMap(giver -> giver);
            }
        };
    }

    @Bean
    Keeper handoverKeeper(DeliveryBook book) {
        return new Keeper() {
            @Override
            public String kind() {
                return "handover";
            }

            @Override
            public Optional<UUID> organization(UUID handover) {
                return book.find(handover).flatMap(found -> Optional.ofNullable(found.organization()));
            }
        };
    }

    @Bean
    Keeper receiptKeeper(DeliveryBook book) {
        return new Keeper() {
            @Override
            public String kind() {
                return "receipt";
            }

            @Override
            public Optional<UUID> organization(UUID receipt) {
                return book.find(receipt).flatMap(found -> Optional.ofNullable(found.receiver()));
            }
        };
    }

    /** From a request's page: to plan a delivery of what covers it, for the team. */
    @Bean
    Calls.About deliveriesOfRequest(Supplies supplies) {
        return (request, me, t) -> me.may(Permission.SUPPORT_DECIDE)
                ? supplies.of(request, me, t)
                        .map(_ -> new Calls.Link(
                                t.of("deliveries.plan.link"), DeliveryPages.PATH + "/new?request=" + request))
                : Optional.empty();
    }

    @Bean
    ToDo deliveriesToDo(DeliveryBook book, Settings settings, Clock clock) {
        return (me, t) -> {
            var cards = new ArrayList<ToDo.Card>();
            if (me.may(Permission.SUPPORT_DECIDE) || me.may(Permission.SUPPORT_PLEDGE)) {
                cards.addAll(givers(book, settings.value(PATIENCE), clock, me, t));
            }
            int coming =
                    me.may(Permission.SUPPORT_ASK) && me.organization() instanceof UUID own ? book.toConfirm(own) : 0;
            if (coming > 0) {
                cards.add(new ToDo.Card(
                        76,
                        t.of("deliveries.todo.confirm", coming),
                        t.of("deliveries.todo.confirm-why"),
                        t.of("deliveries.todo.confirm-do"),
                        ReceiptPages.PATH));
            }
            return cards;
        };
    }

    /** The receiver is written to again after so many days, and whoever gives is told after twice as many. */
    private static List<ToDo.Card> givers(DeliveryBook book, int days, Clock clock, SignedIn me, Words t) {
        var cards = new ArrayList<ToDo.Card>();
        var before = clock.instant().minus(Duration.ofDays(2L * days)).atOffset(ZoneOffset.UTC);
        var waiting = book.waiting(me.organization(), LocalDate.now(clock), before);
        if (waiting.unclear() > 0) {
            cards.add(new ToDo.Card(
                    82,
                    t.of("deliveries.todo.unclear", waiting.unclear()),
                    t.of("deliveries.todo.unclear-why"),
                    t.of("deliveries.todo.look"),
                    DeliveryPages.PATH));
        }
        if (waiting.unanswered() > 0) {
            cards.add(new ToDo.Card(
                    78,
                    t.of("deliveries.todo.unanswered", waiting.unanswered()),
                    t.of("deliveries.todo.unanswered-why", 2 * days),
                    t.of("deliveries.todo.look"),
                    DeliveryPages.PATH));
        }
        if (waiting.late() > 0) {
            cards.add(new ToDo.Card(
                    70,
                    t.of("deliveries.todo.bring", waiting.late()),
                    t.of("deliveries.todo.bring-why"),
                    t.of("deliveries.todo.bring-do"),
                    DeliveryPages.PATH + "/picking"));
        }
        return cards;
    }
}
