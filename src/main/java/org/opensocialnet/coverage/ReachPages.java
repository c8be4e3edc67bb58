package org.opensocialnet.coverage;

import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.catchment.Access;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.ReachByGrid;
import org.opensocialnet.evidence.ReachByGrid.Decay;
import org.opensocialnet.evidence.ReachByGrid.Found;
import org.opensocialnet.evidence.ReachByGrid.Reached;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who reaches a kind of service on foot, square by square, beside a table by community that says the same. */
@Controller
@RequestMapping(View.PATH)
class ReachPages {

    private static final double LITTLE = 0.5;
    private static final double MUCH = 1.5;
    private static final int THOUSAND = 1_000;

    private final CoverageDesk desk;
    private final ReachByGrid grid;
    private final Outlines outlines;

    ReachPages(CoverageDesk desk, ReachByGrid grid, Outlines outlines) {
        this.desk = desk;
        this.grid = grid;
        this.outlines = outlines;
    }

    /** What the page shows. */
    record Page(
            Opened open,
            String title,
            String sentence,
            List<Drawn> squares,
            List<Outlines.Outline> outlines,
            String sheet,
            List<Zone> zones,
            List<String> notes,
            List<Choice> types,
            List<Choice> groups,
            List<Choice> decays) {}

    /** A square as it is drawn. */
    record Drawn(Outlines.Spot spot, String css) {}

    /** A community: how many of its people have none in reach, and what the others reach on average. */
    record Zone(String name, String people, String without, String perThousand) {}

    @GetMapping("/reach")
    ModelAndView reach(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var view = open.view();
        var types = open.now().picture().types();
        var type = types.contains(view.type()) ? view.type() : CoverageMapPages.worst(open, Picture.ALL);
        var group = view.group().isEmpty() ? Picture.ALL : view.group();
        var decay = form.typed("decay").equals("bell") ? Decay.BELL : Decay.STEPS;
        return form.with("day", view.day())
                .with("type", type)
                .with("group", view.group())
                .with("decay", Items.code(decay))
                .page(
                        "coverage/reach",
                        page(open, type, group, grid.of(open.now().picture(), type, group, decay), t));
    }

    private Page page(Opened open, String type, String group, Found found, Words t) {
        var names = open.words().names();
        double mean = perThousand(found.squares());
        return new Page(
                open,
                t.of("coverage.reach.title", names.type(type)),
                sentence(found, mean, names.type(type), t),
                found.squares().stream()
                        .map(one -> new Drawn(
                                outlines.spot(one.square().middle(), ReachByGrid.SIDE), css(one.access(), mean)))
                        .toList(),
                outlines.all(),
                outlines.box(),
                open.zones().stream()
                        .map(zone -> zone(names.zone(zone), in(found, zone), t))
                        .toList(),
                notes(found, t),
                CoverageMapPages.types(open),
                CoverageMapPages.groups(open),
                List.of(
                        new Choice("steps", t.of("coverage.reach.steps")),
                        new Choice("bell", t.of("coverage.reach.bell"))));
    }

    private static String sentence(Found found, double mean, String type, Words t) {
        if (found.people() == 0) {
            return t.of("coverage.says.empty");
        }
        long percent = Math.round(100 * found.without() / found.people());
        var without = found.peopled()
                ? t.of("coverage.reach.without", t.number(Math.round(found.without())), t.number(percent))
                : t.of("coverage.reach.without.share", t.number(percent));
        var metres = t.of("coverage.reach.metres", type, t.number(found.metres()));
        return mean > 0
                ? "%s %s %s"
                        .formatted(
                                metres,
                                without,
                                found.counted()
                                        ? t.of("coverage.reach.places", number(mean, t))
                                        : t.of("coverage.reach.services", number(mean, t)))
                : "%s %s".formatted(metres, without);
    }

    /** The mean of those who reach any, by how many people live there. */
    private static double perThousand(List<Reached> squares) {
        double people = 0;
        double sum = 0;
        for (var one : squares) {
            if (one.access() instanceof Access.Places(double perPerson)) {
                people += one.people();
                sum += one.people() * perPerson;
            }
        }
        return people > 0 ? THOUSAND * sum / people : 0;
    }

    private static String css(Access access, double mean) {
        return "osn-reach osn-reach--"
                + switch (access) {
                    case Access.NoServiceInReach _ -> "none";
                    case Access.NobodyLivesThere _ -> "nobody";
                    case Access.Places(double perPerson) -> {
                        double share = mean > 0 ? THOUSAND * perPerson / mean : 0;
                        yield share < LITTLE ? "little" : share < MUCH ? "some" : "much";
                    }
                };
    }

    private static List<Reached> in(Found found, String zone) {
        return found.squares().stream()
                .filter(one -> one.square().zone().equals(zone))
                .toList();
    }

    private static Zone zone(String name, List<Reached> squares, Words t) {
        double people = squares.stream().mapToDouble(Reached::people).sum();
        double without = squares.stream()
                .filter(one -> one.access() instanceof Access.NoServiceInReach)
                .mapToDouble(Reached::people)
                .sum();
        double mean = perThousand(squares);
        return new Zone(
                name,
                t.number(Math.round(people)),
                people > 0 ? t.of("coverage.percent", t.number(Math.round(100 * without / people))) : "–",
                mean > 0 ? number(mean, t) : "–");
    }

    private static String number(double mean, Words t) {
        return t.number(Math.round(mean * 100) / 100.0);
    }

    private static List<String> notes(Found found, Words t) {
        return List.of(
                t.of("coverage.reach.how", ReachByGrid.SIDE),
                found.peopled() ? t.of("coverage.reach.peopled") : t.of("coverage.reach.not-peopled"),
                found.counted() ? t.of("coverage.reach.counted") : t.of("coverage.reach.not-counted"),
                t.of("coverage.reach.elsewhere", found.elsewhere()));
    }
}
