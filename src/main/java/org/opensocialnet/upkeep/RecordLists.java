package org.opensocialnet.upkeep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Criterion;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Quality;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.opensocialnet.drafts.Draft;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The records a member keeps: in which state they are, and what would make them better. */
@Controller
class RecordLists {

    private static final int SIZE = 25;
    private static final int DRAFTS = 200;

    private final Directories directories;
    private final Directory directory;
    private final Drafts drafts;

    RecordLists(Directories directories, Directory directory, Drafts drafts) {
        this.directories = directories;
        this.directory = directory;
        this.drafts = drafts;
    }

    /** One record in the list; score and what would raise it only for services. */
    record Item(
            String name,
            String path,
            String state,
            Tone tone,
            @Nullable String fresh,
            @Nullable Integer score,
            @Nullable String better,
            boolean drafted,
            boolean stale) {}

    record ListPage(
            String kind,
            List<Choice> kinds,
            List<Choice> states,
            boolean filtered,
            String found,
            List<Item> items,
            List<Item> begun,
            Paging paging) {}

    @GetMapping("/desk/records")
    ModelAndView records(
            @RequestParam(defaultValue = "service") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "in-use") String shown,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var of = List.of("service", "location", "organization").contains(kind) ? kind : "service";
        var state = List.of("in-use", "stale", "hidden", "out-of-use").contains(shown) ? shown : "in-use";
        var text = q.strip();
        var number = Math.clamp(page, 1, 10_000);
        var lines = directories.lines(
                me,
                kind(of),
                text.length() > 200 ? text.substring(0, 200) : text,
                Shown.valueOf(state.replace('-', '_').toUpperCase(Locale.ROOT)),
                number,
                SIZE);
        var open = drafts.open(me, DRAFTS);
        var drafted = open.stream().map(draft -> draft.subject().id()).collect(Collectors.toSet());
        var items = items(of, lines, drafted, t);
        int total = lines.isEmpty() ? 0 : lines.getFirst().total();
        var form = Form.sent(
                new LinkedMultiValueMap<>(Map.of("kind", List.of(of), "q", List.of(text), "shown", List.of(state))), t);
        var address = "/desk/records?kind=" + of + "&shown=" + state + "&q=" + UriUtils.encodeQueryParam(text, "UTF-8");
        var list = new ListPage(
                of,
                List.of(
                        new Choice("service", t.of("upkeep.records.services")),
                        new Choice("location", t.of("upkeep.records.locations")),
                        new Choice("organization", t.of("upkeep.records.organizations"))),
                List.of(
                        new Choice("in-use", t.of("upkeep.records.in-use")),
                        new Choice("stale", t.of("upkeep.records.stale")),
                        new Choice("hidden", t.of("upkeep.records.hidden")),
                        new Choice("out-of-use", t.of("upkeep.records.out-of-use"))),
                !text.isEmpty() || !state.equals("in-use"),
                t.of("upkeep.records.found", total),
                items,
                begun(of, open, me, t),
                new Paging(
                        number > 1 ? t.link(address) : null,
                        number * SIZE < total ? t.link(address + "&page=" + (number + 1)) : null));
        return new ModelAndView("upkeep/records", Map.of("page", list, "form", form, "me", me));
    }

    static Subject.Kind kind(String table) {
        return switch (table) {
            case "location" -> Subject.Kind.LOCATION;
            case "organization" -> Subject.Kind.ORGANIZATION;
            default -> Subject.Kind.SERVICE;
        };
    }

    private List<Item> items(String kind, List<RecordLine> lines, Set<UUID> drafted, Words t) {
        Map<UUID, Quality> quality =
                kind.equals("service") ? directory.quality(Directories.ids(lines)) : Map.<UUID, Quality>of();
        return lines.stream()
                .map(line -> item(kind, line, quality.get(line.id()), drafted.contains(line.id()), t))
                .toList();
    }

    private static Item item(String kind, RecordLine line, @Nullable Quality quality, boolean drafted, Words t) {
        boolean out =
                line.gone() || line.status().equals("inactive") || line.status().equals("defunct");
        var state = out
                ? "upkeep.state.out"
                : line.status().equals("temporarily closed")
                        ? "upkeep.state.closed"
                        : line.hidden()
                                ? kind.equals("location") ? "upkeep.state.confidential" : "upkeep.state.professionals"
                                : "upkeep.state.public";
        var fresh = quality == null ? null : quality.freshness();
        var better = quality == null || quality.unmet().isEmpty()
                ? null
                : quality.unmet().getFirst();
        return new Item(
                Directories.name(t, line),
                RecordPath.of(Subject.of(kind, line.id())),
                t.of(state),
                out ? Tone.NEUTRAL : line.hidden() ? Tone.WAITING : Tone.GOOD,
                fresh == null ? null : t.of(fresh.key(), fresh.count()),
                quality == null ? null : quality.score(),
                better == null ? null : better(t, better),
                drafted,
                !out && fresh != null && fresh.old());
    }

    static String better(Words t, Criterion criterion) {
        return t.of(criterion.key());
    }

    /** Records that are only drafted yet. */
    private List<Item> begun(String kind, List<Draft> open, SignedIn me, Words t) {
        return open.stream()
                .filter(draft -> draft.subject().kind().table().equals(kind))
                .map(draft -> drafts.draft(draft.id()))
                .filter(Draft::brings)
                .map(draft -> new Item(
                        draft.find(kind, draft.subject().id(), "name")
                                .map(edit -> String.valueOf(edit.value()))
                                .orElse("–"),
                        RecordPath.of(draft.subject()),
                        t.of("upkeep.state.draft"),
                        Tone.WAITING,
                        null,
                        null,
                        null,
                        true,
                        false))
                .toList();
    }
}
