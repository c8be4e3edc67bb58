package org.opensocialnet.catchment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far people go, and how much a site counts at which cost. Costs are metres, minutes or whatever the ways are told in.
 *
 * @param limit the border of the catchment, which lies inside of it
 * @param weights what a site within the limit counts, from its cost
 */
public record Reach(double limit, DoubleUnaryOperator weights) {

    /** Everything up to and including this cost counts alike. */
    public record Zone(double upTo, double weight) {}

    public Reach {
        if (Double.isNaN(limit)) {
            throw new IllegalArgumentException("A catchment has a border.");
        }
    }

    /** All within the limit counts alike: the plain floating catchment area. */
    public static Reach within(double limit) {
        return new Reach(limit, cost -> 1);
    }

    /** Zones from near to far. */
    public static Reach zones(List<Zone> zones) {
        var nearFirst = List.copyOf(zones);
        for (int i = 0; i < nearFirst.size(); i++) {
            checkWeight(nearFirst.get(i).weight());
            if (i > 0 && !(nearFirst.get(i).upTo() > nearFirst.get(i - 1).upTo())) {
                throw new IllegalArgumentException("Zones are told from near to far.");
            }
        }
        return new Reach(nearFirst.getLast().upTo(), cost -> {
            for (var zone : nearFirst) {
                if (cost <= zone.upTo()) {
                    return zone.weight();
                }
            }
            return 0;
        });
    }

    /** A bell: full weight at the door, 0.61 of it at sigma, 0.14 at twice as far. */
    public static Reach gaussian(double sigma, double limit) {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("The width of the bell is more than nothing.");
        }
        return new Reach(limit, cost -> Math.exp(-cost * cost / (2 * sigma * sigma)));
    }

    /** A power of the cost, counted in units of {@code scale}; costs below {@code least} count as that. */
    public static Reach gravity(double scale, double power, double least, double limit) {
        if (!(scale > 0) || !(least >= 0) || least == 0 && power < 0) {
            throw new IllegalArgumentException(
                    "A falling power needs a least cost, or the door itself weighs without end.");
        }
        return new Reach(limit, cost -> Math.pow(Math.max(cost, least) / scale, power));
    }

    /** What a site at this cost counts: nothing beyond the limit. */
    public double weight(double cost) {
        return cost <= limit ? checkWeight(weights.applyAsDouble(cost)) : 0;
    }

    private static double checkWeight(double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("A weight is a number from nothing up.");
        }
        return weight;
    }
}
