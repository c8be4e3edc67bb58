package org.opensocialnet.pledges;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.messaging.LetterFamily;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.support.Calls;
import org.opensocialnet.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its pages, its letters, whose a pledge is. */
@Configuration(proxyBeanMethods = false)
class PledgesConfig {

    static final String WITHDRAWN = "pledges.withdrawn";
    static final String MESSAGE = "pledges.message";
    static final String PROMISED = "pledges.promised";
    static final String NEWS = "pledges.citizen-news";

    static final Setting<Integer> OVER_DAYS = new Setting<>(
            "pledges.over-days",
            Setting.Group.RETENTION,
            41,
            Forms.number(1, 365),
            30,
            "pledges.setting.over-days",
            "pledges.setting.over-days.hint");

    private static final LetterFamily FAMILY =
            new LetterFamily("pledges.news", t -> t.of("pledges.letter.family"), true);

    @Bean
    DeskEntry callsEntry() {
        return new DeskEntry(Group.NETWORK, 31, CallPages.PATH, Permission.SUPPORT_PLEDGE, t -> t.of("pledges.calls"));
    }

    @Bean
    DeskEntry pledgesEntry() {
        return new DeskEntry(
                Group.NETWORK, 32, PledgePages.PATH, Permission.SUPPORT_PLEDGE, t -> t.of("pledges.title"));
    }

    @Bean
    DeskEntry stockEntry() {
        return new DeskEntry(
                Group.NETWORK, 33, StockPages.PATH, Permission.SUPPORT_PLEDGE, t -> t.of("pledges.stock.title"));
    }

    @Bean
    LetterKind withdrawnLetter() {
        return LetterKind.of(FAMILY, WITHDRAWN, t -> t.of("pledges.letter.withdrawn"), Duration.ofDays(3))
                .with("what", "quantity", "link")
                .atMost(60);
    }

    @Bean
    LetterKind pledgeMessageLetter() {
        return LetterKind.of(FAMILY, MESSAGE, t -> t.of("pledges.letter.message"), Duration.ofDays(3))
                .with("link")
                .atMost(20);
    }

    @Bean
    LetterKind citizenPromisedLetter() {
        return LetterKind.needed(PROMISED, t -> t.of("pledges.letter.promised"), Duration.ofDays(3))
                .withSecret("link");
    }

    @Bean
    LetterKind citizenNewsLetter() {
        return LetterKind.needed(NEWS, t -> t.of("pledges.letter.news"), Duration.ofDays(3))
                .withSecret("link")
                .atMost(20);
    }

    @Bean
    MenuEntry publicCallsEntry() {
        return new MenuEntry(MenuEntry.Place.FOOTER, 15, PublicCallPages.PATH, t -> t.of("pledges.public.title"));
    }

    @Bean
    DeskEntry citizensEntry() {
        return new DeskEntry(
                Group.NETWORK, 32, PromisePages.PATH, Permission.SUPPORT_DECIDE, t -> t.of("pledges.check.title"));
    }

    /** Whose pledge it is, as its giver comes to it. */
    @Bean
    Keeper pledgeKeeper(PledgeBook book) {
        return new Kept("pledge", id -> book.find(id).flatMap(pledge -> Optional.ofNullable(pledge.organization())));
    }

    /** To whom it is promised, as the receiver comes to it. */
    @Bean
    Keeper promiseKeeper(PledgeBook book) {
        return new Kept("promise", id -> book.find(id).flatMap(pledge -> Optional.ofNullable(pledge.receiver())));
    }

    @Bean
    Keeper stockKeeper(Stock stock) {
        return new Kept("stock", id -> stock.find(id).map(Stock.Kept::organization));
    }

    /** One kind of record, and whose each is. */
    private record Kept(String kind, Function<UUID, Optional<UUID>> whose) implements Keeper {

        @Override
        public Optional<UUID> organization(UUID record) {
            return whose.apply(record);
        }
    }

    @Bean
    Calls.About pledgesOfRequest(PledgeBook book) {
        return (request, me, t) -> {
            int there = book.count(request);
            return there == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Calls.Link(t.of("pledges.of.link", there), "/desk/requests/" + request + "/pledges"));
        };
    }
}
