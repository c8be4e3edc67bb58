package org.opensocialnet.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.coverage.MatrixPages.Box;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Figure;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.shortfall.Trend;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All of one group, all of one organisation, and all that changed. */
@Controller
@RequestMapping(View.PATH)
class ProfilePages {

    private static final int MOST = 200;

    private final CoverageDesk desk;

    ProfilePages(CoverageDesk desk) {
        this.desk = desk;
    }

    /** What a profile shows, the weightiest first. */
    record Page(Opened open, String title, String text, List<Line> lines, String matrix) {}

    /** A cell with the words its row has. */
    record Line(String name, Box box, String need, String reached, String capacity, String reasons, String trend) {}

    @GetMapping("/profile")
    ModelAndView profile(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var view = open.view();
        if (view.group().isEmpty() && view.organization().isEmpty() && !open.own()) {
            return new ModelAndView("redirect:" + t.link(view.path("")));
        }
        return !view.group().isEmpty()
                ? form.page("coverage/profile", ofGroup(open, view.group(), t))
                : form.page("coverage/profile", ofOrganization(open, view.organization(), t));
    }

    private static Page ofGroup(Opened open, String group, Words t) {
        if (!open.now().picture().groups().contains(group)) {
            throw Refusal.notFound("coverage.unknown-cell");
        }
        var lines = cells(open).map(type -> open.read(Cell.of(type, group)));
        return new Page(
                open,
                open.words().names().group(group),
                t.of("coverage.profile.group"),
                lines(open, lines, t),
                open.view().path("", "across=zone", "group=" + group));
    }

    private Page ofOrganization(Opened open, String organization, Words t) {
        var whose = open.own() ? String.valueOf(open.me().organization()) : organization;
        if (!open.own() && !CoverageDesk.organizations(open.now().picture()).contains(whose)) {
            throw Refusal.notFound("coverage.unknown-cell");
        }
        var named = new Opened(open.me(), open.view(), open.now(), open.before(), desk.naming(open, t), open.zones());
        var lines = cells(named).map(type -> named.read(Cell.ofOrganization(type, Picture.ALL, whose)));
        return new Page(
                named,
                open.own()
                        ? open.me().organizationName()
                        : named.words().names().organization(whose),
                open.own() ? t.of("coverage.profile.own") : t.of("coverage.profile.organization"),
                lines(named, lines, t),
                open.view().path("", "organization=" + whose));
    }

    @GetMapping("/changes")
    ModelAndView changes(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var groups = Stream.concat(Stream.of(Picture.ALL), open.now().picture().groups().stream())
                .toList();
        var changed = cells(open)
                .flatMap(type -> groups.stream().map(group -> open.read(Cell.of(type, group))))
                .filter(read -> changed(read, open.earlier().glance(read.cell())));
        return form.page(
                "coverage/profile",
                new Page(
                        open,
                        t.of("coverage.changes"),
                        t.of(
                                "coverage.changes.text",
                                t.date(open.view().earlier()),
                                t.date(open.view().day()),
                                open.view().span().days()),
                        lines(open, changed, t),
                        open.view().path("")));
    }

    /** A deficit or an oversupply that came or went, a shortfall that moved, and what came to be known or unknown. That nobody asked is no news. */
    static boolean changed(Read now, Read before) {
        boolean nobody = now.standing().seen().need().equals(Figure.NONE) && !now.isSpare();
        return !now.isBlank()
                && !(nobody && before.isUnknown())
                && (now.isDeficit() != before.isDeficit()
                        || now.isSpare() != before.isSpare()
                        || now.isUnknown() != before.isUnknown()
                        || now.standing().trend() == Trend.WORSE
                        || now.standing().trend() == Trend.BETTER);
    }

    private static Stream<String> cells(Opened open) {
        return open.now().picture().types().stream();
    }

    private static List<Line> lines(Opened open, Stream<Read> reads, Words t) {
        return reads.filter(read -> !read.isBlank())
                .sorted(Comparator.comparingDouble(Read::weight).reversed())
                .limit(MOST)
                .map(read -> line(open, read, t))
                .toList();
    }

    private static Line line(Opened open, Read read, Words t) {
        var words = open.words();
        var seen = read.standing().seen();
        return new Line(
                words.about(read.cell()),
                MatrixPages.box(open, read),
                read.isWithheld() ? words.note(read) : words.figure(seen.need()),
                read.isWithheld() ? words.note(read) : words.figure(seen.reached()),
                words.figure(seen.capacity()),
                read.standing().reasons().isEmpty()
                        ? t.of("coverage.no-reason")
                        : words.reason(
                                read.standing().reasons().getFirst().reason(),
                                read.cell().type()),
                words.trend(read.standing().trend()));
    }
}
