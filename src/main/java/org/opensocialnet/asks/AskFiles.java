package org.opensocialnet.asks;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.attachments.Attachment;
import org.opensocialnet.attachments.AttachmentKeeper;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.attachments.Attachments.Owner;
import org.opensocialnet.database.Sight;
import org.opensocialnet.support.PublicAsking;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Files of requests: whoever asked and the coordination team read and add them, nobody of those who are called to help. */
@Component
class AskFiles implements AttachmentKeeper {

    static final String ROOM = "asks";

    private final PublicAsking asking;
    private final ObjectProvider<Attachments> attachments;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    AskFiles(
            PublicAsking asking,
            ObjectProvider<Attachments> attachments,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.asking = asking;
        this.attachments = attachments;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public Optional<Audience> of(UUID request) {
        var sight = Objects.requireNonNull(Sight.current());
        return asking.known(request).map(known -> {
            boolean reads = sight.reach() != Sight.Reach.ORGANIZATION
                    || known.organization() != null && known.organization().equals(sight.organization());
            return new Audience(
                    known.organization(), true, reads, reads && !known.state().isOver());
        });
    }

    List<Attachment> list(UUID request) {
        return attachments.getObject().of(owner(request));
    }

    static Owner owner(UUID request) {
        return new Owner(ROOM, request);
    }

    /** Keeps a file with a request, and notes that the request has some, so that they go when it is over for long. */
    void add(UUID request, String sender, String name, byte[] content) {
        attachments.getObject().add(owner(request), sender, name, content);
        transactions.executeWithoutResult(_ -> jdbc.sql("""
                insert into asks.folder (request, organization) values (:request, :organization)
                on conflict do nothing
                """)
                .param("request", request)
                .param(
                        "organization",
                        asking.known(request)
                                .map(PublicAsking.Known::organization)
                                .orElse(null),
                        Types.OTHER)
                .update());
    }
}
