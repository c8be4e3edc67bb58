package org.opensocialnet.margins;

import java.util.Map;

/** Where a figure stands: its number in the grid, the dimensions of its table, and the figures told together with it. */
public record Place(long code, int[] dimensions, Map<Long, Integer> together) {}
