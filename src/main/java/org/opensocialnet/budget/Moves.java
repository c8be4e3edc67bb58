package org.opensocialnet.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.MoneyBook.Line;
import org.opensocialnet.budget.MoneyBook.State;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with money. An act holds its envelope first: whoever comes second reads what the first one left, be it
 * the balance, a ceiling, or that the same act was done under the same key.
 */
@Component
@Transactional
class Moves {

    private final Envelopes envelopes;
    private final Earmarks earmarks;
    private final Ceilings ceilings;
    private final MoneyBook book;
    private final FourEyes fourEyes;
    private final DayByDay days;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            Envelopes envelopes,
            Earmarks earmarks,
            Ceilings ceilings,
            MoneyBook book,
            FourEyes fourEyes,
            DayByDay days,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.envelopes = envelopes;
        this.earmarks = earmarks;
        this.ceilings = ceilings;
        this.book = book;
        this.fourEyes = fourEyes;
        this.days = days;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    EnvelopeId open(Terms terms, Money granted, LocalDate day, String key) {
        Checks.mustBeKey(key);
        book.hold(key);
        var before = book.byKey(key);
        if (before.isPresent()) {
            return before.get().envelope();
        }
        var envelope = envelopes.add(terms);
        trail.note(Act.on("budget.envelope.made", "envelope", envelope.value()));
        whole(Movement.ALLOCATED, envelope, null, granted, day, "", key);
        return envelope;
    }

    void amend(Envelope was, Terms terms) {
        envelopes.amend(was, terms);
        trail.note(Act.on("budget.envelope.changed", "envelope", was.id().value()));
    }

    EarmarkId reserve(EnvelopeId envelope, Money amount, Purpose purpose, LocalDate day, String key) {
        Checks.mustBeKey(key);
        Checks.mustBeAmount(amount);
        Checks.mustBePurpose(purpose);
        envelopes.hold(List.of(envelope));
        var before = book.byKey(key);
        if (before.isPresent()) {
            mustBeTheSame(before.get(), Movement.RESERVED, envelope, amount);
            return Objects.requireNonNull(before.get().earmark());
        }
        var held = envelopes.get(envelope);
        Checks.mustBeAllowed(held, purpose, day, today());
        ceilings.mustBear(held, purpose, amount);
        var earmark = earmarks.get(earmarks.add(envelope, purpose));
        var line = Line.asked(key, Movement.RESERVED, envelope, null, earmark.id(), amount, day, "");
        book.add(line, State.DONE);
        var postings = Posting.upon(earmark, Movement.RESERVED, amount, envelopes.balances(envelope));
        post(line, stood(line, postings), earmark);
        return earmark.id();
    }

    /** An earmark learns once whom it pays. */
    void pays(EarmarkId id, UUID supplier) {
        var envelope = earmarks.get(id).envelope();
        envelopes.hold(List.of(envelope));
        var earmark = earmarks.get(id);
        if (supplier.equals(earmark.purpose().supplier())) {
            return;
        }
        if (earmark.purpose().supplier() != null) {
            throw Refusal.conflict("budget.refused.supplier");
        }
        ceilings.mustBear(envelopes.get(envelope), supplier, earmark.held());
        earmarks.pays(id, supplier);
    }

    Outcome of(Movement movement, EarmarkId id, Money amount, LocalDate day, String key) {
        return of(movement, id, amount, day, false, "", key);
    }

    /** @param second whether somebody else must look, however small the amount is; the note tells her why */
    Outcome of(Movement movement, EarmarkId id, Money amount, LocalDate day, boolean second, String note, String key) {
        Checks.mustBeKey(key);
        Checks.mustBeAmount(amount);
        var envelope = earmarks.get(id).envelope();
        envelopes.hold(List.of(envelope));
        var before = book.byKey(key);
        if (before.isPresent()) {
            return replayed(before.get(), movement, envelope, amount);
        }
        var line = Line.asked(key, movement, envelope, null, id, amount, day, note);
        var earmark = earmarks.get(id);
        if (movement == Movement.RELEASED && !book.waiting(id).isEmpty()) {
            throw Refusal.wrong("budget.refused.waits", "amount");
        }
        var postings = postings(line, earmark);
        return settle(line, postings, earmark, second || fourEyes.mustLookAt(line, earmark));
    }

    Outcome whole(
            Movement movement,
            EnvelopeId envelope,
            @Nullable EnvelopeId other,
            Money amount,
            LocalDate day,
            String note,
            String key) {
        Checks.mustBeKey(key);
        Checks.mustBeAmount(amount);
        envelopes.hold(Stream.of(envelope, other).filter(Objects::nonNull).toList());
        var before = book.byKey(key);
        if (before.isPresent()) {
            return replayed(before.get(), movement, envelope, amount);
        }
        var line = Line.asked(key, movement, envelope, other, null, amount, day, note);
        return settle(line, postings(line, null), null, fourEyes.mustLookAt(line, null));
    }

