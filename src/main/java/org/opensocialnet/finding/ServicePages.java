package org.opensocialnet.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Timetable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.search.Found;
import org.opensocialnet.search.Near;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one service, and the form on it that says something is wrong. */
@Controller
class ServicePages {

    private static final int RELATED = 4;

    private final ServiceRecords records;
    private final Cards cards;
    private final Timetable timetable;
    private final Search search;
    private final Listing listing;
    private final Reports reports;
    private final Directory directory;
    private final Features features;
    private final Traces traces;
    private final Clock clock;

    ServicePages(
            ServiceRecords records,
            Cards cards,
            Timetable timetable,
            Search search,
            Listing listing,
            Reports reports,
            Directory directory,
            Features features,
            Traces traces,
            Clock clock) {
        this.records = records;
        this.cards = cards;
        this.timetable = timetable;
        this.search = search;
        this.listing = listing;
        this.reports = reports;
        this.directory = directory;
        this.features = features;
        this.traces = traces;
        this.clock = clock;
    }

    @GetMapping("/service/{id}")
    ModelAndView service(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID at, Words t) {
        var now = records.find(id).isPresent() ? Optional.<UUID>empty() : directory.leadsTo(id);
        if (now.isPresent()) {
            return new ModelAndView("redirect:" + t.link("/service/" + now.get()));
        }
        return new ModelAndView("finding/service", "page", page(id, at, ReportForm.EMPTY));
    }

    @PostMapping("/service/{id}/report")
    ModelAndView report(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, Words t) {
        records.find(id).orElseThrow(() -> Refusal.notFound("finding.service.unknown"));
        return reports.answer(
                Subject.service(id),
                "/service/" + id,
                fields,
                t,
                form -> new ModelAndView("finding/service", "page", page(id, null, form)));
    }

    @GetMapping(value = "/service/{id}", params = "reported")
    ModelAndView reported(@PathVariable UUID id) {
        return new ModelAndView("finding/service", "page", page(id, null, ReportForm.EMPTY.as(ReportForm.State.KEPT)));
    }

    /** The points of one service for its map, the first one first. */
    @GetMapping(value = "/service/{id}/points.geojson", produces = "application/geo+json")
    ResponseEntity<byte[]> points(@PathVariable UUID id, Words t) {
        records.find(id).orElseThrow(() -> Refusal.notFound("finding.service.unknown"));
        var listed = new ArrayList<Listed>();
        for (var stop : stops(id, null)) {
            var card = stop.card();
            var hit = new Found.Hit(card.id(), card.service(), card.location(), null, stop.state());
            listed.add(new Listed(hit, card, listed.size() + 1));
        }
        var at = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        return ResponseEntity.ok(features.of(t, listed, at));
    }

    private ServicePage page(UUID id, @Nullable UUID point, ReportForm report) {
        var service = records.find(id).orElseThrow(() -> Refusal.notFound("finding.service.unknown"));
        var now = clock.instant();
        var stops = stops(id, point);
        return new ServicePage(
                service,
                stops,
                records.phones(id),
                records.contacts(id),
                records.documents(id),
                records.areas(id),
                records.accessibility(id),
                records.funding(id),
                records.costs(id),
                records.capacity(id),
                records.notices(id, now),
                related(id, stops),
                search.vocabulary(),
                LocalDateTime.ofInstant(now, clock.getZone()),
                now,
                directory.quality(List.of(id)).get(id),
                traces.of("service", id),
                report,
                records.hoursInWords(List.of(id)));
    }

    /** The point the reader came for first, then the others in their order. */
    private List<Stop> stops(UUID service, @Nullable UUID first) {
        var places = records.places(service);
        Map<UUID, ServiceRecords.Place> byPoint = new HashMap<>();
        places.forEach(place -> byPoint.put(place.point(), place));
        var points =
                new ArrayList<>(places.stream().map(ServiceRecords.Place::point).toList());
        if (points.isEmpty()) {
            points.add(service);
        } else if (first != null && points.remove(first)) {
            points.addFirst(first);
        }
        Map<UUID, OpeningHours> hours = timetable.of(List.of(service));
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return cards.of(points).stream()
                .map(card -> Stop.of(card, byPoint.get(card.id()), hours.get(card.id()), clock.instant(), today))
                .toList();
    }

    /** Others of the same kind, the nearest first. */
    private List<Listed> related(UUID service, List<Stop> stops) {
        if (stops.isEmpty() || search.preparing().isPresent()) {
            return List.of();
        }
        var card = stops.getFirst().card();
        var vocabulary = search.vocabulary();
        var question = card.terms().stream()
                .map(vocabulary::find)
                .filter(concept -> concept != null && concept.facet() == Facet.TERM)
                .findFirst()
                .map(concept -> Question.EVERYTHING.with(Facet.TERM, concept.value()))
                .orElse(null);
        if (question == null) {
            return List.of();
        }
        var near = card.latitude() == null || card.longitude() == null
                ? null
                : new Near(card.latitude(), card.longitude(), null);
        var seen = new java.util.HashSet<>(List.of(service));
        return listing.of(search.points(question.withNear(near).onPage(1, RELATED * 4))).stream()
                .filter(listed -> seen.add(listed.card().service()))
                .limit(RELATED)
                .toList();
    }
}
