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
import org.opensocialnet.support.Calls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its pages, its letters, whose a pledge is. */
@Configuration(proxyBeanMethods = false)
class PledgesConfig {

    static final String WITHDRAWN = "pledges.withdrawn";

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
        var family = new LetterFamily("pledges.news", t -> t.of("pledges.letter.family"), true);
        return LetterKind.of(family, WITHDRAWN, t -> t.of("pledges.letter.withdrawn"), Duration.ofDays(3))
                .with("what", "quantity", "link")
                .atMost(60);
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
