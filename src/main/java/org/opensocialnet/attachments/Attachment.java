package org.opensocialnet.attachments;

import java.time.Instant;
import java.util.UUID;

/** A file as lists show it. */
public record Attachment(UUID id, UUID reference, String name, Kind kind, int bytes, State state, Instant at) {

    /** What is taken: what offices and telephones make, and what can be looked at before anybody opens it. */
    public enum Kind {
        PDF("application/pdf", "pdf"),
        JPEG("image/jpeg", "jpg"),
        PNG("image/png", "png"),
        WEBP("image/webp", "webp"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ODT("application/vnd.oasis.opendocument.text", "odt"),
        TEXT("text/plain;charset=UTF-8", "txt");

        private final String type;
        private final String extension;

        Kind(String type, String extension) {
            this.type = type;
            this.extension = extension;
        }

        String type() {
            return type;
        }

        String extension() {
            return extension;
        }
    }

    /** What is known of viruses in it. */
    public enum State {

        /** The scanner found none. */
        CLEAN,

        /** The city has no scanner. */
        UNCHECKED,

        /** The scanner did not answer: nobody reads it until it has. */
        WAITING,

        /** The scanner found one later: what it held is gone. */
        INFECTED
    }

    public boolean isReadable() {
        return state == State.CLEAN || state == State.UNCHECKED;
    }
}
