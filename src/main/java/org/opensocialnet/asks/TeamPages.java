package org.opensocialnet.asks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.asks.Asks.Contact;
import org.opensocialnet.asks.Asks.Reached;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.support.PublicAsking.Cell;
import org.opensocialnet.support.PublicAsking.Standing;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination team looks at what came by the public form: where it belongs, how she is reached, a link she lost. */
@Controller
@RequestMapping(TeamPages.PATH + "{asking}")
class TeamPages {

    static final String PATH = "/desk/asks/";

    private final PublicAsking asking;
    private final Asks asks;

    TeamPages(PublicAsking asking, Asks asks) {
        this.asking = asking;
        this.asks = asks;
    }

    /**
     * All of it.
     *
     * @param contact how she is reached, where somebody asked to read it
     * @param link a new link to be told by hand; none but once
     */
    record Page(
            SignedIn me,
            Standing standing,
            boolean maySort,
            List<Row> lines,
            List<Choice> types,
            List<Choice> groups,
            List<Choice> zones,
            Reached reached,
            @Nullable Contact contact,
            @Nullable String link) {

        String path() {
            return PATH + standing.id();
        }

        String request() {
            return "/desk/requests/" + standing.id();
        }
    }

    /** One line, by its number on the page. */
    record Row(int number, String what, String quantity) {}

    @GetMapping
    ModelAndView look(@PathVariable UUID asking, SignedIn me, Words t) {
        var standing = standing(asking);
        return fresh(standing, t).page("asks/team", page(standing, null, null, me, t));
    }

    /** Reading it stands in the trail. */
    @GetMapping("/contact")
    ModelAndView contact(@PathVariable UUID asking, SignedIn me, Words t) {
        var standing = standing(asking);
        return fresh(standing, t).page("asks/team", page(standing, asks.read(asking), null, me, t));
    }

    @PostMapping
    ModelAndView sort(
            @PathVariable UUID asking,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var standing = standing(asking);
        var form = Form.sent(typed, t);
        var cells = new HashMap<UUID, Cell>();
        for (int i = 0; i < standing.lines().size(); i++) {
            cells.put(standing.lines().get(i).id(), cell(form, i + 1, t));
        }
        if (!form.sound()) {
            return form.again("asks/team", page(standing, null, null, me, t));
        }
        var version = form.field("version", "").number(0, Integer.MAX_VALUE);
        var once = form.field("once", "").sentId().orElseThrow(() -> Refusal.conflict("asks.changed-meanwhile"));
        this.asking.sort(asking, once, version == null ? -1 : version, cells);
        Said.done(t.of("asks.team.sorted")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/requests/" + asking));
    }

    private Cell cell(Form form, int line, Words t) {
        var type = form.field("type-" + line, t.of("asks.team.type")).oneOf(values(asking.types(t)));
        return new Cell(
                type,
                optional(form, "group-" + line, t.of("asks.team.group"), asking.groups(t)),
                optional(form, "zone-" + line, t.of("asks.zone"), asking.zones(t)),
                form.field("citizens-" + line, "").ticked());
    }

    private static String optional(Form form, String name, String label, List<Choice> choices) {
        return form.typed(name).isEmpty() ? "" : form.field(name, label).oneOf(values(choices));
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    @PostMapping("/link")
    ModelAndView renew(@PathVariable UUID asking, SignedIn me, Words t, RedirectAttributes redirect) {
        var standing = standing(asking);
        var link = asks.renew(asking).map(SecretToken::text).map(token -> t.address(AskLinks.PATH + token));
        if (link.isPresent()) {
            return fresh(standing, t).page("asks/team", page(standing, null, link.get(), me, t));
        }
        Said.done(t.of("asks.team.link-sent")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + asking));
    }

    private Standing standing(UUID id) {
        return asking.find(id).orElseThrow(() -> Refusal.notFound("asks.unknown"));
    }

    private static Form fresh(Standing standing, Words t) {
        var form = Form.fresh(t).with("once", Uuid7.next()).with("version", standing.version());
        for (int i = 0; i < standing.lines().size(); i++) {
            var cell = standing.lines().get(i).cell();
            form.with("type-" + (i + 1), cell.serviceType())
                    .with("group-" + (i + 1), cell.group())
                    .with("zone-" + (i + 1), cell.zone())
                    .with("citizens-" + (i + 1), cell.citizens() ? "yes" : "");
        }
        return form;
    }

    private Page page(Standing standing, @Nullable Contact contact, @Nullable String link, SignedIn me, Words t) {
        var rows = new ArrayList<Row>();
        for (var line : standing.lines()) {
            rows.add(new Row(
                    rows.size() + 1,
                    line.wanted().thing().text(),
                    asking.quantity(line.wanted().quantity(), line.wanted(), t)));
        }
        return new Page(
                me,
                standing,
                asking.maySort(standing.state()),
                List.copyOf(rows),
                asking.types(t),
                asking.groups(t),
                asking.zones(t),
                asks.reached(standing.id()),
                contact,
                link);
    }
}
