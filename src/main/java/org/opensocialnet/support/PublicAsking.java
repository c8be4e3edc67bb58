package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.naming.Names;
import org.opensocialnet.support.Line.Come;
import org.opensocialnet.support.RequestActs.Sent;
import org.opensocialnet.support.State.Ground;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of people without an account, for the rooms that take them: begun and sent in one act, followed, answered and taken
 * back by whoever asked, sorted by the coordination team before it decides. Only what the public asked is found here.
 */
@Component
@Transactional
public class PublicAsking {

    /** More at once the team would rather hear by telephone. */
    public static final int MOST_LINES = 5;

    private final RequestActs acts;
    private final Requests requests;
    private final RequestLines lines;
    private final RequestHistory history;
    private final Names choices;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicAsking(
            RequestActs acts,
            Requests requests,
            RequestLines lines,
            RequestHistory history,
            Names choices,
            JdbcClient jdbc,
            Clock clock) {
        this.acts = acts;
        this.requests = requests;
        this.lines = lines;
        this.history = history;
        this.choices = choices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One thing that is needed. */
    public record Wanted(
            Thing thing,
            BigDecimal quantity,
            Unit unit,
            int people,
            @Nullable LocalDate neededBy) {}

    /** Where a request stands, for whoever asked and the team. */
    public record Standing(
            UUID id,
            int number,
            int version,
            String title,
            String story,
            State state,
            List<StandingLine> lines,
            List<Happened> history) {

        public boolean isOver() {
            return state.isOver();
        }
    }

    /** One line of it; never who covers it. */
    public record StandingLine(UUID id, Wanted wanted, Cell cell, Sums sums) {}

    /** How much of a line is covered, on its way, handed over, and confirmed. */
    public record Sums(BigDecimal covered, BigDecimal going, BigDecimal delivered, BigDecimal confirmed) {}

    /** A step of it, by its code: "return", "accept", "answer". */
    public record Happened(String what, String words, Instant at) {}

    /** Of any request: who asks and where it stands, as far as the sight may see it. */
    public record Known(@Nullable UUID organization, boolean isPublic, State state) {}

    /** Where the team puts a line: its cell of coverage. */
    public record Cell(String serviceType, String group, String zone, boolean citizens) {}

    /** Begins and sends a request. The same form once more gives the same request. */
    public UUID ask(UUID form, String title, String story, String zone, List<Wanted> wanted) {
        var id = acts.begin(form, new Asker.OfPublic(), title, story, null);
        if (acts.read(id).state() instanceof State.Draft) {
            for (var one : wanted) {
                acts.put(
                        line(id, one, zone),
                        new Sent(Uuid7.next(), acts.read(id).version()));
            }
            acts.take(id, new Sent(Uuid7.next(), acts.read(id).version()), new Step.Submit());
        }
        return id;
    }

    private static Line line(UUID request, Wanted one, String zone) {
        return new Line(
                Uuid7.next(),
                request,
                one.thing(),
                one.quantity(),
                one.unit(),
                one.people(),
                "",
                "",
                zone,
                one.neededBy(),
                null,
                "",
                false,
                true,
                Come.NOTHING);
    }

    @Transactional(readOnly = true)
    public Optional<Standing> find(UUID request) {
        return requests.find(request)
                .filter(found -> found.asker() instanceof Asker.OfPublic)
                .map(this::standing);
    }

    @Transactional(readOnly = true)
    public Optional<Known> known(UUID request) {
        return requests.find(request)
                .map(found -> new Known(
                        found.asker().organization(), found.asker() instanceof Asker.OfPublic, found.state()));
    }

    /** Answers the team's question; a day that passed meanwhile holds nobody up. */
    public void answer(UUID id, UUID form, int version, String words) {
        var before = ofPublic(id);
        if (history.knows(form)) {
            return;
        }
        if (!(before.state() instanceof State.Returned)) {
            throw Refusal.conflict("support.step-not-possible");
        }
        mustBe(before, version);
        jdbc.sql("update support.line set needed_by = null where request = :id and needed_by < :today")
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .update();
        var told = requests.write(before);
        history.enter(told, "answer", words, Map.of(), null);
        acts.take(id, new Sent(form, told.version()), new Step.Submit());
    }

    public void appeal(UUID id, UUID form, int version, String words) {
        ofPublic(id);
        acts.take(id, new Sent(form, version), new Step.Appeal(words));
    }

    public void withdraw(UUID id, UUID form, int version, String why) {
        ofPublic(id);
        acts.take(id, new Sent(form, version), new Step.Withdraw(why));
    }

    public boolean mayWithdraw(State state) {
        return new Step.Withdraw("").isPossible(state);
    }

    public boolean mayAppeal(State state) {
        return new Step.Appeal("").isPossible(state);
    }

    /** The team says of each line which service, group and community it is about, before it decides. */
    public void sort(UUID id, UUID form, int version, Map<UUID, Cell> cells) {
        var before = ofPublic(id);
        if (history.knows(form)) {
            return;
        }
        if (!maySort(before.state())) {
            throw Refusal.conflict("support.step-not-possible");
        }
        mustBe(before, version);
        for (var line : lines.of(id)) {
            if (cells.get(line.id()) instanceof Cell cell) {
                jdbc.sql("""
                        update support.line
                        set service_type = :type, target_group = :group, zone = :zone, citizens = :citizens
                        where id = :id
                        """)
                        .param("id", line.id())
                        .param("type", cell.serviceType())
                        .param("group", cell.group())
                        .param("zone", cell.zone())
                        .param("citizens", cell.citizens())
                        .update();
            }
        }
        var after = requests.write(before);
        history.enter(after, "sort", "", Map.of(), form);
    }

    public boolean maySort(State state) {
        return state instanceof State.Submitted || state instanceof State.Appealed;
    }

    public List<Choice> kinds(Words t) {
        return SupportWords.kinds(t);
    }

    public String kind(String kind, Words t) {
        return SupportWords.kind(kind, t);
    }

    /** In what a kind is counted, the usual first. */
    public List<Choice> units(String kind, Words t) {
        return SupportWords.units(kind, t);
    }

    public String quantity(BigDecimal quantity, Wanted of, Words t) {
        return SupportWords.quantity(quantity, of.unit(), of.thing().kind(), t);
    }

    public String ground(Ground ground, Words t) {
        return SupportWords.ground(ground, t);
    }

    public List<Choice> types(Words t) {
        return choices.serviceTypes(t);
    }

    public List<Choice> groups(Words t) {
        return choices.groups(t);
    }

    public List<Choice> zones(Words t) {
        return choices.zones(t);
    }

    private Request ofPublic(UUID id) {
        var request = requests.locked(id);
        if (!(request.asker() instanceof Asker.OfPublic)) {
            throw Refusal.notFound("support.unknown");
        }
        return request;
    }

    private static void mustBe(Request request, int version) {
        if (request.version() != version) {
            throw Refusal.conflict("support.changed-meanwhile");
        }
    }

    private Standing standing(Request request) {
        return new Standing(
                request.id(),
                request.number(),
                request.version(),
                request.title(),
                request.story(),
                request.state(),
                lines.of(request.id()).stream().map(PublicAsking::standing).toList(),
                history.of(request.id()).stream()
                        .map(entry -> new Happened(entry.what(), entry.words(), entry.at()))
                        .toList());
    }

    private static StandingLine standing(Line line) {
        var come = line.come();
        return new StandingLine(
                line.id(),
                new Wanted(line.thing(), line.quantity(), line.unit(), line.people(), line.neededBy()),
                new Cell(line.serviceType(), line.group(), line.zone(), line.citizens()),
                new Sums(come.covered(), come.going(), come.delivered(), come.confirmed()));
    }
}
