package org.opensocialnet.upkeep;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.kernel.Refusal;

/** Which record an address below /desk/records is about, and its addresses. */
final class RecordPath {

    static final String SERVICE = "/desk/records/service/{service}";
    static final String LOCATION = "/desk/records/location/{location}";
    static final String ENTRY = "/desk/records/organization/{entry}";

    private RecordPath() {}

    static Subject subject(Map<String, String> path) {
        try {
            for (var entry : path.entrySet()) {
                switch (entry.getKey()) {
                    case "service" -> {
                        return Subject.service(UUID.fromString(entry.getValue()));
                    }
                    case "location" -> {
                        return Subject.location(UUID.fromString(entry.getValue()));
                    }
                    case "entry" -> {
                        return Subject.organization(UUID.fromString(entry.getValue()));
                    }
                    default -> {}
                }
            }
        } catch (IllegalArgumentException _) {
            // said below: an address that is none leads nowhere
        }
        throw Refusal.notFound("drafts.record.unknown");
    }

    /** The record's page, without language. */
    static String of(Subject subject) {
        return "/desk/records/" + subject.kind().table() + "/" + subject.id();
    }
}
