package org.opensocialnet.budget;

import java.util.UUID;

/** What became of an act: it was done, or it waits for a second person. */
public sealed interface Outcome {

    UUID act();

    /** @param act its number; the same at each replay */
    record Done(UUID act) implements Outcome {}

    /** Nothing has moved yet. Whether somebody lets it pass, {@link ActDecided} tells. */
    record Waits(UUID act) implements Outcome {}
}
