package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Cover.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How rooms above cover lines: in the transaction of the pledge or the payment itself. A line is never covered beyond what was
 * asked, whoever covers it at the same time; the request's state is counted anew with each act.
 *
 * <p>It refuses with {@code support.cover.too-much} what the line has no room for, with {@code support.cover.order} what would
 * overtake the step before it, and with {@code support.step-not-possible} where the request is no call.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Covering {

    private final Requests requests;
    private final RequestLines lines;
    private final RequestLines.Covers covers;
    private final RequestHistory history;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Covering(
            Requests requests,
            RequestLines lines,
            RequestLines.Covers covers,
            RequestHistory history,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.lines = lines;
        this.covers = covers;
        this.history = history;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The same as if it were then: for a city that is invented, and has a past. */
    public Covering at(Clock then) {
        return new Covering(requests.at(then), lines, covers, history.at(then), trail, events, then);
    }

    /**
     * Somebody covers so much of a line.
     *
     * @param reference what it is called in the caller's room: the same one covers once, and gives the cover that is there
     */
    public UUID cover(
            UUID line,
            Source source,
            UUID reference,
            @Nullable UUID organization,
            @Nullable UUID envelope,
            boolean named,
            BigDecimal quantity) {
        mustBeSome(quantity);
        var before = called(lines.find(line).orElseThrow(Covering::unknown).request());
        var there = covers.by(source, reference);
        if (there.isPresent()) {
            return there.get().id();
        }
        if (quantity.compareTo(lines.find(line).orElseThrow(Covering::unknown).open()) > 0) {
            throw Refusal.conflict("support.cover.too-much");
        }
        var cover = new Cover(
                Uuid7.next(),
                before.id(),
                line,
                source,
                reference,
                organization,
                envelope,
                named,
                quantity,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        covers.add(cover, now());
        counted(before, "cover", cover, quantity, "");
        return cover.id();
    }

    /** So much more of the line is covered by the same giver. */
    public void coverMore(UUID cover, BigDecimal quantity) {
        var there = covers.find(cover).orElseThrow(Covering::unknown);
        hold(there.request());
        if (quantity.compareTo(
                        lines.find(there.line()).orElseThrow(Covering::unknown).open())
                > 0) {
            throw Refusal.conflict("support.cover.too-much");
        }
        move(
                cover,
                "cover",
                quantity,
                "",
                was -> was.come(was.quantity().add(quantity), was.going(), was.delivered(), was.confirmed()));
    }

    /** Whether the giver may be named in public, as the giver says now. */
    public void name(UUID cover, boolean named) {
        covers.name(cover, named, now());
    }

    /** Whoever covers locks the request first, before anything of the own room: so nobody waits for each other in a ring. */
    public void hold(UUID request) {
        requests.lockedByAnybody(request);
    }

    /** So much of it is not covered after all: only of what is not on its way yet. */
    public void uncover(UUID cover, BigDecimal quantity, String why) {
        move(
                cover,
                "uncover",
                quantity,
                why,
                was -> was.come(was.quantity().subtract(quantity), was.going(), was.delivered(), was.confirmed()));
    }

    /** So much of it is on its way. */
    public void go(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "go",
                quantity,
                "",
                was -> was.come(was.quantity(), was.going().add(quantity), was.delivered(), was.confirmed()));
    }

    /** So much of it is not on its way after all. */
    public void stay(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "stay",
                quantity,
                "",
                was -> was.come(was.quantity(), was.going().subtract(quantity), was.delivered(), was.confirmed()));
    }

    /** So much of what is on its way was handed over. */
    public void deliver(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "deliver",
                quantity,
                "",
                was -> was.come(was.quantity(), was.going(), was.delivered().add(quantity), was.confirmed()));
    }

    /** So much of what was handed over came back to whoever gives it. */
    public void bringBack(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "bring-back",
                quantity,
                "",
                was -> was.come(
                        was.quantity(),
                        was.going().subtract(quantity),
                        was.delivered().subtract(quantity),
                        was.confirmed()));
    }

    /** The receiver says that so much came; also of a request that was closed meanwhile. */
    public void confirm(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "confirm",
                quantity,
                "",
                was -> was.come(
                        was.quantity(),
                        was.going(),
                        was.delivered(),
                        was.confirmed().add(quantity)));
    }

    /** What the receiver said was a mistake: so much did not come after all; also where all was confirmed before. */
    public void unconfirm(UUID cover, BigDecimal quantity) {
        move(
                cover,
                "unconfirm",
                quantity,
                "",
                was -> was.come(
                        was.quantity(),
                        was.going(),
                        was.delivered(),
                        was.confirmed().subtract(quantity)));
    }

    public List<Cover> of(UUID request) {
        return covers.of(request);
    }

    public List<Cover> ofLine(UUID line) {
        return covers.ofLine(line);
    }

    public Optional<Cover> find(UUID cover) {
        return covers.find(cover);
    }

    /** Those an organisation gives, the latest change first. */
    public List<Cover> by(UUID organization, int atMost) {
        return covers.by(organization, atMost);
    }

    private void move(UUID id, String what, BigDecimal quantity, String why, UnaryOperator<Cover> by) {
        mustBeSome(quantity);
        var request = covers.find(id).orElseThrow(Covering::unknown).request();
        var before = what.endsWith("confirm") ? requests.lockedByAnybody(request) : called(request);
        var come = by.apply(covers.find(id).orElseThrow(Covering::unknown));
        if (!come.isInOrder()) {
            throw Refusal.conflict("support.cover.order");
        }
        covers.come(come, now());
        counted(before, what, come, quantity, why);
    }

    /** The request, locked: what is read of its lines from now on holds until the transaction ends. */
    private Request called(UUID request) {
        var before = requests.lockedByAnybody(request);
        if (!before.state().isCall()) {
            throw Refusal.conflict("support.step-not-possible");
        }
        return before;
    }

    private void counted(Request before, String what, Cover cover, BigDecimal quantity, String why) {
        var progress = new Step.Count(Line.progress(lines.of(before.id())));
        var after = requests.count(progress.isPossible(before.state()) ? before.after(progress) : before);
        history.enter(after, what, why, Map.of("line", cover.line(), "cover", cover.id(), "quantity", quantity), null);
        trail.note(Act.on("support.line." + what, "support-request", after.id())
                .of(after.asker().organization()));
        events.publishEvent(new RequestMoved(after.id(), what, before.state(), after.state()));
    }

    private static void mustBeSome(BigDecimal quantity) {
        if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > 2) {
            throw Refusal.wrong("support.cover.quantity", "quantity");
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("support.cover.unknown");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
