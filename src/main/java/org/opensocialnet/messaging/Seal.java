package org.opensocialnet.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.database.Keyring;
import org.opensocialnet.database.Strongbox;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what letters will say unreadable in the database, bound to the letter's number, so that a stolen dump opens no
 * door and no value can be moved to another letter.
 */
@Component
class Seal {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final Strongbox box;

    Seal(Keyring keyring, OutboxSettings settings) {
        this.box = keyring.box("letters", settings.keyFile());
    }

    /** Which key closes letters now. */
    String name() {
        return box.key();
    }

    /** Which keys' letters this node can open. */
    List<String> names() {
        return box.opening();
    }

    byte[] close(UUID letter, Map<String, String> values) {
        return box.close(letter.toString(), JsonMapper.shared().writeValueAsBytes(values));
    }

    /** Nothing where another key closed it, or somebody changed it. */
    Optional<Map<String, String>> open(UUID letter, byte[] sealed) {
        return box.open(letter.toString(), sealed)
                .map(opened -> JsonMapper.shared().readValue(opened, VALUES));
    }
}
