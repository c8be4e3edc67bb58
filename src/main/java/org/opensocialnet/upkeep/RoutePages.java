package org.opensocialnet.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The route of a mobile unit: its stops in their order, each with where it is and when the unit stands there. */
@Controller
class RoutePages {

    private static final int MOST = 60;

    /** What is sent back as it was shown, so that an old page overwrites nothing that nobody touched in it. */
    static final List<String> FIELDS = List.of("name", "name-en", "latitude", "longitude");

    private final Desk desk;
    private final Drafts drafts;
    private final Places places;

    RoutePages(Desk desk, Drafts drafts, Places places) {
        this.desk = desk;
        this.drafts = drafts;
        this.places = places;
    }

    /** One stop; a place of another organisation is not moved from here. */
    record Stop(String prefix, UUID id, boolean there, boolean movable, String name) {}

    record RoutePage(Desk.Work work, List<Stop> stops, List<Choice> known) {}

    @GetMapping(RecordPath.SERVICE + "/route")
    ModelAndView route(@PathVariable Map<String, String> path, SignedIn me, Words t) {
        var work = desk.work(me, path);
        var form = Form.fresh(t);
        var stops = new ArrayList<Stop>();
        for (var point : points(work)) {
            var stop = stop(work, point, "s" + stops.size(), t);
            stops.add(stop);
            fill(form, stop.prefix(), work, point);
        }
        stops.add(new Stop("s" + stops.size(), Uuid7.next(), false, true, t.of("upkeep.route.new")));
        RuleForm.fresh(form, stops.getLast().prefix());
        return form.page("upkeep/route", new RoutePage(work, stops, known(t))).addObject("me", me);
    }

    private static List<Line> points(Desk.Work work) {
        return work.wanted().kept("service_at_location").stream()
                .sorted((one, other) -> Integer.compare(position(one), position(other)))
                .toList();
    }

    private static int position(Line point) {
        var position = point.value("stop_position");
        return position == null ? Integer.MAX_VALUE : Integer.parseInt(position);
    }

    private Stop stop(Desk.Work work, Line point, String prefix, Words t) {
        var place = place(work, point);
        boolean movable = place != null
                && (place.fresh()
                        || place.is(
                                "organization_id", work.kept().organization().toString()));
        var other = place == null ? null : place.value("name@" + t.lang());
        var name = place == null ? "–" : other != null ? other : place.text("name");
        return new Stop(prefix, point.id(), true, movable, name);
    }

    private static @Nullable Line place(Desk.Work work, Line point) {
        var id = point.value("location_id");
        return id == null ? null : work.wanted().line("location", UUID.fromString(id));
    }

    private static @Nullable Line schedule(Desk.Work work, UUID point) {
        var told = work.wanted().kept("schedule").stream()
                .filter(line -> line.is("service_at_location_id", point.toString()))
                .toList();
        return told.size() == 1 && RuleForm.canSay(told.getFirst()) ? told.getFirst() : null;
    }

    private static void fill(Form form, String prefix, Desk.Work work, Line point) {
        var place = place(work, point);
        if (place != null) {
            form.with(prefix + "-name", place.text("name"))
                    .with(prefix + "-name-en", place.text("name@en"))
                    .with(prefix + "-latitude", place.text("latitude"))
                    .with(prefix + "-longitude", place.text("longitude"));
            FIELDS.forEach(field -> form.with("was-" + prefix + "-" + field, form.typed(prefix + "-" + field)));
        }
        var schedule = schedule(work, point.id());
        if (schedule == null) {
            RuleForm.fresh(form, prefix);
        } else {
            RuleForm.fill(form, prefix, schedule);
        }
    }

    private List<Choice> known(Words t) {
        return places.all().stream()
                .filter(place -> place.kind() != Place.Kind.COMMUNITY)
                .map(place -> new Choice(place.code(), place.name(t.lang())))
                .sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
                .toList();
    }

    @PostMapping(RecordPath.SERVICE + "/route")
    ModelAndView save(
            @PathVariable Map<String, String> path,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var form = Form.sent(typed, t);
        var stops = new ArrayList<Stop>();
        var edits = new ArrayList<Edit>();
        int order = 0;
        for (int number = 0; number < MOST && !form.typed("s" + number).isEmpty(); number++) {
            var prefix = "s" + number;
            var id = form.field(prefix, "").id();
            var point = work.wanted().line("service_at_location", id);
            var stop = point == null
                    ? new Stop(prefix, id, false, true, t.of("upkeep.route.new"))
                    : stop(work, point, prefix, t);
            stops.add(stop);
            if (point != null && form.has(prefix + "-gone", "yes")) {
                edits.add(Edit.going("service_at_location", id));
            } else if (point != null || !isEmpty(form, prefix)) {
                edits.addAll(edits(work, stop, point, ++order, form, t));
            }
        }
        if (!form.sound()) {
            return form.again("upkeep/route", new RoutePage(work, stops, known(t)))
                    .addObject("me", me);
        }
        if (!edits.isEmpty()) {
            drafts.save(me, work.kept(), edits);
            Said.done(t.of("upkeep.draft.saved")).on(redirect);
        }
        boolean more = "more".equals(typed.getFirst("then"));
        return new ModelAndView("redirect:" + t.link(more ? work.path() + "/route" : work.path()));
    }