    private Outcome settle(Line line, List<Posting> postings, @Nullable Earmark earmark, boolean two) {
        if (two) {
            book.add(line, State.WAITS);
            trail.note(Act.on("budget.act.asked", "envelope", line.envelope().value()));
            return new Outcome.Waits(line.id());
        }
        book.add(line, State.DONE);
        post(line, postings, earmark);
        return new Outcome.Done(line.id());
    }

    /** A second person lets an act pass, or does not. What was asked for is held against what stands now. */
    void decide(UUID act, boolean granted) {
        var asked = book.find(act).orElseThrow(() -> Refusal.notFound("budget.act.unknown"));
        envelopes.hold(Stream.of(asked.envelope(), asked.other())
                .filter(Objects::nonNull)
                .toList());
        var line = book.find(act).orElseThrow(() -> Refusal.notFound("budget.act.unknown"));
        if (line.state() != State.WAITS) {
            throw Refusal.conflict("budget.act.decided");
        }
        if (granted && book.askedByMe(line)) {
            throw Refusal.conflict("budget.act.two-persons");
        }
        var earmark = line.earmark() == null ? null : earmarks.get(line.earmark());
        var passed = granted ? booked(line) : line;
        var postings = granted ? postings(passed, earmark) : List.<Posting>of();
        book.decide(passed, granted);
        if (granted) {
            post(passed, postings, earmark);
        } else {
            trail.note(Act.on("budget.act.refused", "envelope", line.envelope().value()));
        }
        events.publishEvent(new ActDecided(
                line.id(),
                line.movement(),
                line.envelope(),
                line.earmark(),
                earmark == null ? "" : earmark.purpose().room(),
                earmark == null ? null : earmark.purpose().reference(),
                granted));
    }

    /** A promise binds from the day it is let pass; what was given or paid stays on its day. */
    private Line booked(Line line) {
        return switch (line.movement()) {
            case COMMITTED, REALLOCATED, REUSED -> line.on(today());
            case ALLOCATED, RESERVED, SPENT, RELEASED, RETURNED, HANDED_BACK -> line;
        };
    }

    Optional<Outcome> outcome(String key) {
        return book.byKey(key).filter(line -> line.state() != State.REFUSED).map(Line::outcome);
    }

    Optional<EnvelopeId> envelopeOf(UUID act) {
        return book.find(act).map(Line::envelope);
    }

    boolean waits(EarmarkId earmark, Movement movement) {
        return book.waiting(earmark).stream().anyMatch(line -> line.movement() == movement);
    }

    /** What waits of an earmark is asked for no longer. */
    void takeBack(EarmarkId earmark, Movement movement) {
        book.waiting(earmark).stream()
                .filter(line -> line.movement() == movement)
                .forEach(line -> decide(line.id(), false));
    }

    private List<Posting> postings(Line line, @Nullable Earmark earmark) {
        var envelope = envelopes.get(line.envelope());
        Checks.mustBeInTime(envelope, line.movement(), line.day(), today());
        if (line.other() != null) {
            Checks.mustBeInTime(envelopes.get(line.other()), line.movement(), line.day(), today());
        }
        var stands = envelopes.balances(line.envelope());
        return stood(
                line,
                earmark == null
                        ? Posting.upon(line.envelope(), line.other(), line.movement(), line.amount(), stands)
                        : Posting.upon(earmark, line.movement(), line.amount(), stands));
    }

    private List<Posting> stood(Line line, List<Posting> postings) {
        if (line.day().isBefore(today())) {
            days.mustBear(postings, line.day());
        }
        return postings;
    }

    private void post(Line line, List<Posting> postings, @Nullable Earmark earmark) {
        book.post(line.id(), postings);
        trail.note(Act.on("budget.money.moved", "envelope", line.envelope().value()));
        events.publishEvent(new MoneyMoved(
                line.id(),
                line.movement(),
                line.envelope(),
                line.earmark(),
                earmark == null ? "" : earmark.purpose().room(),
                earmark == null ? null : earmark.purpose().reference(),
                line.amount(),
                line.day()));
    }

    /** What was refused does not wait again because its form is sent once more. */
    private static Outcome replayed(Line before, Movement movement, EnvelopeId envelope, Money amount) {
        mustBeTheSame(before, movement, envelope, amount);
        if (before.state() == State.REFUSED) {
            throw Refusal.conflict("budget.act.decided");
        }
        return before.outcome();
    }

    private static void mustBeTheSame(Line before, Movement movement, EnvelopeId envelope, Money amount) {
        if (before.movement() != movement
                || !before.envelope().equals(envelope)
                || !before.amount().equals(amount)) {
            throw Refusal.conflict("budget.refused.key");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
