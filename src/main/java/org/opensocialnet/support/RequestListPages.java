package org.opensocialnet.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.naming.Names;
import org.opensocialnet.support.RequestList.Key;
import org.opensocialnet.support.RequestList.Row;
import org.opensocialnet.support.RequestList.Wanted;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of requests: an organisation's own, or all that were sent to the coordination team. */
@Controller
class RequestListPages {

    static final String PATH = "/desk/requests";
    private static final int PAGE = 25;

    private final RequestList list;
    private final Names choices;

    RequestListPages(RequestList list, Names choices) {
        this.list = list;
        this.choices = choices;
    }

    /** What the list shows. */
    record Page(
            SignedIn me,
            boolean team,
            List<Choice> shown,
            List<Choice> types,
            List<Item> rows,
            boolean narrowed,
            Paging paging) {}

    /** One request in words. */
    record Item(
            String path,
            String title,
            String number,
            String asker,
            String needed,
            String covered,
            String state,
            Tone tone,
            String changed) {}

    @GetMapping(PATH)
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var types = choices.serviceTypes(t);
        var type = Names.codes(types).contains(form.typed("type")) ? form.typed("type") : "";
        var asked = form.typed("shown");
        var shown = RequestList.SHOWN.containsKey(asked) || asked.equals(RequestList.STALLED) ? asked : "";
        var q = form.typed("q").length() > 200 ? "" : form.typed("q");
        boolean team = me.may(Permission.SUPPORT_DECIDE);
        var wanted = new Wanted(team ? null : Objects.requireNonNull(me.organization()), shown, type, q, after(form));
        var found = list.page(wanted, PAGE + 1);
        var base = PATH + "?shown=" + shown + "&type=" + type + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        var last = found.size() > PAGE ? found.get(PAGE - 1).key() : null;
        var names = new HashMap<UUID, String>();
        return form.page(
                "support/list",
                new Page(
                        me,
                        team,
                        shown(team, t),
                        types,
                        found.stream()
                                .limit(PAGE)
                                .map(row -> item(row, names, t))
                                .toList(),
                        wanted.narrowed(),
                        new Paging(
                                wanted.after() == null ? null : t.link(base),
                                last == null
                                        ? null
                                        : t.link(base + "&at=" + last.changedAt() + "&after=" + last.id()))));
    }

    private static @Nullable Key after(Form form) {
        try {
            return form.typed("at").isEmpty()
                    ? null
                    : form.field("after", "")
                            .sentId()
                            .map(id -> new Key(Instant.parse(form.typed("at")), id))
                            .filter(key -> key.changedAt().isAfter(Instant.EPOCH)
                                    && key.changedAt().isBefore(Instant.ofEpochSecond(32_503_680_000L)))
                            .orElse(null);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Item item(Row row, Map<UUID, String> names, Words t) {
        var status = code(row.status());
        var organization = row.organization();
        return new Item(
                PATH + "/" + row.id(),
                row.title(),
                t.number(row.number()),
                SupportWords.asker(
                        row.asker(),
                        organization == null
                                ? ""
                                : names.computeIfAbsent(organization, id -> choices.organization(id, t)),
                        t),
                row.neededBy() == null ? "" : t.date(row.neededBy()),
                row.lines() == 0 ? "" : t.of("support.covered.of", row.covered(), row.lines()),
                SupportWords.state(status, t),
                SupportWords.tone(status),
                t.moment(row.changedAt().toInstant()));
    }

    private static String code(String status) {
        return status.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Choice> shown(boolean team, Words t) {
        var waiting = new Choice("waiting", t.of("support.shown.waiting"));
        var rest = List.of(
                new Choice("back", t.of("support.shown.back")),
                new Choice("call", t.of("support.shown.call")),
                new Choice("coming", t.of("support.shown.coming")),
                new Choice("over", t.of("support.shown.over")),
                new Choice(RequestList.STALLED, t.of("support.shown.stalled")));
        var all = new ArrayList<Choice>();
        if (!team) {
            all.add(new Choice("draft", t.of("support.shown.draft")));
        }
        all.add(waiting);
        all.addAll(rest);
        return all;
    }
}
