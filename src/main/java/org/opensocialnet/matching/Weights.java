package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learnt of a set of records: of one person's two records, of people who share a home or an area, and of
 * strangers, how many agree how far in each field; how many pairs are what; and how frequent each value is. Immutable.
 */
public final class Weights {

    /** A value's frequency is drawn towards the average as if so many more records had been seen. */
    private static final double CAUTION = 50;

    private final Form form;
    private final List<Relation> relations;
    private final double[] shares;
    private final double[][] same;
    private final double[][] shared;
    private final double[][] chance;
    private final List<Frequencies> frequencies;
    private final double pairs;
    private final List<Double> likelihoods;

    Weights(
            Form form,
            List<Relation> relations,
            double[] shares,
            double[][] same,
            double[][] shared,
            double[][] chance,
            List<Frequencies> frequencies,
            double pairs,
            List<Double> likelihoods) {
        this.form = form;
        this.relations = List.copyOf(relations);
        this.shares = shares;
        this.same = same;
        this.shared = shared;
        this.chance = chance;
        this.frequencies = List.copyOf(frequencies);
        this.pairs = pairs;
        this.likelihoods = List.copyOf(likelihoods);
    }

    public Form form() {
        return form;
    }

    /** What share of all pairs of records is one person: the prior probability of a match. */
    public double prior() {
        return shares[0];
    }

    /** Of how many pairs this was learnt, those that were never compared included. */
    public double pairs() {
        return pairs;
    }

    /** The logarithm of how probable the data are, after each round of learning; it never falls. */
    public List<Double> likelihoods() {
        return likelihoods;
    }

    /** m: how probable this agreement is when the two are one person and both say something. */
    public double m(Field field, Agreement agreement) {
        return of(same, field, agreement);
    }

    /** u: how probable it is between strangers. */
    public double u(Field field, Agreement agreement) {
        return of(chance, field, agreement);
    }

    /** The weight of an agreement in bits, log2(m/u), for a value of average frequency. */
    public double bits(Field field, Agreement agreement) {
        return agreement == Agreement.MISSING ? 0 : log2(m(field, agreement) / u(field, agreement));
    }

    /** The agreements a field can have, "missing" left out. */
    public List<Agreement> agreements(Field field) {
        int at = form.fields().indexOf(field);
        var shape = form.kind(at).shape();
        return IntStream.range(1, LEVELS)
                .filter(level -> shape.knows(level))
                .mapToObj(shape::agreement)
                .toList();
    }

    private double of(double[][] table, Field field, Agreement agreement) {
        int at = form.fields().indexOf(field);
        if (at < 0) {
            throw new IllegalArgumentException("No field " + field.name());
        }
        int level = form.kind(at).shape().level(agreement);
        return table[at][level];
    }

    List<Relation> relations() {
        return relations;
    }

    double share(int relation) {
        return shares[relation];
    }

    double[][] same() {
        return same;
    }

    double[][] shared() {
        return shared;
    }

    double[][] chance() {
        return chance;
    }

    List<Frequencies> frequencies() {
        return frequencies;
    }

    /** By how many bits more the agreement in this value says than in one of average frequency. */
    double rarity(int field, long token) {
        var known = frequencies.get(field);
        double average = chance[field][Shape.L_SAME] + chance[field][Shape.L_SOUND];
        double frequency = (known.count(token) + CAUTION * average) / (known.records() + CAUTION);
        return log2(average / frequency);
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
