package org.opensocialnet.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The directory's door: what other rooms may ask of it beyond reading its public views. */
@Component
public class Directory {

    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final QualityCheck quality;
    private final NoticeBoard notices;
    private final Succession succession;
    private final Counter counter;
    private final Forwarding forwarding;

    Directory(
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            QualityCheck quality,
            NoticeBoard notices,
            Succession succession,
            Counter counter,
            Forwarding forwarding) {
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.quality = quality;
        this.notices = notices;
        this.succession = succession;
        this.counter = counter;
        this.forwarding = forwarding;
    }

    /** How far services' records can be relied on, by the published criteria. */
    public Map<UUID, Quality> quality(Collection<UUID> services) {
        return quality.of(services);
    }

    /** How long ago a record was confirmed, in words. */
    public Freshness freshness(@Nullable LocalDate assuredDate) {
        return Freshness.of(assuredDate, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    /** Puts up a notice; answers its id. */
    public UUID announce(Announcement notice) {
        var id = notices.putUp(notice);
        changed();
        return id;
    }

    /** Ends a notice now. */
    public void withdraw(UUID notice) {
        notices.takeDown(notice);
        changed();
    }

    /** Puts a notice back that was ended early, until the moment it was to end before; none for without an end. */
    public void resume(UUID notice, @Nullable Instant until) {
        notices.putBack(notice, until);
        changed();
    }

    /** Takes a count back, as if nobody had counted; refused where somebody has counted since. */
    public void takeBackCount(UUID capacity, int counted, int before, Instant at) {
        counter.takeBack(capacity, counted, before, at);
        changed();
    }

    /** Counts what is free, as of now: so many more or fewer, never below nothing nor above all there is. */
    public void count(UUID capacity, int more) {
        counter.shift(capacity, more);
        changed();
    }

    /** Says how many are free, as of now; more than there are at all is taken for all. */
    public void countExactly(UUID capacity, int available) {
        counter.set(capacity, available);
        changed();
    }

    /** One organisation becomes part of another; what it had goes over, and it stays to be found by its name. */
    public void mergeInto(UUID predecessor, UUID successor, LocalDate on, @Nullable String note) {
        succession.mergeInto(predecessor, successor, on, note);
        changed();
    }

    /** An organisation takes a new name and is still found by the old one. */
    public void rename(UUID organization, String newName, LocalDate on, @Nullable String note) {
        succession.rename(organization, newName, on, note);
        changed();
    }

    /** A unit gets another parent. */
    public void moveUnder(UUID unit, UUID parent, LocalDate on, @Nullable String note) {
        succession.moveUnder(unit, parent, on, note);
        changed();
    }

    /** What an organisation is today, following its mergers. */
    public Optional<UUID> currentOrganization(UUID organization) {
        return succession.current(organization);
    }

    /** Where the public finds a record that turned out to be the same as another; none where it did not. */
    public Optional<UUID> leadsTo(UUID record) {
        return forwarding.publicly(record);
    }

    private void changed() {
        transactions.executeWithoutResult(status -> events.publishEvent(new DirectoryChanged("own")));
    }
}
