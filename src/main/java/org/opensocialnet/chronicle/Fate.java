package org.opensocialnet.chronicle;

/** How far an invented request has come by today, how many do, and how many days ago they were begun. */
enum Fate {
    DRAFT(8, 0, 10),
    SUBMITTED(18, 1, 9),
    RETURNED(8, 4, 20),
    ACCEPTED(8, 4, 12),
    REFUSED(10, 30, 300),
    APPEALED(4, 15, 40),
    OPEN(34, 5, 40),
    PARTLY_COVERED(26, 10, 60),
    COVERED(14, 12, 50),
    IN_DELIVERY(14, 15, 50),
    PARTLY_DELIVERED(8, 20, 60),
    DELIVERED(8, 20, 60),
    CONFIRMED(12, 30, 150),
    CLOSED(17, 60, 320),
    WITHDRAWN(10, 40, 300);

    private final int howMany;
    private final int youngest;
    private final int oldest;

    Fate(int howMany, int youngest, int oldest) {
        this.howMany = howMany;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    int howMany() {
        return howMany;
    }

    /** How many days ago the one with this lot between nought and one was begun. */
    int age(double lot) {
        return youngest + (int) (lot * (oldest - youngest));
    }

    /** Whether others were called to help. */
    boolean isCalled() {
        return ordinal() >= OPEN.ordinal() && this != WITHDRAWN;
    }

    /** Whether somebody promised something. */
    boolean isPromised() {
        return isCalled() && this != OPEN;
    }

    /** How much of each line is promised, on its way, handed over and received, of one. */
    double[] parts() {
        return switch (this) {
            case PARTLY_COVERED -> new double[] {0.5, 0, 0, 0};
            case COVERED -> new double[] {1, 0, 0, 0};
            case IN_DELIVERY -> new double[] {1, 0.6, 0, 0};
            case PARTLY_DELIVERED -> new double[] {1, 0.8, 0.4, 0};
            case DELIVERED -> new double[] {1, 1, 1, 0};
            case CONFIRMED, CLOSED -> new double[] {1, 1, 1, 1};
            default -> new double[] {0, 0, 0, 0};
        };
    }
}
