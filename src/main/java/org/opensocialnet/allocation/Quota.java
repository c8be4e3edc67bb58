package org.opensocialnet.allocation;

/**
 * The most units that a beneficiary may still receive, from all sources together.
 *
 * @param category of what; empty for everything
 */
public record Quota(String beneficiary, String category, long units) {

    public Quota {
        if (units < 0) {
            throw new IllegalArgumentException("A quota leaves nothing or more.");
        }
    }

    boolean counts(Line line) {
        return line.recipient().beneficiary().equals(beneficiary)
                && (category.isEmpty() || category.equals(line.category()));
    }
}
