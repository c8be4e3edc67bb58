package org.opensocialnet.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.places.Places;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The communities as a drawing: what the city's own map has, on a sheet 1000 wide. */
@Component
class Outlines {

    private static final double WIDTH = 1000;
    private static final double METRES_A_DEGREE = 111_320;

    private final List<Outline> all;
    private final Frame frame;
    private final long height;

    /** One community: its path, and where its number stands. */
    record Outline(String code, String path, long x, long y) {}

    /** The piece of the earth that is drawn. */
    private record Frame(double west, double north, double scale, double flat) {

        long x(double longitude) {
            return Math.round((longitude - west) * flat * scale);
        }

        long y(double latitude) {
            return Math.round((north - latitude) * scale);
        }
    }

    Outlines(Places places) {
        var communities = JsonMapper.builder()
                .build()
                .readTree(places.map())
                .path("features")
                .valueStream()
                .filter(feature ->
                        feature.path("properties").path("kind").asString("").equals("community"))
                .toList();
        var points = communities.stream().flatMap(each -> points(each).stream()).toList();
        double west = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double east = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        double south = points.stream().mapToDouble(point -> point[1]).min().orElse(0);
        double north = points.stream().mapToDouble(point -> point[1]).max().orElse(1);
        double flat = Math.cos(Math.toRadians((south + north) / 2));
        this.frame = new Frame(west, north, WIDTH / Math.max(1e-9, (east - west) * flat), flat);
        this.height = frame.y(south);
        this.all = communities.stream().map(each -> outline(each, frame)).toList();
    }

    List<Outline> all() {
        return all;
    }

    /** Where a square of so many metres stands on the sheet, by its corner, and how long its side is there. */
    Spot spot(GeoPoint middle, int metres) {
        double side = metres / METRES_A_DEGREE * frame.scale();
        return new Spot(
                Math.round(frame.x(middle.longitude()) - side / 2),
                Math.round(frame.y(middle.latitude()) - side / 2),
                (long) Math.ceil(side));
    }

    /** A square on the sheet. */
    record Spot(long x, long y, long side) {}

    /** The sheet, as SVG writes it. */
    String box() {
        return "-6 -6 %d %d".formatted((long) WIDTH + 12, height + 12);
    }

    private static Outline outline(JsonNode feature, Frame frame) {
        var path = new StringBuilder();
        for (var ring : rings(feature)) {
            var letter = 'M';
            for (var point : ring) {
                path.append(String.format(Locale.ROOT, "%c%d %d", letter, frame.x(point[0]), frame.y(point[1])));
                letter = 'L';
            }
            path.append('Z');
        }
        var said = feature.path("properties");
        var label = said.path("label");
        return new Outline(
                said.path("code").asString(),
                path.toString(),
                frame.x(label.path(0).asDouble()),
                frame.y(label.path(1).asDouble()));
    }

    private static List<double[]> points(JsonNode feature) {
        return rings(feature).stream().flatMap(List::stream).toList();
    }

    private static List<List<double[]>> rings(JsonNode feature) {
        var rings = new ArrayList<List<double[]>>();
        collect(feature.path("geometry").path("coordinates"), rings);
        return rings;
    }

    /** A list of points is a ring; a list of rings is a polygon; and so on. */
    private static void collect(JsonNode node, List<List<double[]>> rings) {
        if (node.path(0).path(0).isNumber()) {
            rings.add(node.valueStream()
                    .map(point -> new double[] {
                        point.path(0).asDouble(), point.path(1).asDouble()
                    })
                    .toList());
        } else {
            node.valueStream().forEach(inner -> collect(inner, rings));
        }
    }
}
