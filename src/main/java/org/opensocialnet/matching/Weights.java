package org.opensocialnet.matching;

import static org.opensocialnet.matching.Shape.LEVELS;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The same weights where a pair is one person so probably beforehand; what else two may be stays in proportion. */
    public Weights expecting(double prior) {
        var expected = shares.clone();
        expected[0] = prior;
        for (int relation = 1; relation < expected.length; relation++) {
            expected[relation] = shares[relation] * (1 - prior) / (1 - shares[0]);
        }
        return new Weights(form, relations, expected, same, shared, chance, frequencies, pairs, likelihoods);
    }

    /**
     * What is believed of people before any were seen: by kind of field, how often strangers agree.
     *
     * @param prior how probable it is that a pair is one person
     */
    public static Weights beforehand(Form form, double prior) {
        var relations = Relation.possible(form);
        var shares = new double[relations.size()];
        for (int at = 1; at < shares.length - 1; at++) {
            shares[at] = 2 * prior * (relations.get(at) == Relation.TWINS ? Relation.TWINS_OF_HOUSEHOLDS : 1);
        }
        shares[0] = prior;
        shares[shares.length - 1] = 1 - Arrays.stream(shares).sum();
        var same = new double[form.size()][LEVELS];
        var shared = new double[form.size()][LEVELS];
        var chance = new double[form.size()][LEVELS];
        var frequencies = new ArrayList<Frequencies>();
        for (int field = 0; field < form.size(); field++) {
            var shape = form.kind(field).shape();
            for (int level = 1; level < LEVELS; level++) {
                same[field][level] = shape.expected(level);
                shared[field][level] = 0.5 * shape.expected(level) + (level == Shape.L_SAME ? 0.5 : 0);
                chance[field][level] = form.kind(field).chance(level);
            }
            frequencies.add(Frequencies.NONE);
        }
        return new Weights(form, relations, shares, same, shared, chance, frequencies, 0, List.of());
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
        if (known.records() == 0) {
            return 0;
        }
        double average = chance[field][Shape.L_SAME] + chance[field][Shape.L_SOUND];
        double frequency = (known.count(token) + CAUTION * average) / (known.records() + CAUTION);
        return log2(average / frequency);
    }

    /** To be kept; belongs to the form and the key of the encodings it was learnt from, and names no value. */
    public byte[] toBytes() {
        int each = 8 * LEVELS * 3 * form.size() + 9 * relations.size() + 8 + 1;
        int known =
                frequencies.stream().mapToInt(of -> 8 + 12 * of.tokens().length).sum();
        var bytes = ByteBuffer.allocate(each + known);
        bytes.putDouble(pairs).put((byte) relations.size());
        for (int at = 0; at < shares.length; at++) {
            bytes.put((byte) relations.get(at).ordinal()).putDouble(shares[at]);
        }
        for (int field = 0; field < form.size(); field++) {
            for (var table : List.of(same[field], shared[field], chance[field])) {
                Arrays.stream(table).forEach(bytes::putDouble);
            }
            var of = frequencies.get(field);
            bytes.putInt(of.records()).putInt(of.tokens().length);
            Arrays.stream(of.tokens()).forEach(bytes::putLong);
            Arrays.stream(of.counts()).forEach(bytes::putInt);
        }
        return bytes.array();
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws java.nio.BufferUnderflowException if it was of a larger form
     */
    public static Weights of(Form form, byte[] kept) {
        var bytes = ByteBuffer.wrap(kept);
        double pairs = bytes.getDouble();
        var relations = new Relation[bytes.get()];
        var shares = new double[relations.length];
        for (int at = 0; at < shares.length; at++) {
            relations[at] = Relation.values()[bytes.get()];
            shares[at] = bytes.getDouble();
        }
        var tables = new double[3][form.size()][LEVELS];
        var frequencies = new ArrayList<Frequencies>();
        for (int field = 0; field < form.size(); field++) {
            for (var table : tables) {
                Arrays.setAll(table[field], _ -> bytes.getDouble());
            }
            int records = bytes.getInt();
            var tokens = new long[bytes.getInt()];
            var counts = new int[tokens.length];
            Arrays.setAll(tokens, _ -> bytes.getLong());
            Arrays.setAll(counts, _ -> bytes.getInt());
            frequencies.add(Frequencies.of(tokens, counts, records));
        }
        return new Weights(
                form, List.of(relations), shares, tables[0], tables[1], tables[2], frequencies, pairs, List.of());
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
