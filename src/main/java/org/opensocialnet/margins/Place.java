package org.opensocialnet.margins;

import java.util.Map;

/** Where a figure stands: its number in the grid, the dimensions it is looked at in, and the figures that stand there too. */
public record Place(long code, int[] dimensions, Map<Long, Integer> together) {}