    private static boolean isEmpty(Form form, String prefix) {
        return List.of("name", "known", "latitude", "longitude").stream()
                        .allMatch(field -> form.typed(prefix + "-" + field).isEmpty())
                && RuleForm.isEmpty(form, prefix);
    }

    private List<Edit> edits(Desk.Work work, Stop stop, @Nullable Line point, int order, Form form, Words t) {
        var edits = new ArrayList<Edit>();
        var where = where(form, stop, t);
        var rule = isRuled(form, stop.prefix()) ? RuleForm.read(form, stop.prefix(), t) : null;
        if (!form.sound()) {
            return edits;
        }
        var location = point == null ? Uuid7.next() : UUID.fromString(point.text("location_id"));
        var place = point == null ? null : place(work, point);
        if (point == null) {
            edits.add(Edit.coming("location", location));
            edits.add(Edit.of("location", location, "location_type", null, "physical"));
            edits.add(Edit.of(
                    "location",
                    location,
                    "organization_id",
                    null,
                    work.kept().organization().toString()));
            edits.add(Edit.coming("service_at_location", stop.id()));
            edits.add(Edit.of(
                    "service_at_location",
                    stop.id(),
                    "service_id",
                    null,
                    work.kept().id().toString()));
            edits.add(Edit.of("service_at_location", stop.id(), "location_id", null, location.toString()));
        }
        if (stop.movable()) {
            where.forEach((column, value) -> change(edits, "location", location, place, column, value));
        }
        change(edits, "service_at_location", stop.id(), point, "stop_position", String.valueOf(order));
        var schedule = schedule(work, stop.id());
        if (rule != null) {
            var next = schedule == null ? Uuid7.next() : HoursPages.successor(schedule.id());
            edits.addAll(RuleForm.edits(
                    schedule,
                    work.wanted().line("schedule", next),
                    rule,
                    next,
                    Map.of("service_at_location_id", stop.id().toString())));
        }
        return edits;
    }

    private static boolean isRuled(Form form, String prefix) {
        return !form.all(prefix + "-days").isEmpty()
                || !form.typed(prefix + "-opens").isEmpty();
    }

    private static void change(
            List<Edit> edits, String table, UUID row, @Nullable Line line, String column, String value) {
        var before = line == null ? null : line.value(column);
        if (!Objects.equals(before == null ? "" : before, value)) {
            edits.add(Edit.of(table, row, column, line == null || line.fresh() ? null : before, value));
        }
    }

    /** Where the stop is: a place one knows, or degrees; and in which community that lies. */
    private Map<String, String> where(Form form, Stop stop, Words t) {
        var values = new LinkedHashMap<String, String>();
        if (!stop.movable()) {
            return values;
        }
        var prefix = stop.prefix();
        var known = places.byCode(form.typed(prefix + "-known"));
        var name = form.field(prefix + "-name", t.of("upkeep.route.name")).optional(300);
        var english =
                form.field(prefix + "-name-en", t.of("upkeep.route.name-en")).optional(300);
        if (name.isEmpty() && known.isEmpty() && form.sound()) {
            form.refuse(prefix + "-name", t.of("upkeep.route.name-missing"));
            return values;
        }
        boolean moved =
                known.isPresent() || isTouched(form, prefix, "latitude") || isTouched(form, prefix, "longitude");
        values.put("name", name.isEmpty() ? known.map(Place::greek).orElse("") : name);
        values.put(
                "name@en",
                english.isEmpty() && name.isEmpty() ? known.map(Place::english).orElse("") : english);
        var point = known.map(Place::centre).orElseGet(() -> point(form, prefix, t));
        if (point != null && moved) {
            values.put("latitude", degrees(point.latitude()));
            values.put("longitude", degrees(point.longitude()));
            places.communityAt(point).ifPresent(community -> values.put("zone", community.code()));
        }
        if (!isTouched(form, prefix, "name") && !name.isEmpty()) {
            values.remove("name");
        }
        if (!isTouched(form, prefix, "name-en") && !(name.isEmpty() && known.isPresent())) {
            values.remove("name@en");
        }
        return values;
    }

    private static boolean isTouched(Form form, String prefix, String field) {
        return !form.typed(prefix + "-" + field).equals(form.typed("was-" + prefix + "-" + field));
    }

    private static @Nullable GeoPoint point(Form form, String prefix, Words t) {
        try {
            return new GeoPoint(
                    Double.parseDouble(form.typed(prefix + "-latitude").replace(',', '.')),
                    Double.parseDouble(form.typed(prefix + "-longitude").replace(',', '.')));
        } catch (IllegalArgumentException | Refusal _) {
            form.refuse(prefix + "-latitude", t.of("upkeep.route.where-missing"));
            return null;
        }
    }

    private static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.5f", angle).replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }
}
