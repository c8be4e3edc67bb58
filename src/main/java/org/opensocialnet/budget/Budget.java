package org.opensocialnet.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the money. Each act has a key of the caller's: the same act under the same key is done once, however often it
 * is sent. Acts join the caller's transaction: both stand, or neither does. What is refused says which field and why.
 */
@Component
@Transactional
public class Budget {

    private final Envelopes envelopes;
    private final Fitting fitting;
    private final Earmarks earmarks;
    private final Moves moves;
    private final Clock clock;

    Budget(Envelopes envelopes, Fitting fitting, Earmarks earmarks, Moves moves, Clock clock) {
        this.envelopes = envelopes;
        this.fitting = fitting;
        this.earmarks = earmarks;
        this.moves = moves;
        this.clock = clock;
    }

    /** Opens an envelope with what the funders gave; of whoever's sight holds. */
    public EnvelopeId open(Terms terms, Money granted, String key) {
        return moves.open(terms, granted, today(), key);
    }

    /** The open envelopes that may pay for this on that day, those that end first before others. */
    public List<Offer> envelopesFor(String category, String group, String zone, LocalDate day) {
        return offers(category, group, zone, day).stream().filter(Offer::fits).toList();
    }

    /** All envelopes whose time is not over, each with what speaks against it. */
    public List<Offer> offers(String category, String group, String zone, LocalDate day) {
        return fitting.of(category, group, zone, day);
    }

    public Balances balances(EnvelopeId envelope) {
        return envelopes.balances(envelope);
    }

    public Optional<Earmark> earmark(EarmarkId earmark) {
        return earmarks.find(earmark);
    }

    /** The earmarks a room made for one of its own things, the oldest first. */
    public List<Earmark> earmarksOf(String room, UUID reference) {
        return earmarks.of(room, reference);
    }

    /** Sets money aside; nobody outside was promised anything yet. */
    public EarmarkId reserve(EnvelopeId envelope, Money amount, Purpose purpose, String key) {
        return moves.reserve(envelope, amount, purpose, today(), key);
    }

    /** Says who is paid by what was set aside, where nobody was named yet; counted against that supplier's ceiling. */
    public void pays(EarmarkId earmark, UUID supplier) {
        moves.pays(earmark, supplier);
    }

    /** Promises what was set aside, or a part of it. Above the amount of two persons it waits for the second. */
    public Outcome commit(EarmarkId earmark, Money amount, String key) {
        return moves.of(Movement.COMMITTED, earmark, amount, today(), key);
    }

    /** Notes that what was promised, or a part of it, was paid on that day. */
    public Outcome spend(EarmarkId earmark, Money amount, LocalDate paidOn, String key) {
        return moves.of(Movement.SPENT, earmark, amount, paidOn, key);
    }

    /** The same of a payment somebody else must look at, however small it is; why tells her what to look at. */
    public Outcome spendIfASecondAgrees(EarmarkId earmark, Money amount, LocalDate paidOn, String why, String key) {
        return moves.of(Movement.SPENT, earmark, amount, paidOn, true, why, key);
    }

    /** Gives free what is not needed: what is reserved first, then what was promised. */
    public Outcome release(EarmarkId earmark, Money amount, String key) {
        return moves.of(Movement.RELEASED, earmark, amount, today(), key);
    }

    /** Notes that what was paid came back. It waits in the envelope until it is given out again or handed back. */
    public Outcome returned(EarmarkId earmark, Money amount, LocalDate on, String key) {
        return moves.of(Movement.RETURNED, earmark, amount, on, key);
    }

    /** What became of the act that was asked for under this key; none where nobody asked. */
    public Optional<Outcome> outcome(String key) {
        return moves.outcome(key);
    }

    /** Whether something of this kind waits for a second person. */
    public boolean waits(EarmarkId earmark, Movement movement) {
        return moves.waits(earmark, movement);
    }

    /** What of this kind waits for a second person is asked for no longer; {@link ActDecided} tells of each. */
    public void takeBack(EarmarkId earmark, Movement movement) {
        moves.takeBack(earmark, movement);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
