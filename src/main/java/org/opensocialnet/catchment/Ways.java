package org.opensocialnet.catchment;

import java.util.Arrays;
import java.util.List;
import org.opensocialnet.kernel.GeoPoint;

/** What it costs to come from each area to each site, as far as anybody goes. There and back may differ: this is there. */
public final class Ways {

    final int areas;
    final int sites;
    /** The ways of an area stand from {@code first[area]} to before {@code first[area + 1]}. */
    final int[] first;

    final int[] site;
    final double[] cost;

    private Ways(int areas, int sites, int[] first, int[] site, double[] cost) {
        this.areas = areas;
        this.sites = sites;
        this.first = first;
        this.site = site;
        this.cost = cost;
    }

    /** Costs by area and site; no number (NaN) or one without end where there is no way. */
    public static Ways of(double[][] costs) {
        int sites = costs.length == 0 ? 0 : costs[0].length;
        var found = new Found(costs.length);
        for (int area = 0; area < costs.length; area++) {
            if (costs[area].length != sites) {
                throw new IllegalArgumentException("Each area has a cost for each site.");
            }
            for (int site = 0; site < sites; site++) {
                if (costs[area][site] < 0) {
                    throw new IllegalArgumentException("No way costs less than nothing.");
                }
                if (costs[area][site] < Double.POSITIVE_INFINITY) {
                    found.add(site, costs[area][site]);
                }
            }
            found.endOf(area);
        }
        return found.ways(sites);
    }

    /**
     * Metres on foot: the straight line times a factor for streets, as far as the limit and no further. Streets in cities
     * are 1.2 to 1.4 times as long as the crow flies.
     */
    public static Ways walking(List<GeoPoint> areas, List<GeoPoint> sites, double factor, double limit) {
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("No street is shorter than the straight line.");
        }
        var near = new Near(sites, limit / factor);
        var found = new Found(areas.size());
        for (int area = 0; area < areas.size(); area++) {
            near.to(areas.get(area), (site, metres) -> {
                if (metres * factor <= limit) {
                    found.add(site, metres * factor);
                }
            });
            found.endOf(area);
        }
        return found.ways(sites.size());
    }

    /** Ways in the making. */
    private static final class Found {

        private final int[] first;
        private int[] site = new int[1024];
        private double[] cost = new double[1024];
        private int count;

        Found(int areas) {
            first = new int[areas + 1];
        }

        void add(int to, double costs) {
            if (count == site.length) {
                site = Arrays.copyOf(site, 2 * count);
                cost = Arrays.copyOf(cost, 2 * count);
            }
            site[count] = to;
            cost[count++] = costs;
        }

        void endOf(int area) {
            first[area + 1] = count;
        }

        Ways ways(int sites) {
            return new Ways(first.length - 1, sites, first, Arrays.copyOf(site, count), Arrays.copyOf(cost, count));
        }
    }
}
