package org.opensocialnet.places;

import java.util.List;
import org.opensocialnet.kernel.GeoPoint;

/** A community on the map: the place, and the rings of its border (the first is the outer one of its part). */
record Area(Place place, List<List<GeoPoint>> rings) {

    /** Counts how often a line from the point to the east crosses the border: odd is inside. Holes count by themselves. */
    boolean contains(GeoPoint point) {
        return rings.stream().mapToInt(ring -> crossings(ring, point)).sum() % 2 == 1;
    }

    private static int crossings(List<GeoPoint> ring, GeoPoint point) {
        int count = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            if (crosses(ring.get(i), ring.get(i + 1), point)) {
                count++;
            }
        }
        return count;
    }

    private static boolean crosses(GeoPoint from, GeoPoint to, GeoPoint point) {
        if (from.latitude() > point.latitude() == to.latitude() > point.latitude()) {
            return false;
        }
        var share = (point.latitude() - from.latitude()) / (to.latitude() - from.latitude());
        return point.longitude() < from.longitude() + share * (to.longitude() - from.longitude());
    }
}
