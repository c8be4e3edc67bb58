package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody of an organisation who writes into the book, for tests of this room and those above. */
public final class Bookkeeper {

    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final UUID organization;
    private final Sight sight;

    public Bookkeeper(Ledger ledger, TransactionOperations transactions, UUID organization) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.organization = organization;
        this.sight = new Sight(Uuid7.next(), organization, "caseworker", Reach.ORGANIZATION, "desk", "here");
    }

    public UUID organization() {
        return organization;
    }

    public Sight sight() {
        return sight;
    }

    /** The network's coordination team. */
    public static Sight team() {
        return new Sight(Uuid7.next(), null, "coordinator", Reach.NETWORK, "desk", "here");
    }

    public <T> T in(Supplier<T> work) {
        return sight.call(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    public Need need(LocalDate day, String type, String group, String zone, int people) {
        return new Need(
                HeadcountDeliveries.KIND,
                day,
                new About(type, group, zone, organization, null),
                Amount.people(people),
                Source.ASKED,
                Reason.FULL);
    }

    public Delivery delivery(LocalDate day, String type, String group, String zone, int people) {
        return new Delivery(
                HeadcountDeliveries.KIND,
                day,
                new About(type, group, zone, organization, null),
                Amount.of(people, people * 2, Unit.MEAL),
                Source.RECORDS);
    }

    public EntryId write(Need need) {
        return in(() -> ledger.write(need));
    }

    public EntryId write(Delivery delivery) {
        return in(() -> ledger.write(delivery));
    }

    public EntryId follow(EntryId need, LocalDate day, FollowUp.State state, int people) {
        return in(() -> ledger.follow(new FollowUp(
                need,
                day,
                state,
                people == 0 ? null : Amount.people(people),
                state == FollowUp.State.REFUSED ? Reason.NOT_ELIGIBLE : null,
                null)));
    }

    public EntryId reverse(EntryId entry) {
        return in(() -> ledger.reverse(entry, "entries.mistyped"));
    }

    static List<String> types() {
        return List.of("soup-kitchen", "night-shelter", "showers");
    }
}
