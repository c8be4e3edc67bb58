package org.opensocialnet.coverage;

import java.util.Comparator;
import java.util.List;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.coverage.CoverageDesk.Opened;
import org.opensocialnet.coverage.MatrixPages.Box;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.shortfall.Cell;
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

/** One kind of service on the map, community by community, beside a table that says the same. */
@Controller
@RequestMapping(View.PATH)
class CoverageMapPages {

    private final CoverageDesk desk;
    private final Outlines outlines;

    CoverageMapPages(CoverageDesk desk, Outlines outlines) {
        this.desk = desk;
        this.outlines = outlines;
    }

    /** What the map shows. */
    record Page(
            Opened open,
            String type,
            String title,
            Box whole,
            List<Area> areas,
            String sheet,
            List<Choice> types,
            List<Choice> groups) {

        /** How many communities are coloured so. */
        long count(String shade) {
            return areas.stream()
                    .filter(area -> area.box().css().contains("osn-shade--" + shade))
                    .count();
        }
    }

    /** One community: its cell, and its outline where the map draws one. */
    record Area(String name, Box box, Outlines.Outline outline) {}

    @GetMapping("/map")
    ModelAndView map(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var open = desk.open(form, me, t);
        var view = open.view();
        var group = view.group().isEmpty() ? Picture.ALL : view.group();
        var types = open.now().picture().types();
        var type = types.contains(view.type()) ? view.type() : worst(open, group);
        var whole = open.read(Cell.of(type, group));
        var names = open.words().names();
        var areas = outlines.all().stream()
                .map(outline -> new Area(
                        names.zone(outline.code()),
                        MatrixPages.box(open, open.read(Cell.inZone(type, group, outline.code()))),
                        outline))
                .toList();
        return form.with("day", view.day())
                .with("span", Items.code(view.span()))
                .with("type", type)
                .with("group", view.group())
                .page(
                        "coverage/map",
                        new Page(
                                open,
                                type,
                                open.words().about(whole.cell()),
                                MatrixPages.box(open, whole),
                                areas,
                                outlines.box(),
                                types(open),
                                groups(open)));
    }

    static List<Choice> types(Opened open) {
        return open.now().picture().types().stream()
                .map(code -> new Choice(code, open.words().names().type(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    static List<Choice> groups(Opened open) {
        return open.now().picture().groups().stream()
                .filter(code -> !code.equals(Picture.UNSAID))
                .map(code -> new Choice(code, open.words().names().group(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    /** Where nobody says which, the one of which most is missing. */
    static String worst(Opened open, String group) {
        return open.now().picture().types().stream()
                .max(Comparator.comparingDouble(
                        (String type) -> open.now().glance(Cell.of(type, group)).weight()))
                .orElse(Picture.UNSAID);
    }
}
