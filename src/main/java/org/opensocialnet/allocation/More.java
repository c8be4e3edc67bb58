package org.opensocialnet.allocation;

import java.util.List;

/**
 * What more money in one envelope would buy: solved anew, under the floors of the proposal it is held against.
 *
 * @param gain the value that was found above the proposal's
 * @param atLeast of this gain, what no better use of the old money could bring
 * @param atMost proven: no more than this
 * @param gets lines that would get more, and how many units
 * @param loses lines that would get less, so that others get more
 */
public record More(
        String envelope, long cents, long gain, long atLeast, long atMost, List<Change> gets, List<Change> loses) {

    public More {
        gets = List.copyOf(gets);
        loses = List.copyOf(loses);
    }

    /** So many units of a line, more or less. */
    public record Change(String line, long units) {}
}
