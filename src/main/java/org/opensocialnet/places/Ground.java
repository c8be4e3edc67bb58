package org.opensocialnet.places;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opensocialnet.kernel.GeoPoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What our own map draws: coast, hills, streets, communities and names, schematic and drawn by hand.
 * Official boundaries, where an operator gives them, take the place of the communities.
 */
@Component
@EnableConfigurationProperties(PlacesSettings.class)
class Ground {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> features;

    Ground(PlacesSettings settings) {
        var schematic = schematic();
        this.features = settings.boundaries().isBlank()
                ? schematic
                : Stream.concat(
                                schematic.stream().filter(feature -> !isCommunity(feature)),
                                official(Path.of(settings.boundaries())).stream())
                        .toList();
    }

    byte[] document() {
        var document = JSON.createObjectNode().put("type", "FeatureCollection");
        document.putArray("features").addAll(features);
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    List<Area> communities() {
        return features.stream()
                .filter(Ground::isCommunity)
                .map(feature -> new Area(place(feature, Place.Kind.COMMUNITY), Rings.of(feature.path("geometry"))))
                .sorted(Comparator.comparing(area -> area.place().code()))
                .toList();
    }

    List<Place> places() {
        var places = new ArrayList<Place>();
        communities().forEach(area -> places.add(area.place()));
        for (var kind : List.of(Place.Kind.NEIGHBOURHOOD, Place.Kind.SQUARE, Place.Kind.STATION)) {
            features.stream()
                    .filter(feature -> kindOf(feature).equals(kind.name().toLowerCase(Locale.ROOT)))
                    .forEach(feature -> places.add(place(feature, kind)));
        }
        return List.copyOf(places);
    }

    private static Place place(JsonNode feature, Place.Kind kind) {
        var said = feature.path("properties");
        return new Place(
                said.path("code").asString(),
                kind,
                said.path("el").asString(),
                said.path("en").asString(),
                centre(feature));
    }

    private static GeoPoint centre(JsonNode feature) {
        var label = feature.path("properties").path("label");
        return label.isArray()
                ? Rings.point(label)
                : Rings.point(feature.path("geometry").path("coordinates"));
    }

    private static boolean isCommunity(JsonNode feature) {
        return kindOf(feature).equals("community");
    }

    private static String kindOf(JsonNode feature) {
        return feature.path("properties").path("kind").asString("");
    }

    private static List<JsonNode> schematic() {
        try (var in = new ClassPathResource("places/athens.geojson").getInputStream()) {
            return JSON.readTree(in).path("features").valueStream().toList();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own map is missing from its files", e);
        }
    }

    /** Reads an operator's boundaries: polygons with code, and el (or name) and en for what they are called. */
    private static List<JsonNode> official(Path file) {
        try {
            var read = JSON.readTree(Files.readString(file))
                    .path("features")
                    .valueStream()
                    .toList();
            if (read.isEmpty()) {
                throw unusable(file, "it holds no features");
            }
            return read.stream().map(feature -> asCommunity(feature, file)).toList();
        } catch (IOException | JacksonException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode asCommunity(JsonNode feature, Path file) {
        var said = feature.path("properties");
        var greek = said.path("el").asString(said.path("name").asString(""));
        if (said.path("code").asString("").isBlank() || greek.isBlank()) {
            throw unusable(file, "every feature needs the properties code and el (or name)");
        }
        var rings = Rings.of(feature.path("geometry"));
        if (rings.isEmpty()) {
            throw unusable(file, "every feature needs a Polygon or MultiPolygon in WGS 84 (longitude, latitude)");
        }
        var label = Rings.middle(rings.getFirst());
        ObjectNode community = JSON.createObjectNode().put("type", "Feature");
        var properties = community.putObject("properties").put("kind", "community");
        properties.put("code", said.path("code").asString()).put("el", greek);
        properties.put("en", said.path("en").asString(greek));
        properties.putArray("label").add(label.longitude()).add(label.latitude());
        community.set("geometry", feature.path("geometry"));
        return community;
    }

    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException("osn.map.boundaries: %s cannot be used: %s".formatted(file, why));
    }
}
