package org.opensocialnet.margins;

/** One sum along a dimension, by the numbers of its nodes; {@code exact} when the parts are all of the whole. */
public record Way(int whole, int[] parts, boolean exact) {}
