package org.opensocialnet.deliveries;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a receiver by letter what came: at the address the directory has of the organisation, never at one somebody typed. */
@Component
class ReceiverLetters {

    static final String ASKED = "deliveries.asked";
    static final String ASKED_AGAIN = "deliveries.asked-again";

    private final JdbcClient jdbc;
    private final ReceiverLinks links;
    private final Outbox outbox;

    ReceiverLetters(JdbcClient jdbc, ReceiverLinks links, Outbox outbox) {
        this.jdbc = jdbc;
        this.links = links;
        this.outbox = outbox;
    }

    /** Whether one could be sent. */
    boolean ask(Handover handover, boolean again) {
        var to = email(handover.receiver());
        var link = links.path(handover.id());
        if (to.isEmpty() || link.isEmpty()) {
            return false;
        }
        outbox.leave(new Letter(
                again ? ASKED_AGAIN : ASKED,
                to.get(),
                Language.GREEK,
                handover.organization(),
                handover.id(),
                Map.of("what", handover.title(), "link", link.get())));
        return true;
    }

    private Optional<String> email(@Nullable UUID organization) {
        return organization == null
                ? Optional.empty()
                : jdbc.sql("select email from directory.public_organization where id = :id and email is not null")
                        .param("id", organization)
                        .query((row, _) -> row.getString("email"))
                        .optional()
                        .filter(Letter::isAddress);
    }
}
