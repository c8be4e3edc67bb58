package org.opensocialnet.attachments;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says who may have to do with files, as a bean of the room that keeps what they belong to. */
public interface AttachmentKeeper {

    /** The room's name, such as "asks". */
    String room();

    /** Asked inside of the sight of whoever looks; none where she may not know of it. */
    Optional<Audience> of(UUID reference);

    /**
     * Who may see files.
     *
     * @param organization whose they are; none where they are no organisation's
     * @param network whether the coordination team sees them
     * @param reads whether whoever looks now reads them
     * @param adds whether she adds files and takes them away
     */
    record Audience(@Nullable UUID organization, boolean network, boolean reads, boolean adds) {}
}
