package org.opensocialnet.catchment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.kernel.GeoPoint;

/**
 * Finds the sites around a point without asking all. The earth lies in cubes of the size of the radius, so that poles
 * and the date line are places like others: what is near lies in the point's own cube or one that touches it.
 */
final class Near {

    /** The site, and how many metres away as the crow flies. */
    interface Seen {
        void at(int site, double metres);
    }

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final double HALF_ROUND_THE_EARTH = EARTH_RADIUS_METRES * Math.PI;
    /** Smaller cubes are more work than they save. */
    private static final double LEAST_CUBE_METRES = 50;
    /** Cubes are numbered from the corner of the box that holds the earth. */
    private static final int BITS = 20;

    private final double radius;
    private final double cube;
    private final double[] xyz;
    private final Map<Long, int[]> inCube = new HashMap<>();

    Near(List<GeoPoint> sites, double radiusMetres) {
        radius = Math.min(radiusMetres, HALF_ROUND_THE_EARTH);
        cube = Math.max(radius, LEAST_CUBE_METRES) / EARTH_RADIUS_METRES;
        xyz = new double[3 * sites.size()];
        var inCubes = new HashMap<Long, List<Integer>>();
        for (int site = 0; site < sites.size(); site++) {
            put(sites.get(site), xyz, 3 * site);
            inCubes.computeIfAbsent(cubeOf(xyz, 3 * site, 0, 0, 0), none -> new ArrayList<>())
                    .add(site);
        }
        inCubes.forEach((number, inside) ->
                inCube.put(number, inside.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Shows every site within the radius, and some a hair beyond it. */
    void to(GeoPoint point, Seen seen) {
        if (!(radius >= 0)) {
            return;
        }
        double[] here = new double[3];
        put(point, here, 0);
        double chord = 2 * Math.sin(radius / (2 * EARTH_RADIUS_METRES));
        double far = chord * chord * (1 + 1e-9) + 1e-30;
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                for (int z = -1; z <= 1; z++) {
                    var sites = inCube.get(cubeOf(here, 0, x, y, z));
                    if (sites != null) {
                        show(here, sites, far, seen);
                    }
                }
            }
        }
    }

    private void show(double[] here, int[] sites, double far, Seen seen) {
        for (int site : sites) {
            double x = xyz[3 * site] - here[0];
            double y = xyz[3 * site + 1] - here[1];
            double z = xyz[3 * site + 2] - here[2];
            double square = x * x + y * y + z * z;
            if (square <= far) {
                seen.at(site, 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square) / 2)));
            }
        }
    }

    private static void put(GeoPoint point, double[] xyz, int at) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        xyz[at] = Math.cos(latitude) * Math.cos(longitude);
        xyz[at + 1] = Math.cos(latitude) * Math.sin(longitude);
        xyz[at + 2] = Math.sin(latitude);
    }

    private long cubeOf(double[] point, int at, int x, int y, int z) {
        return number(point[at], x) << 2 * BITS | number(point[at + 1], y) << BITS | number(point[at + 2], z);
    }

    /** From 1 on, so that the cubes beside the first have numbers too. */
    private long number(double coordinate, int beside) {
        return (long) Math.floor((coordinate + 1) / cube) + 1 + beside;
    }
}
