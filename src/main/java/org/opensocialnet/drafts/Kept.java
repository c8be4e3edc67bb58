package org.opensocialnet.drafts;

import java.util.UUID;
import org.opensocialnet.directory.Subject;

/** A record that somebody may change, and the organisation whose it is: only {@link Keeping} makes one. */
public record Kept(Subject subject, UUID organization) {

    public UUID id() {
        return subject.id();
    }
}
