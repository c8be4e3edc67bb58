package org.opensocialnet.intake;

import java.util.List;

/**
 * What an amendment changed, or would change.
 *
 * @param saved it was kept; otherwise it was only a preview, or the problems refused all of it
 * @param problems why it cannot be: each names table, column, value and reason
 * @param undo to be amended later, as it is, to have everything as before
 */
public record Amended(boolean saved, List<Difference> differences, List<IntakeProblem> problems, Amendment undo) {

    public Amended {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }

    /** Nothing stands against it. */
    public boolean possible() {
        return problems.isEmpty();
    }
}
