package org.opensocialnet.chronicle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Asker;
import org.opensocialnet.support.Line;
import org.opensocialnet.support.Request.Gap;
import org.opensocialnet.support.RequestActs;
import org.opensocialnet.support.RequestActs.Sent;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.support.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** An invented request is asked and decided on its days, by whoever would do it, with the acts of the desk. */
@Component
class Asked {

    private static final int TO_DECIDE = 2;
    private static final int TO_CALL = 3;
    private static final int NOON = 12;
    private static final Sight TEAM = new Sight(null, null, "coordinator", Reach.NETWORK, "demo", "here");

    private final RequestActs acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    Asked(RequestActs acts, TransactionOperations transactions, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** With whose eyes an asker acts. */
    static Sight eyes(Asker asker) {
        return switch (asker) {
            case Asker.OfTeam _ -> TEAM;
            case Asker.OfPublic _ -> Sight.job("demo");
            case Asker.OfOrganization(var organization) -> of(organization, "organization-admin");
            case Asker.ForPerson(var organization, var _) -> of(organization, "caseworker");
        };
    }

    static Sight of(UUID organization, String role) {
        return new Sight(null, organization, role, Reach.ORGANIZATION, "demo", "here");
    }

    boolean isKnown(Wish wish) {
        return eyes(wish.asker())
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> acts.isKnown(wish.form()))));
    }

    /** The request as it stands after its asker and the team did what its fate says. */
    UUID tell(Wish wish) {
        var request = ask(wish, null);
        var decided = wish.day().plusDays(TO_DECIDE);
        switch (wish.fate()) {
            case DRAFT, SUBMITTED -> {}
            case RETURNED -> team(request, decided, new Step.Return("Για πόσους ανθρώπους είναι, και ως πότε;"));
            case ACCEPTED -> team(request, decided, new Step.Accept());
            case REFUSED -> refuse(request, decided);
            case APPEALED -> {
                refuse(request, decided);
                take(
                        eyes(wish.asker()),
                        request,
                        decided.plusDays(1),
                        new Step.Appeal("Ρωτήσαμε και εκεί: δεν έχουν."));
            }
            case WITHDRAWN -> take(eyes(wish.asker()), request, decided, new Step.Withdraw("Το βρήκαμε από αλλού."));
            default -> call(request, wish.day());
        }
        return request;
    }

    /** Begun and sent, unless it stays a draft. */
    UUID ask(Wish wish, @Nullable Gap from) {
        return in(eyes(wish.asker()), wish.day(), then -> {
            var request = then.begin(wish.form(), wish.asker(), wish.title(), wish.story(), from, true);
            for (var line : wish.lines()) {
                then.put(of(request, line), sent(then, request));
            }
            if (wish.fate() != Fate.DRAFT) {
                then.take(request, sent(then, request), new Step.Submit());
            }
            return request;
        });
    }

    /** The team agrees, and calls others the next day. */
    void call(UUID request, LocalDate asked) {
        team(request, asked.plusDays(TO_DECIDE), new Step.Accept());
        team(request, asked.plusDays(TO_CALL), new Step.Call());
    }

    void close(UUID request, LocalDate day) {
        team(request, day, new Step.Close(""));
    }

    private void refuse(UUID request, LocalDate day) {
        team(request, day, new Step.Refuse(Ground.ANOTHER_WAY, "Το δίνει ήδη άλλος φορέας της ίδιας κοινότητας."));
    }

    private void team(UUID request, LocalDate day, Step step) {
        take(TEAM, request, day, step);
    }

    private void take(Sight eyes, UUID request, LocalDate day, Step step) {
        in(eyes, day, then -> then.take(request, sent(then, request), step));
    }

    /** Something done with requests on another day. */
    private interface Doing<T> {
        T with(RequestActs then);
    }

    private <T> T in(Sight eyes, LocalDate day, Doing<T> doing) {
        var then = acts.at(noon(day, clock));
        return eyes.call(() -> Objects.requireNonNull(transactions.execute(_ -> doing.with(then))));
    }

    /** A clock that stands at noon of a day, never later than now. */
    static Clock noon(LocalDate day, Clock clock) {
        var noon = day.atTime(NOON, 0).atZone(clock.getZone()).toInstant();
        return Clock.fixed(noon.isAfter(clock.instant()) ? clock.instant() : noon, clock.getZone());
    }

    private static Sent sent(RequestActs then, UUID request) {
        return new Sent(Uuid7.next(), then.read(request).version());
    }

    private static Line of(UUID request, Line line) {
        return new Line(
                line.id(),
                request,
                line.thing(),
                line.quantity(),
                line.unit(),
                line.people(),
                line.serviceType(),
                line.group(),
                line.zone(),
                line.neededBy(),
                line.place(),
                line.note(),
                line.citizens(),
                line.sure(),
                line.come());
    }
}
