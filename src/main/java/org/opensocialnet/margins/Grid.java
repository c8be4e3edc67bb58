package org.opensocialnet.margins;

import java.util.List;

/** Numbers for all figures that some dimensions span, one for each choice of a node in each, and the sums along them. */
public final class Grid {

    private final int[] sizes;
    private final long[] steps;
    private final List<List<Way>> ways;

    /** The number of nodes of each dimension, and the sums along it; in each dimension node 0 is the whole. */
    public Grid(int[] sizes, List<List<Way>> ways) {
        this.sizes = sizes.clone();
        this.ways = List.copyOf(ways);
        steps = new long[sizes.length + 1];
        steps[0] = 1;
        for (int i = 0; i < sizes.length; i++) {
            steps[i + 1] = Math.multiplyExact(steps[i], sizes[i]);
        }
    }

    public int dimensions() {
        return sizes.length;
    }

    public List<Way> ways(int dimension) {
        return ways.get(dimension);
    }

    /** At which node of a dimension a figure stands. */
    public int node(long code, int dimension) {
        return (int) (code / steps[dimension] % sizes[dimension]);
    }

    /** The figure that differs in one dimension. */
    public long moved(long code, int dimension, int node) {
        return code + (node - node(code, dimension)) * steps[dimension];
    }
}
