package org.opensocialnet.allocation;

/**
 * What makes a line matter. Three parts from 0 to 100, and the people it is for.
 *
 * @param severity how far help falls short there, as coverage sees it
 * @param urgency how near the day is
 * @param waiting how long they have waited
 */
public record Need(int severity, int urgency, int waiting, long people) {

    private static final int FAR = 28;
    private static final int LONG = 90;
    private static final long MOST_PEOPLE = 1_000_000;

    public Need {
        if (outside(severity) || outside(urgency) || outside(waiting)) {
            throw new IllegalArgumentException("Each part of a need lies between 0 and 100.");
        }
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("A line is for one person or more, and for a million at most.");
        }
    }

    /** A day that has come is 100, one four weeks away 0; three months of waiting are 100. */
    public static Need of(int severity, long daysLeft, long daysWaiting, long people) {
        long left = Math.clamp(daysLeft, 0, FAR);
        long waited = Math.clamp(daysWaiting, 0, LONG);
        return new Need(severity, (int) (100 * (FAR - left) / FAR), (int) (100 * waited / LONG), people);
    }

    private static boolean outside(int part) {
        return part < 0 || part > 100;
    }
}
