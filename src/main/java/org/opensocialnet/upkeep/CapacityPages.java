package org.opensocialnet.upkeep;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is free now, counted with one tap: fewer, more, full, all free, or so many. */
@Controller
class CapacityPages {

    private static final int MOST = 1_000_000;

    private final Directories directories;
    private final Acts acts;
    private final Ago ago;

    CapacityPages(Directories directories, Acts acts, Ago ago) {
        this.directories = directories;
        this.acts = acts;
        this.ago = ago;
    }

    /** One thing that is counted for one group. */
    record Counted(
            UUID id,
            String unit,
            @Nullable String group,
            int available,
            @Nullable Integer maximum,
            String when,
            boolean old) {}

    /** A service and what it counts. */
    record Counting(String service, String path, List<Counted> counted) {}

    record CapacityPage(List<Counting> services) {}

    @GetMapping("/desk/capacity")
    ModelAndView capacity(SignedIn me, Words t) {
        return page(Form.fresh(t), me, t);
    }

    private ModelAndView page(Form form, SignedIn me, Words t) {
        var services = directories.inUse(me, Subject.Kind.SERVICE);
        var rows = directories.byOwner("service_capacity", "service_id", Directories.ids(services));
        var units = names("unit", "unit_id", rows, t);
        var groups = names("taxonomy_term", "target_group_id", rows, t);
        var counting = new ArrayList<Counting>();
        for (var service : services) {
            var counted = rows.getOrDefault(service.id(), List.of()).stream()
                    .map(row -> counted(row, units, groups, t))
                    .toList();
            if (!counted.isEmpty()) {
                counting.add(new Counting(
                        Directories.name(t, service), RecordPath.of(Subject.service(service.id())), counted));
            }
        }
        return form.page("upkeep/capacity", new CapacityPage(counting)).addObject("me", me);
    }

    private Map<UUID, String> names(String table, String column, Map<UUID, List<RecordRow>> rows, Words t) {
        var ids = rows.values().stream()
                .flatMap(List::stream)
                .map(row -> row.value(column))
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .distinct()
                .toList();
        return directories.names(table, ids, t);
    }

    private Counted counted(RecordRow row, Map<UUID, String> units, Map<UUID, String> groups, Words t) {
        var group = row.value("target_group_id");
        var maximum = row.value("maximum");
        var updated = moment(row);
        return new Counted(
                row.id(),
                units.getOrDefault(UUID.fromString(row.values().getOrDefault("unit_id", "")), ""),
                group == null ? null : groups.get(UUID.fromString(group)),
                whole(row.values().getOrDefault("available", "0")),
                maximum == null ? null : whole(maximum),
                ago.words(t, updated),
                isOld(updated));
    }

    /** What was not counted for a week is no promise any more. */
    boolean isOld(Instant counted) {
        return counted.isBefore(ago.now().minus(Duration.ofDays(7)));
    }

    static Instant moment(RecordRow row) {
        var text = row.values().getOrDefault("updated", "1970-01-01 00:00:00+00");
        return OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
                .toInstant();
    }

    private static int whole(String number) {
        return new BigDecimal(number).intValue();
    }

    @PostMapping("/desk/capacity/{capacity}")
    ModelAndView count(
            @PathVariable UUID capacity,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var row = directories.counted(capacity);
        var service = service(row);
        acts.mustKeep(me, service);
        var form = Form.sent(typed, t);
        var maximum = row.value("maximum");
        switch (form.typed("act")) {
            case "less" -> acts.count(me, service, capacity, -1);
            case "more" -> acts.count(me, service, capacity, 1);
            case "full" -> acts.countExactly(me, service, capacity, 0);
            case "free" -> {
                if (maximum != null) {
                    acts.countExactly(me, service, capacity, whole(maximum));
                }
            }
            case "same" ->
                acts.countExactly(me, service, capacity, whole(row.values().getOrDefault("available", "0")));
            default -> {
                var number = form.field("n-" + capacity, t.of("upkeep.capacity.exactly"))
                        .number(0, MOST);
                if (form.sound() && number == null) {
                    form.refuse("n-" + capacity, t.of("upkeep.capacity.number-missing"));
                }
                if (!form.sound() || number == null) {
                    var again = page(form, me, t);
                    again.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
                    return again;
                }
                acts.countExactly(me, service, capacity, number);
            }
        }
        var before = whole(row.values().getOrDefault("available", "0"));
        var after = whole(directories.counted(capacity).values().getOrDefault("available", "0"));
        Said.done(t.of("upkeep.capacity.counted"))
                .undo("/desk/capacity/%s/undo?counted=%d&before=%d&at=%d"
                        .formatted(capacity, after, before, moment(row).getEpochSecond()))
                .on(redirect);
        return back(capacity, t);
    }

    /** As if nobody had counted; whoever has counted since is right. */
    @PostMapping("/desk/capacity/{capacity}/undo")
    ModelAndView undo(
            @PathVariable UUID capacity,
            @RequestParam(defaultValue = "-1") int counted,
            @RequestParam(defaultValue = "-1") int before,
            @RequestParam(defaultValue = "0") long at,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var when = Instant.ofEpochSecond(Math.clamp(at, 0L, ago.now().getEpochSecond()));
        acts.takeBack(me, service(directories.counted(capacity)), capacity, counted, before, when);
        Said.done(t.of("upkeep.capacity.taken-back")).on(redirect);
        return back(capacity, t);
    }

    /** To the line that was counted, in the list of all. */
    static ModelAndView back(UUID capacity, Words t) {
        return new ModelAndView("redirect:" + t.link("/desk/capacity") + "#c-" + capacity);
    }

    static Subject service(RecordRow row) {
        return Subject.service(UUID.fromString(row.values().getOrDefault("service_id", "")));
    }
}
