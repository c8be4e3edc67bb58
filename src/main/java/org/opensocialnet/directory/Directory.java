package org.opensocialnet.directory;

import org.springframework.stereotype.Component;

/** The directory's door: what other rooms may ask of it beyond reading its public views. */
@Component
public class Directory {

    /**
     * Opens an intake: the one way rows of a source get into the directory.
     *
     * @param source the short name of where they come from: "own", "demo", "san-mateo"
     * @param sourceName how readers call it
     */
    public Intake intake(String source, String sourceName, IntakeOptions options) {
        throw new UnsupportedOperationException("to come within the hour");
    }
}
