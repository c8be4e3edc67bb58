package org.opensocialnet.allocation;

/** How much each part of a need counts, as the office has decided and published. */
public record Weights(int severity, int urgency, int waiting) {

    public static final Weights USUAL = new Weights(3, 2, 1);

    private static final int MOST = 100;

    public Weights {
        if (Math.min(severity, Math.min(urgency, waiting)) < 0
                || Math.max(severity, Math.max(urgency, waiting)) > MOST) {
            throw new IllegalArgumentException("A weight lies between 0 and 100.");
        }
    }

    /** The points of a line that is covered whole: those of one person, times the people. Nobody counts for nothing. */
    public long points(Need need) {
        long ofOne =
                (long) severity * need.severity() + (long) urgency * need.urgency() + (long) waiting * need.waiting();
        return need.people() * Math.max(1, ofOne);
    }
}
