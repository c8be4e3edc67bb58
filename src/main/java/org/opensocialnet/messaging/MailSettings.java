package org.opensocialnet.messaging;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave the house: {@code osn.mail.…}.
 *
 * @param host the mail server; empty: letters stay in the outbox, where administrators read them
 * @param port 587 with STARTTLS, 465 with TLS from the start
 * @param security how the way there is protected
 * @param from who letters come from: "Name &lt;help@example.gr&gt;" or the address alone
 * @param replyTo where answers go, if elsewhere
 * @param tries how often a letter is tried before it is given up
 * @param keyFile the key that seals letters, where several nodes share one; else one in the data directory
 * @param poll how often the outbox is looked through for letters of other nodes and for those to try again
 * @param lease how long one try may take before another node takes over
 * @param addressesKept how long the log knows the address of a letter that ended
 * @param logKept how long the log knows of the letter at all
 */
@ConfigurationProperties("osn.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("16") int tries,
        @Nullable Path keyFile,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("30d") Duration addressesKept,
        @DefaultValue("365d") Duration logKept) {

    /** How the way to the server is protected. */
    enum Security {
        /** Begins in the clear and goes on only if the server offers protection. */
        STARTTLS,
        /** Protected from the first byte. */
        TLS,
        /** Not at all: only to a server on this very machine. */
        NONE
    }

    boolean isSet() {
        return !host.isBlank();
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return isSet() ? "%s:%d".formatted(host, port) : "no mail server";
    }
}
