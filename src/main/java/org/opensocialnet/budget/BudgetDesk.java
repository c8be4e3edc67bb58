package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Statement.Closing;
import org.opensocialnet.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For those who keep the money: rules of envelopes, money of whole envelopes, the second signature, closed periods. */
@Component
@Transactional
public class BudgetDesk {

    private final Envelopes envelopes;
    private final Moves moves;
    private final Closings closings;
    private final Ceilings ceilings;

    BudgetDesk(Envelopes envelopes, Moves moves, Closings closings, Ceilings ceilings) {
        this.ceilings = ceilings;
        this.envelopes = envelopes;
        this.moves = moves;
        this.closings = closings;
    }

    /** An envelope with its rules; one that does not exist, or may not be seen, is refused. */
    public Envelope envelope(EnvelopeId id) {
        return envelopes.get(id);
    }

    /** Which organisation keeps it; none where the network's coordination does, or where it may not be seen. */
    public Optional<UUID> keeper(EnvelopeId id) {
        return envelopes.keeper(id);
    }

    /** Which organisation keeps the envelope of an act. */
    public Optional<UUID> keeperOf(UUID act) {
        return moves.envelopeOf(act).flatMap(envelopes::keeper);
    }

    /** What its ceilings still leave for one category, beneficiary or supplier. */
    public List<Terms.Ceiling> ceilingsLeft(Envelope envelope) {
        return ceilings.left(envelope);
    }

    public void amend(Envelope was, Terms terms) {
        moves.amend(was, terms);
    }

    /** Whether money of it ever moved, so that its funders' parts stay. */
    public boolean moved(EnvelopeId id) {
        return envelopes.moved(id);
    }

    /** Allocates more, re-allocates to another envelope, gives out again, or hands back to the funders. */
    public Outcome move(
            Movement movement,
            EnvelopeId envelope,
            @Nullable EnvelopeId other,
            Money amount,
            LocalDate day,
            String note,
            String key) {
        return moves.whole(movement, envelope, other, amount, day, note, key);
    }

    /** Opens an envelope whose money was given on a day that is past. */
    public EnvelopeId openOn(LocalDate day, Terms terms, Money granted, String key) {
        return moves.open(terms, granted, day, key);
    }

    /** Sets money aside on a day that is past: what was done on paper and is entered now. */
    public EarmarkId reserveOn(LocalDate day, EnvelopeId envelope, Money amount, Purpose purpose, String key) {
        return moves.reserve(envelope, amount, purpose, day, key);
    }

    /** The same of a promise. */
    public Outcome commitOn(LocalDate day, EarmarkId earmark, Money amount, String key) {
        return moves.of(Movement.COMMITTED, earmark, amount, day, key);
    }

    /** Lets an act pass that waits, or refuses it; who asked for it herself can only withdraw it. */
    public void decide(UUID act, boolean granted) {
        moves.decide(act, granted);
    }

    /** Closes all days of an envelope up to this one. */
    public void close(EnvelopeId id, LocalDate through) {
        closings.close(id, through);
    }

    /** Takes the envelopes of a demo city out of the book, and all that was booked in them; nothing else leaves it. */
    public void takeOutInvented() {
        envelopes.takeOutInvented();
    }

    /** What stood at the end of each closed period, the latest first. */
    public List<Closing> closings(EnvelopeId id) {
        return closings.of(id);
    }
}
