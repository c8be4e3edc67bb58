package org.opensocialnet.search;

/** The part of the map in view. */
public record Box(double west, double south, double east, double north) {

    public Box {
        if (south > north || west > east) {
            throw new IllegalArgumentException("a box has its south below its north and its west left of its east");
        }
    }
}
