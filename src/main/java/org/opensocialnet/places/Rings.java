package org.opensocialnet.places;

import java.util.List;
import java.util.stream.Stream;
import org.opensocialnet.kernel.GeoPoint;
import tools.jackson.databind.JsonNode;

/** Reads the borders in a GeoJSON geometry. */
final class Rings {

    private Rings() {}

    static List<List<GeoPoint>> of(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        Stream<JsonNode> polygons = switch (geometry.path("type").asString("")) {
            case "Polygon" -> Stream.of(coordinates);
            case "MultiPolygon" -> coordinates.valueStream();
            default -> Stream.empty();
        };
        return polygons.flatMap(JsonNode::valueStream).map(Rings::ring).toList();
    }

    static GeoPoint point(JsonNode longitudeLatitude) {
        return new GeoPoint(
                longitudeLatitude.path(1).asDouble(), longitudeLatitude.path(0).asDouble());
    }

    /** The middle of a ring's corners: where its name may stand. */
    static GeoPoint middle(List<GeoPoint> ring) {
        return new GeoPoint(
                ring.stream().mapToDouble(GeoPoint::latitude).average().orElse(0),
                ring.stream().mapToDouble(GeoPoint::longitude).average().orElse(0));
    }

    private static List<GeoPoint> ring(JsonNode points) {
        return points.valueStream().map(Rings::point).toList();
    }
}
