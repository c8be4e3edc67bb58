package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject.Kind;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.GeoPoint;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is compared of the directory's records, some hundreds at a time. */
@Component
class Likenesses {

    static final int AT_ONCE = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WholeRecords records;

    Likenesses(WholeRecords records) {
        this.records = records;
    }

    /** The next records in use after an id. */
    List<Likeness> after(Kind kind, @Nullable UUID last) {
        var ids = records.ids(kind, last, AT_ONCE);
        if (ids.isEmpty()) {
            return List.of();
        }
        var phones = byOwner("phone", kind.table() + "_id", ids, row -> Likeness.phone(row.value("number")));
        var places = places(kind, ids);
        return records.rows(kind.table(), "id", ids).stream()
                .map(row -> likeness(row, phones, places.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Likeness likeness(RecordRow row, Map<UUID, Set<String>> phones, List<RecordRow> places) {
        var addresses = new HashSet<String>();
        var points = new ArrayList<GeoPoint>();
        for (var place : places) {
            if (place.table().equals("address")) {
                keep(addresses, Likeness.address(place.value("address_1"), place.value("city")));
            } else if (place.value("latitude") != null && place.value("longitude") != null) {
                points.add(new GeoPoint(number(place, "latitude"), number(place, "longitude")));
            }
        }
        return new Likeness(
                row.id(),
                row.source(),
                names(row),
                some(row.value("tax_id")),
                phones.getOrDefault(row.id(), Set.of()),
                some(Likeness.email(row.value("email"))),
                some(Likeness.page(row.value("website") == null ? row.value("url") : row.value("website"))),
                addresses,
                points);
    }

    /** Where a service is given, or a place lies, with its addresses. */
    private Map<UUID, List<RecordRow>> places(Kind kind, List<UUID> ids) {
        var of = new HashMap<UUID, Set<UUID>>();
        if (kind == Kind.LOCATION) {
            ids.forEach(id -> of.put(id, Set.of(id)));
        } else if (kind == Kind.SERVICE) {
            for (var point : records.rows("service_at_location", "service_id", ids)) {
                if (!point.gone()) {
                    of.computeIfAbsent(id(point, "service_id"), _ -> new HashSet<>())
                            .add(id(point, "location_id"));
                }
            }
        }
        var wanted = of.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var byPlace = new HashMap<UUID, List<RecordRow>>();
        records.rows("location", "id", wanted)
                .forEach(row -> byPlace.computeIfAbsent(row.id(), _ -> new ArrayList<>())
                        .add(row));
        records.rows("address", "location_id", wanted)
                .forEach(row -> byPlace.computeIfAbsent(id(row, "location_id"), _ -> new ArrayList<>())
                        .add(row));
        var places = new HashMap<UUID, List<RecordRow>>();
        of.forEach((record, some) -> places.put(
                record,
                some.stream()
                        .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                        .toList()));
        return places;
    }

    private Map<UUID, Set<String>> byOwner(
            String table, String column, Collection<UUID> ids, Function<RecordRow, @Nullable String> value) {
        var found = new HashMap<UUID, Set<String>>();
        for (var row : records.rows(table, column, ids)) {
            keep(found.computeIfAbsent(id(row, column), _ -> new HashSet<>()), value.apply(row));
        }
        return found;
    }

    /** Its name, its other name, and both in other languages. */
    private static Set<Set<String>> names(RecordRow row) {
        var names = new HashSet<Set<String>>();
        names.add(Likeness.words(row.value("name")));
        names.add(Likeness.words(row.value("alternate_name")));
        try {
            for (var language : JSON.readTree(row.values().getOrDefault("translations", "{}"))
                    .properties()) {
                names.add(Likeness.words(language.getValue().path("name").asString("")));
            }
        } catch (JacksonException _) {
            // what is no document has no names
        }
        names.remove(Set.<String>of());
        return names;
    }

    private static void keep(Set<String> into, @Nullable String value) {
        if (value != null) {
            into.add(value);
        }
    }

    private static Set<String> some(@Nullable String value) {
        return value == null || value.isBlank() ? Set.of() : Set.of(value.strip());
    }

    private static UUID id(RecordRow row, String column) {
        return UUID.fromString(row.values().getOrDefault(column, ""));
    }

    private static double number(RecordRow row, String column) {
        return Double.parseDouble(row.values().getOrDefault(column, "0"));
    }
}
