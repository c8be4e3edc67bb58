package org.opensocialnet.allocation;

/** Nobody is left under so many percent of what they could have had if they had been alone. */
public record Floor(Of of, int percent) {

    public Floor {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A floor lies between 1 and 100 percent.");
        }
    }

    /** Whom a floor is drawn for, each of its kind. */
    public enum Of {
        GROUP,
        COMMUNITY
    }

    String keyOf(Line line) {
        return switch (of) {
            case GROUP -> line.recipient().group();
            case COMMUNITY -> line.recipient().community();
        };
    }
}
