package org.opensocialnet.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.coverage.MatrixPages.Box;
import org.opensocialnet.evidence.Counter;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Unanswered;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Figure;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.shortfall.Reading;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Fact;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One cell: everything that is known of it, and who stands behind it. */
@Controller
@RequestMapping(View.PATH)
class CellPages {

    private static final int MOST_OFFERS = 100;

    private final CoverageDesk desk;

    private final List<CellAct> acts;

    private final List<Unanswered> askers;

    CellPages(CoverageDesk desk, List<CellAct> acts, List<Unanswered> askers) {
        this.desk = desk;
        this.acts = List.copyOf(acts);
        this.askers = List.copyOf(askers);
    }

    /** What the page of a cell shows. */
    record Page(
            Opened open,
            String title,
            Box box,
            List<Fact> facts,
            List<Part> split,
            List<String> reasons,
            List<Box> zones,
            List<Provider> providers,
            List<Act> acts,
            @Nullable String entries,
            String back,
            boolean wide) {}

    /** One of the three ways to read those in need; share: of a hundred, for the bar. */
    record Part(String name, String figure, long share, String css) {}

    /** What can be done about it, by rooms above. */
    record Act(String words, String path) {}

    /** An organisation that offers it. */
    record Provider(
            String organization,
            String path,
            String profile,
            String places,
            String full,
            String confirmed,
            boolean wrote,
            Unanswered.@Nullable Since asked) {}

    @GetMapping("/cell")
    ModelAndView cell(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var view = open.view();
        if (view.type().isEmpty()) {
            return new ModelAndView("redirect:" + t.link(view.path("")));
        }
        if (!open.now().picture().types().contains(view.type())) {
            throw Refusal.notFound("coverage.unknown-cell");
        }
        open = new Opened(me, view, open.now(), open.before(), desk.naming(open, t), open.zones());
        return form.page("coverage/cell", page(open, cell(view), t));
    }

    private static Cell cell(View view) {
        var group = view.group().isEmpty() ? Picture.ALL : view.group();
        return !view.zone().isEmpty()
                ? Cell.inZone(view.type(), group, view.zone())
                : !view.organization().isEmpty()
                        ? Cell.ofOrganization(view.type(), group, view.organization())
                        : Cell.of(view.type(), group);
    }

    private Page page(Opened open, Cell cell, Words t) {
        var read = open.read(cell);
        var words = open.words();
        return new Page(
                open,
                words.about(cell),
                MatrixPages.box(open, read),
                facts(open, read, t),
                split(read, words, t),
                read.standing().reasons().stream()
                        .map(ranked -> words.reason(ranked.reason(), read.cell().type()))
                        .toList(),
                cell.isWhole() ? zones(open, cell) : List.of(),
                providers(open, read, t),
                acts(open, read, t),
                open.me().may(Permission.LEDGER_WRITE) && open.own()
                        ? "/desk/entries?book=need&type=%s&from=%s&to=%s"
                                .formatted(
                                        cell.type(),
                                        open.now().picture().from(),
                                        open.view().day())
                        : null,
                open.view().path(""),
                Reading.seesAll(open.now().picture(), cell));
    }

    private List<Act> acts(Opened open, Read read, Words t) {
        return acts.stream()
                .filter(act -> open.me().may(act.permission()) && act.fits(read))
                .map(act ->
                        new Act(act.words(t), act.path(read.cell(), open.view().day())))
                .toList();
    }

