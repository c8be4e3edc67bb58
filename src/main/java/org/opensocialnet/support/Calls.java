package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the network is called to cover, in words for pages: title and lines, never the story, the person or the way in. It shows
 * what the sight it is asked in may see: organisations every call, whoever has no sight none.
 */
@Component
@Transactional(readOnly = true)
public class Calls {

    private final Requests requests;
    private final RequestLines lines;
    private final NeedCheck names;
    private final Names choices;
    private final JdbcClient jdbc;

    Calls(Requests requests, RequestLines lines, NeedCheck names, Names choices, JdbcClient jdbc) {
        this.requests = requests;
        this.lines = lines;
        this.names = names;
        this.choices = choices;
        this.jdbc = jdbc;
    }

    /** Pages of rooms above about one request, as a bean; offered on the request's page, inside of the member's sight. */
    public interface About {

        Optional<Link> of(UUID request, SignedIn me, Words t);
    }

    /**
     * What rooms above know of stock or places for a request, as a bean; said beside it while the team decides, in the
     * transaction and sight of whoever reads: "Medical store: 40 items free".
     */
    public interface Known {

        List<String> of(UUID request, Words t);
    }

    /** Where a page leads, without language. */
    public record Link(String text, String path) {}

    /** One request others may cover. */
    public record Call(UUID id, String number, String title, String asker, String state, List<CallLine> lines) {}

    /** One of its lines; open: how much nobody covers yet; citizens: whether anybody may help, not organisations alone. */
    public record CallLine(
            UUID id,
            String what,
            String quantity,
            String openInWords,
            BigDecimal open,
            Unit unit,
            String kind,
            String whom,
            String where,
            String place,
            String needed,
            boolean citizens) {}

    /**
     * What rooms above must know of a line, without words.
     *
     * @param receiver the organisation that receives; none where the team or a citizen asks
     * @param item of the catalogue of goods
     * @param need its place in the ledger
     */
    public record LineFacts(
            UUID id,
            UUID request,
            @Nullable UUID receiver,
            String kind,
            @Nullable UUID item,
            Unit unit,
            BigDecimal quantity,
            BigDecimal open,
            int people,
            String serviceType,
            String group,
            String zone,
            @Nullable LocalDate neededBy,
            @Nullable UUID place,
            boolean citizens,
            @Nullable EntryId need) {}

    /**
     * A request that was called, as the public account tells it: never the story, the person, the place or the way in.
     *
     * @param asker the organisation that asked; none where the team or a citizen did
     * @param ofPerson whether it is for one person or household: then its words may speak of her
     */
    public record Told(
            UUID id,
            String number,
            String title,
            @Nullable UUID asker,
            boolean ofPerson,
            String state,
            List<ToldLine> lines) {}

    /**
     * One of its lines with its sums.
     *
     * @param inCatalogue whether its name is the catalogue's and nobody's own words
     * @param about kind of service, group and zone
     */
    public record ToldLine(
            UUID id,
            String what,
            boolean inCatalogue,
            String kind,
            String kindInWords,
            Unit unit,
            String about,
            int people,
            BigDecimal quantity,
            BigDecimal covered,
            BigDecimal delivered,
            BigDecimal confirmed) {}

    private static final String CALLED = """
            (r.status in ('Open', 'PartlyCovered', 'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered', 'Confirmed')
             or r.status = 'Closed' and exists (select from support.step s where s.request = r.id and s.what = 'call'))
            """;

