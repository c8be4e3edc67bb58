package org.opensocialnet.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organisations members belong to, as the room that keeps them (the directory) tells of them. */
public interface Organizations {

    /** Its name in the main language; none where there is no such organisation. */
    Optional<String> name(UUID organization);

    /** Some whose name resembles the text, the best first. */
    List<Named> named(String text, int atMost);

    /** An organisation and its name. */
    record Named(UUID id, String name) {}
}
