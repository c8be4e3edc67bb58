package org.opensocialnet.catchment;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Floating catchment areas: the places of a site are shared among all who can reach it, and what an area has is the sum of
 * its shares. Two steps, plain or with weights, after Luo and Wang (2003) and Luo and Qi (2009); three, where people prefer
 * what is nearer, after Wan, Zou and Sternberg (2012); balanced, where nobody is counted twice, after Paez, Higgins and
 * Vivona (2019).
 */
public final class Catchment {

    private final Ways ways;
    private final double[] weight;

    public Catchment(Ways ways, Reach reach) {
        this.ways = ways;
        weight = weights(ways, reach);
    }

    private static double[] weights(Ways ways, Reach reach) {
        double[] weights = new double[ways.cost.length];
        for (int way = 0; way < weights.length; way++) {
            weights[way] = reach.weight(ways.cost[way]);
        }
        return weights;
    }

    /** The people who share a site, by their weight; what an area has, by the same weight. */
    public Accessibility twoStep(double[] people, double[] places) {
        return share(people, places, weight, weight);
    }

    /**
     * People divide themselves among the sites they know, by the preference. What they prefer may lie beyond the
     * catchment: then that part of them goes nowhere.
     */
    public Accessibility threeStep(double[] people, double[] places, Reach preference) {
        double[] chosen = partsOfArea(weights(ways, preference));
        for (int way = 0; way < chosen.length; way++) {
            chosen[way] *= weight[way];
        }
        return share(people, places, chosen, chosen);
    }

    /** People and places are both divided without rest: no person is counted at two sites as two, and no place. */
    public Accessibility balanced(double[] people, double[] places) {
        return share(people, places, partsOfArea(weight), partsOfSite(weight));
    }

    /** The places each area reaches, by weight, however many share them. */
    public double[] reached(double[] places) {
        check("places", places, ways.sites);
        double[] reached = new double[ways.areas];
        for (int area = 0; area < ways.areas; area++) {
            for (int way = ways.first[area]; way < ways.first[area + 1]; way++) {
                reached[area] += weight[way] * places[ways.site[way]];
            }
        }
        return reached;
    }

    private Accessibility share(double[] people, double[] places, double[] going, double[] having) {
        check("people", people, ways.areas);
        check("places", places, ways.sites);
        double[] demand = new double[ways.sites];
        for (int area = 0; area < ways.areas; area++) {
            for (int way = ways.first[area]; way < ways.first[area + 1]; way++) {
                demand[ways.site[way]] += going[way] * people[area];
            }
        }
        double[] share = new double[ways.sites];
        var loads = new ArrayList<Load>(ways.sites);
        for (int site = 0; site < ways.sites; site++) {
            share[site] = demand[site] > 0 ? places[site] / demand[site] : 0;
            loads.add(demand[site] > 0 ? new Load.Shared(demand[site], share[site]) : new Load.NobodyInReach());
        }
        var areas = new ArrayList<Access>(ways.areas);
        for (int area = 0; area < ways.areas; area++) {
            areas.add(people[area] == 0 ? new Access.NobodyLivesThere() : access(area, share, having));
        }
        return new Accessibility(areas, loads);
    }

    private Access access(int area, double[] share, double[] having) {
        double sum = 0;
        boolean any = false;
        for (int way = ways.first[area]; way < ways.first[area + 1]; way++) {
            sum += having[way] * share[ways.site[way]];
            any |= weight[way] > 0;
        }
        return any ? new Access.Places(sum) : new Access.NoServiceInReach();
    }

    private double[] partsOfArea(double[] of) {
        double[] parts = of.clone();
        for (int area = 0; area < ways.areas; area++) {
            double sum =
                    Arrays.stream(of, ways.first[area], ways.first[area + 1]).sum();
            for (int way = ways.first[area]; sum > 0 && way < ways.first[area + 1]; way++) {
                parts[way] /= sum;
            }
        }
        return parts;
    }

    private double[] partsOfSite(double[] of) {
        double[] sums = new double[ways.sites];
        for (int way = 0; way < of.length; way++) {
            sums[ways.site[way]] += of[way];
        }
        double[] parts = of.clone();
        for (int way = 0; way < of.length; way++) {
            parts[way] = of[way] > 0 ? of[way] / sums[ways.site[way]] : 0;
        }
        return parts;
    }

    private static void check(String what, double[] numbers, int size) {
        if (numbers.length != size || Arrays.stream(numbers).anyMatch(number -> !(number >= 0) || number > 1e15)) {
            throw new IllegalArgumentException("There is one number of %s for each, from nothing up.".formatted(what));
        }
    }
}