    /** What was called, also what is over by now; the latest first. */
    public List<Told> called(int before, int atMost, Words t) {
        return jdbc
                .sql("select r.id from support.request r where " + CALLED
                        + " order by r.id desc limit :most offset :before")
                .param("most", atMost)
                .param("before", before)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> told(id, t).stream())
                .toList();
    }

    /** None where it was never called. */
    public Optional<Told> told(UUID request, Words t) {
        boolean called = jdbc.sql("select exists (select from support.request r where r.id = :id and " + CALLED + ")")
                .param("id", request)
                .query(Boolean.class)
                .single();
        return called ? requests.find(request).map(found -> told(found, t)) : Optional.empty();
    }

    private Told told(Request request, Words t) {
        var types = choices.serviceTypes(t);
        var groups = choices.groups(t);
        var zones = choices.zones(t);
        return new Told(
                request.id(),
                t.number(request.number()),
                request.title(),
                request.asker().organization(),
                request.asker() instanceof Asker.ForPerson || request.asker() instanceof Asker.OfPublic,
                SupportWords.state(request.state().code(), t),
                lines.of(request.id()).stream()
                        .map(line -> new ToldLine(
                                line.id(),
                                names.name(line, t),
                                line.thing() instanceof Thing.Goods(var item, var _) && item != null,
                                line.thing().kind(),
                                SupportWords.kind(line.thing().kind(), t),
                                line.unit(),
                                SupportWords.where(line, types, zones)
                                        + (line.group().isEmpty() ? "" : " · " + Names.of(groups, line.group())),
                                line.people(),
                                line.quantity(),
                                line.come().covered(),
                                line.come().delivered(),
                                line.come().confirmed()))
                        .toList());
    }

    /** Where something is still open, what is needed first standing first. */
    public List<Call> open(Words t, int atMost) {
        return jdbc.sql("""
                select r.id from support.request r
                where r.status in ('Open', 'PartlyCovered', 'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered')
                  and exists (select from support.line l where l.request = r.id and l.covered < l.quantity)
                order by r.needed_by nulls last, r.id
                limit :most
                """).param("most", atMost).query(UUID.class).list().stream()
                .flatMap(id -> find(Objects.requireNonNull(id), t).stream())
                .toList();
    }

    /** The request, while it is a call; on its way to be covered or to be received. */
    public Optional<Call> find(UUID request, Words t) {
        return requests.find(request)
                .filter(found -> found.state().isCall() || found.state() instanceof State.Confirmed)
                .map(found -> call(found, lines.of(request), t));
    }

    public Optional<LineFacts> line(UUID line) {
        return lines.find(line).flatMap(found -> requests.find(found.request()).map(request -> facts(found, request)));
    }

    public List<LineFacts> lines(UUID request) {
        return requests.find(request).stream()
                .flatMap(found -> lines.of(request).stream().map(line -> facts(line, found)))
                .toList();
    }

    private LineFacts facts(Line line, Request request) {
        return new LineFacts(
                line.id(),
                line.request(),
                request.asker().organization(),
                line.thing().kind(),
                line.thing() instanceof Thing.Goods(var item, var _) ? item : null,
                line.unit(),
                line.quantity(),
                line.open(),
                line.people(),
                line.serviceType(),
                line.group(),
                line.zone(),
                line.neededBy(),
                line.place(),
                line.citizens(),
                lines.booked(line.id()).entry());
    }

    private Call call(Request request, List<Line> all, Words t) {
        var types = choices.serviceTypes(t);
        var groups = choices.groups(t);
        var zones = choices.zones(t);
        return new Call(
                request.id(),
                t.number(request.number()),
                request.title(),
                SupportWords.asker(
                        request.asker().code(),
                        choices.organization(request.asker().organization(), t),
                        t),
                SupportWords.state(request.state().code(), t),
                all.stream()
                        .map(line -> new CallLine(
                                line.id(),
                                names.name(line, t),
                                SupportWords.quantity(line, line.quantity(), t),
                                SupportWords.quantity(line, line.open(), t),
                                line.open(),
                                line.unit(),
                                line.thing().kind(),
                                SupportWords.whom(line, groups, t),
                                SupportWords.where(line, types, zones),
                                line.place() == null
                                        ? ""
                                        : choices.location(line.place(), t).orElse(""),
                                line.neededBy() == null ? "" : t.date(line.neededBy()),
                                line.citizens()))
                        .toList());
    }

    /** "30 items", "€320", as pages of rooms above say it. */
    public static String quantity(BigDecimal quantity, Unit unit, String kind, Words t) {
        return SupportWords.quantity(quantity, unit, kind, t);
    }

    /** In what a kind of line is counted. */
    public static List<Choice> units(String kind, Words t) {
        return SupportWords.units(kind, t);
    }
}
