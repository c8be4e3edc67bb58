package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.margins.Moves.Move;

/**
 * Finds, for one figure of a table, the cheapest box of figures that can all change together: in each dimension another
 * node goes the other way, or the whole comes along. The hypercube method (Repsilber 1994; Giessing and Repsilber 2002).
 */
final class Cubes {

    /** The corners of a box with their signs, and what it costs to withhold those that are told. */
    record Cube(int[] figures, int[] signs, int cost) {}

    private record Candidate(Move move, int cost) {}

    private final Grid grid;
    private final Map<Integer, List<Place>> places;
    private final Figures figures;
    private final Map<Integer, Moves> moves = new HashMap<>();

    private Map<Long, Integer> together = Map.of();
    private long[] now = {};
    private long up;
    private long down;
    private boolean withholding;
    private long[] codes = new long[16];
    private int[] corners = new int[16];
    private int[] signs = new int[16];
    private @Nullable Cube best;
    private int limit;

    Cubes(Margins margins) {
        grid = margins.grid();
        places = margins.places();
        figures = margins.figures();
    }

    /** A box that lets the figure go so far up and so far down from now, for less than the limit. */
    @Nullable
    Cube find(long[] world, int figure, long upward, long downward, int lessThan) {
        now = world;
        up = upward;
        down = downward;
        withholding = lessThan > 1;
        Cube found = null;
        for (var place : places.getOrDefault(figure, List.of())) {
            found = found == null ? find(figure, place, lessThan) : found;
        }
        return found;
    }

    private @Nullable Cube find(int figure, Place place, int lessThan) {
        together = place.together();
        limit = lessThan;
        best = null;
        int cost = cost(figure, 1);
        if (cost >= 0 && cost < limit) {
            codes[0] = place.code();
            corners[0] = figure;
            signs[0] = 1;
            choose(place, candidates(place), 0, 1, cost);
        }
        return best;
    }

    /** For each dimension the moves that the figure's own line allows, the cheapest first. */
    private List<List<Candidate>> candidates(Place place) {
        var all = new ArrayList<List<Candidate>>();
        for (int dimension : place.dimensions()) {
            var candidates = new ArrayList<Candidate>();
            int at = grid.node(place.code(), dimension);
            for (var move : moves(dimension).of(at)) {
                int cost = 0;
                for (int i = 0; i < move.nodes().length && cost >= 0; i++) {
                    int corner = corner(grid.moved(place.code(), dimension, move.nodes()[i]));
                    int more = corner < 0 ? -1 : cost(corner, move.signs()[i]);
                    cost = more < 0 ? -1 : cost + more;
                }
                if (cost >= 0 && cost < limit) {
                    candidates.add(new Candidate(move, cost));
                }
            }
            candidates.sort(Comparator.comparingInt(Candidate::cost));
            all.add(candidates);
        }
        return all;
    }

    private Moves moves(int dimension) {
        return moves.computeIfAbsent(dimension, each -> new Moves(grid.ways(each)));
    }

    private int corner(long code) {
        return together.getOrDefault(code, -1);
    }

    private void choose(Place place, List<List<Candidate>> candidates, int chosen, int count, int cost) {
        if (chosen == candidates.size()) {
            limit = cost;
            best = new Cube(Arrays.copyOf(corners, count), Arrays.copyOf(signs, count), cost);
            return;
        }
        int dimension = place.dimensions()[chosen];
        for (var candidate : candidates.get(chosen)) {
            if (cost + candidate.cost() >= limit) {
                return;
            }
            int more = extend(dimension, candidate.move(), count, cost);
            if (more >= 0) {
                choose(place, candidates, chosen + 1, count * (candidate.move().nodes().length + 1), more);
            }
            if (best != null && best.cost() == 0) {
                return;
            }
        }
    }

    /** Adds a copy of the box for each node of the move; the new cost, or −1 when it is too much or impossible. */
    private int extend(int dimension, Move move, int count, int cost) {
        reserve(count * (move.nodes().length + 1));
        int sum = cost;
        int next = count;
        for (int i = 0; i < move.nodes().length; i++) {
            for (int j = 0; j < count; j++) {
                long code = grid.moved(codes[j], dimension, move.nodes()[i]);
                int corner = corner(code);
                int sign = signs[j] * move.signs()[i];
                int more = corner < 0 ? -1 : cost(corner, sign);
                sum += more;
                if (more < 0 || sum >= limit) {
                    return -1;
                }
                codes[next] = code;
                corners[next] = corner;
                signs[next++] = sign;
            }
        }
        return sum;
    }

    private int cost(int figure, int sign) {
        long high = now[figure] + (sign > 0 ? up : down);
        long low = now[figure] - (sign > 0 ? down : up);
        if (!figures.allows(figure, high, withholding) || !figures.allows(figure, low, withholding)) {
            return -1;
        }
        return Math.max(figures.costOf(figure, high), figures.costOf(figure, low));
    }

    private void reserve(int count) {
        if (count > codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
            corners = Arrays.copyOf(corners, 2 * count);
            signs = Arrays.copyOf(signs, 2 * count);
        }
    }
}