    private static List<Fact> facts(Opened open, Read read, Words t) {
        var words = open.words();
        var days = open.view().span().days();
        var standing = read.standing();
        var seen = standing.seen();
        var time = words.time(read.cell().type());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                t.of("coverage.fact.need", time), read.isWithheld() ? words.note(read) : words.figure(seen.need())));
        facts.add(new Fact(
                t.of("coverage.fact.reached", time),
                read.isWithheld() ? words.note(read) : words.figure(seen.reached())));
        facts.add(new Fact(t.of("coverage.fact.capacity"), words.figure(seen.capacity())));
        facts.add(new Fact(
                t.of("coverage.fact.shortfall", time),
                read.isWithheld() ? words.note(read) : words.figure(standing.shortfall())));
        facts.add(new Fact(t.of("coverage.fact.spare"), words.figure(standing.spare())));
        facts.add(new Fact(t.of("coverage.fact.coverage"), words.percent(standing.coverage())));
        facts.add(new Fact(t.of("coverage.fact.use"), words.percent(standing.use())));
        facts.add(new Fact(
                t.of("coverage.fact.severity"),
                standing.severity().isPresent() && !read.isWithheld()
                        ? t.of("coverage.severity", standing.severity().getAsInt())
                        : t.of("coverage.shade.unknown")));
        facts.add(new Fact(t.of("coverage.fact.trend"), words.trend(standing.trend())));
        facts.add(new Fact(t.of("coverage.fact.confidence"), words.confidence(read)));
        facts.add(new Fact(t.of("coverage.fact.counted-unmet", days), words.shown(read.unmet())));
        facts.add(new Fact(t.of("coverage.fact.counted-reached", days), words.shown(read.reached())));
        return facts;
    }

    private static List<Part> split(Read read, CoverageWords words, Words t) {
        if (read.isWithheld()) {
            return List.of();
        }
        var split = read.standing().split();
        double all = split.served().amount()
                + split.noCapacity().amount()
                + split.outOfReach().amount();
        return List.of(
                part(t.of("coverage.split.served"), split.served(), all, "served", words),
                part(t.of("coverage.split.no-capacity"), split.noCapacity(), all, "full", words),
                part(t.of("coverage.split.out-of-reach"), split.outOfReach(), all, "far", words));
    }

    private static Part part(String name, Figure figure, double all, String css, CoverageWords words) {
        return new Part(name, words.figure(figure), all > 0 ? Math.round(100 * figure.amount() / all) : 0, css);
    }

    private static List<Box> zones(Opened open, Cell cell) {
        return open.zones().stream()
                .map(zone -> MatrixPages.box(open, open.read(Cell.inZone(cell.type(), cell.group(), zone))))
                .toList();
    }

    private List<Provider> providers(Opened open, Read read, Words t) {
        var unanswered = new HashMap<String, Unanswered.Since>();
        if (!open.own()) {
            askers.forEach(asker -> unanswered.putAll(asker.on(open.view().day())));
        }
        var counters = read.counters().stream().collect(Collectors.groupingBy(Counter::service));
        return read.offers().stream()
                .limit(MOST_OFFERS)
                .map(offer -> provider(
                        open,
                        read,
                        offer,
                        counters.getOrDefault(offer.service(), List.of()),
                        unanswered.get(offer.organization()),
                        t))
                .toList();
    }

    private static Provider provider(
            Opened open, Read read, Offer offer, List<Counter> counters, Unanswered.@Nullable Since asked, Words t) {
        var confirmed = offer.confirmed();
        return new Provider(
                open.words().names().organization(offer.organization()),
                "/service/" + offer.service(),
                open.view().path("/profile", "organization=" + offer.organization()),
                counters.isEmpty()
                        ? t.of("coverage.provider.no-count")
                        : counters.stream()
                                .map(counter ->
                                        places(counter, open.now().picture().days(), open.words(), t))
                                .collect(Collectors.joining("; ")),
                counters.stream()
                        .filter(counter -> counter.known() > 0)
                        .map(counter -> t.of("coverage.provider.full", counter.full(), counter.known()))
                        .collect(Collectors.joining("; ")),
                confirmed == null ? t.of("coverage.provider.never") : t.date(confirmed),
                open.now().picture().wrote(read.cell().type(), offer.organization()),
                asked);
    }

    private static String places(Counter counter, long days, CoverageWords words, Words t) {
        var maximum = counter.maximum();
        var open = counter.open();
        var places = maximum == null
                ? t.of("coverage.provider.free", words.amount(counter.available()), counter.unit())
                : t.of(
                        "coverage.provider.places",
                        words.amount(counter.available()),
                        words.amount(maximum),
                        counter.unit());
        return open == null || open == days ? places : t.of("coverage.provider.open", places, open, days);
    }
}
