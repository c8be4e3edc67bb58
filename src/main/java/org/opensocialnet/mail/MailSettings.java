package org.opensocialnet.mail;

/**
 * How letters leave the house.
 *
 * @param host the mail server; empty: letters stay in the outbox, where administrators read them
 * @param from who letters come from: "Name &lt;help@example.gr&gt;" or the address alone
 * @param replyTo where answers go, if elsewhere
 */
public record MailSettings(
        String host, int port, Security security, String user, String password, String from, String replyTo) {

    /** How the way to the server is protected. */
    public enum Security {
        /** Begins in the clear and goes on only if the server offers protection. */
        STARTTLS,
        /** Protected from the first byte. */
        TLS,
        /** Not at all: only to a server on this very machine. */
        NONE
    }

    /** Whether there is a server at all. */
    public boolean isSet() {
        return !host.isBlank();
    }

    public Sender sender() throws MailTrouble {
        var named = Sender.Named.read(from)
                .orElseThrow(
                        () -> new MailTrouble("Nobody says who letters come from: set osn.mail.from to an address."));
        if (replyTo.isBlank()) {
            return new Sender(named, null);
        }
        var answers = EmailAddress.read(replyTo)
                .orElseThrow(() -> new MailTrouble("osn.mail.reply-to is no e-mail address."));
        return new Sender(named, answers);
    }

    /** Refuses to carry letters where others could read or change them on the way. */
    void check() throws MailTrouble {
        sender();
        if (security == Security.NONE && !Courier.isThisMachine(host)) {
            throw new MailTrouble(
                    "osn.mail.security is none, which is for a mail server on this machine only. Set it to starttls or tls.");
        }
    }

    /** Hides user and password. */
    @Override
    public String toString() {
        return isSet() ? "%s:%d".formatted(host, port) : "no mail server";
    }
}
