package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Request.Gap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with requests: each act by itself, in the history, the ledger and the trail, or not at all. A form that was
 * sent twice does nothing the second time; who changes what another changed meanwhile is told.
 */
@Component
@Transactional
public class RequestActs {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private final Requests requests;
    private final RequestLines lines;
    private final RequestLines.Covers covers;
    private final RequestHistory history;
    private final RequestNeeds needs;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestActs(
            Requests requests,
            RequestLines lines,
            RequestLines.Covers covers,
            RequestHistory history,
            RequestNeeds needs,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.lines = lines;
        this.covers = covers;
        this.history = history;
        this.needs = needs;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The same acts as if it were then: for a city that is invented, and has a past. */
    public RequestActs at(Clock then) {
        return new RequestActs(requests.at(then), lines, covers, history.at(then), needs.at(then), trail, events, then);
    }

    /** What was invented goes with its city, and nobody needs to remember it. */
    public void removeInvented() {
        requests.removeInvented();
    }

    @Transactional(readOnly = true)
    public boolean isKnown(UUID form) {
        return requests.begunWith(form).isPresent();
    }

    /** A form that changes a request: its own number, and which version it was made for. */
    public record Sent(UUID form, int version) {}

    public UUID begin(UUID form, Asker asker, String title, String story, @Nullable Gap from) {
        return begin(form, asker, title, story, from, false);
    }

    public UUID begin(UUID form, Asker asker, String title, String story, @Nullable Gap from, boolean invented) {
        return requests.begunWith(form).orElseGet(() -> {
            var request =
                    new Request(Uuid7.next(), 0, 0, asker, title, story, new State.Draft(), from, clock.instant());
            if (!requests.begin(request, form, invented)) {
                // the same form, sent twice at once: the other was first, or it was never this one's
                return requests.begunWith(form).orElseThrow(() -> Refusal.conflict("support.changed-meanwhile"));
            }
            history.enter(requests.get(request.id()), "begin", "", Map.of(), null);
            note("support.request.begun", request);
            return request.id();
        });
    }

    @Transactional(readOnly = true)
    public Request read(UUID id) {
        return requests.get(id);
    }

    @Transactional(readOnly = true)
    public Optional<Request> find(UUID id) {
        return requests.find(id);
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID id) {
        return lines.of(id);
    }

    @Transactional(readOnly = true)
    public List<RequestHistory.Entry> history(UUID id) {
        return history.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<UUID> refusedBy(UUID id) {
        return history.refusedBy(id);
    }

    public void tell(UUID id, Sent sent, String title, String story) {
        var before = written(id, sent);
        if (before != null) {
            requests.tell(new Request(
                    id,
                    before.number(),
                    before.version(),
                    before.asker(),
                    title,
                    story,
                    before.state(),
                    before.from(),
                    before.changedAt()));
            done(before, "tell", "", Map.of(), sent.form(), "support.request.changed");
        }
    }

    public void put(Line line, Sent sent) {
        var before = written(line.request(), sent);
        if (before == null) {
            return;
        }
        mustBePossible(line);
        var old = lines.find(line.id());
        if (old.isPresent()
                ? !old.get().request().equals(before.id())
                : lines.of(before.id()).size() >= RequestLines.MOST) {
            throw Refusal.conflict("support.line.too-many", RequestLines.MOST);
        }
        lines.put(line);
        done(
                before,
                old.isPresent() ? "line-changed" : "line-added",
                "",
                said(line),
                sent.form(),
                "support.request.changed");
    }

    public void remove(UUID request, UUID id, Sent sent) {
        var before = written(request, sent);
        if (before == null) {
            return;
        }
        var line = lines.find(id)
                .filter(found -> found.request().equals(request))
                .orElseThrow(() -> Refusal.notFound("support.line.unknown"));
        needs.takeBack(id, "support.asked-anew");
        lines.remove(id);
        done(before, "line-removed", "", said(line), sent.form(), "support.request.changed");
    }

    /** One step by somebody; gives the request as it is then. */
    public Request take(UUID id, Sent sent, Step step) {
        var before = requests.locked(id);
        if (history.knows(sent.form())) {
            return before;
        }
        mustBeThat(before, sent.version());
        if (step instanceof Step.Submit) {
            mustBeWhole(before);
        }
        if (step instanceof Step.Accept) {
            mustBeSorted(before);
        }
        var after = requests.write(before.after(step));
        needs.follow(before, step);
        history.enter(after, step.code(), step.words(), Map.of(), sent.form());
        note("support.request." + step.code(), after);
        if (after.state() instanceof State.Closed || after.state() instanceof State.Withdrawn) {
            covers.letGo(id, clock.instant().atOffset(ZoneOffset.UTC));
        }
        events.publishEvent(new RequestMoved(id, step.code(), before.state(), after.state()));
        return after;
    }

    /** The request, where it may be written and the form was not sent before. */
    private @Nullable Request written(UUID id, Sent sent) {
        var before = requests.locked(id);
        if (history.knows(sent.form())) {
            return null;
        }
        if (!before.state().isBeingWritten()) {
            throw Refusal.conflict("support.not-being-written");
        }
        mustBeThat(before, sent.version());
        return before;
    }

    private static void mustBeThat(Request request, int version) {
        if (request.version() != version) {
            throw Refusal.conflict("support.changed-meanwhile");
        }
    }

    private void mustBeWhole(Request request) {
        var all = lines.of(request.id());
        if (all.isEmpty()) {
            throw Refusal.conflict("support.submit.no-lines");
        }
        if (all.stream().anyMatch(line -> isPast(line.neededBy()))) {
            throw Refusal.conflict("support.submit.past");
        }
    }

    /** What the public asked has no cell of coverage until the team gives it one. */
    private void mustBeSorted(Request request) {
        if (lines.of(request.id()).stream().anyMatch(line -> line.serviceType().isEmpty())) {
            throw Refusal.conflict("support.accept.not-sorted");
        }
    }

    private boolean isPast(@Nullable LocalDate day) {
        return day != null && day.isBefore(LocalDate.now(clock));
    }

    private static void mustBePossible(Line line) {
        if (line.quantity().signum() <= 0
                || line.quantity().compareTo(MOST) > 0
                || line.people() < 1
                || !Thing.units(line.thing().kind()).contains(line.unit())) {
            throw Refusal.wrong("support.line.impossible", "quantity");
        }
    }

    private void done(Request before, String what, String words, Map<String, ?> detail, UUID form, String act) {
        var after = requests.write(before);
        history.enter(after, what, words, detail, form);
        note(act, after);
    }

    private static Map<String, ?> said(Line line) {
        return Map.of(
                "line",
                line.id().toString(),
                "kind",
                line.thing().kind(),
                "quantity",
                line.quantity(),
                "unit",
                line.unit().code(),
                "people",
                line.people());
    }

    private void note(String what, Request request) {
        trail.note(
                Act.on(what, "support-request", request.id()).of(request.asker().organization()));
    }
}
