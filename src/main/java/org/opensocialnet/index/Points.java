package org.opensocialnet.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.index.Catalogue.LanguageRow;
import org.opensocialnet.index.Catalogue.PlaceRow;
import org.opensocialnet.index.Catalogue.ServiceRow;
import org.opensocialnet.kernel.SearchText;
import org.springframework.stereotype.Component;

/** Makes the points of some services out of what the directory tells of them. */
@Component
class Points {

    private final Catalogue catalogue;
    private final Timetable timetable;

    Points(Catalogue catalogue, Timetable timetable) {
        this.catalogue = catalogue;
        this.timetable = timetable;
    }

    List<Point> of(Collection<UUID> services, Vocabulary vocabulary, Wording wording, Instant from, Instant until) {
        var described = new HashMap<UUID, Describer>();
        var rows = catalogue.services(services);
        rows.forEach(row -> described.put(row.id(), new Describer(vocabulary, wording).service(row)));
        catalogue.tags(services).forEach(tag -> with(described, tag.service()).concept(tag.term()));
        catalogue
                .areas(services)
                .forEach(area -> with(described, area.service()).area(area.name(), area.translations()));
        var languages = grouped(catalogue.languages(services), LanguageRow::service);
        languages.forEach((service, spoken) -> spoken.stream()
                .filter(language -> language.location() == null)
                .forEach(with(described, service)::language));
        var places = grouped(catalogue.places(services), PlaceRow::service);
        var hours = openings(services, from, until);
        var points = new ArrayList<Point>();
        for (var row : rows) {
            var service = with(described, row.id());
            var itsPlaces = places.getOrDefault(row.id(), List.of());
            if (itsPlaces.isEmpty()) {
                points.add(nowhere(row, service, hours));
            }
            for (var place : itsPlaces) {
                var here = service.copy().place(place);
                languages.getOrDefault(row.id(), List.of()).stream()
                        .filter(language -> place.location().equals(language.location()))
                        .forEach(here::language);
                points.add(somewhere(row, place, here, hours));
            }
        }
        return points;
    }

    private Map<UUID, Opening> openings(Collection<UUID> services, Instant from, Instant until) {
        var known = new IdentityHashMap<OpeningHours, Opening>();
        var openings = new HashMap<UUID, Opening>();
        timetable
                .of(services)
                .forEach((point, hours) ->
                        openings.put(point, known.computeIfAbsent(hours, same -> Opening.of(same, from, until))));
        return openings;
    }

    /** What hangs on a service that is gone or not public finds nothing to hang on. */
    private static Describer with(Map<UUID, Describer> described, UUID service) {
        return described.getOrDefault(service, new Describer(new Vocabulary(List.of()), new Wording()));
    }

    private static <T> Map<UUID, List<T>> grouped(List<T> rows, Function<T, UUID> by) {
        return rows.stream().collect(Collectors.groupingBy(by));
    }

    private static Point nowhere(ServiceRow row, Describer described, Map<UUID, Opening> hours) {
        var opening = hours.getOrDefault(row.id(), Opening.UNKNOWN);
        described.flag(Flag.APPOINTMENT, opening.appointment());
        return new Point(
                row.id(),
                row.id(),
                null,
                SearchText.plain(row.name()),
                null,
                null,
                described.words(),
                described.facets(),
                opening);
    }

    private static Point somewhere(ServiceRow row, PlaceRow place, Describer described, Map<UUID, Opening> hours) {
        var opening = hours.getOrDefault(place.id(), Opening.UNKNOWN);
        described.flag(Flag.APPOINTMENT, opening.appointment());
        return new Point(
                place.id(),
                row.id(),
                place.location(),
                SearchText.plain(row.name()),
                place.latitude(),
                place.longitude(),
                described.words(),
                described.facets(),
                opening);
    }
}
