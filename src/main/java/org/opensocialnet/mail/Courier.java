package org.opensocialnet.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.mail.Envelope.Content;
import org.opensocialnet.mail.Envelope.Labels;
import org.opensocialnet.mail.MailSettings.Security;

/** One talk with the mail server, in which any number of letters are handed over. */
public final class Courier implements AutoCloseable {

    private static final String TO_CONNECT = "10000";
    private static final String TO_ANSWER = "30000";
    private static final int NOT_SIGNED_IN = 530;
    private static final int SHUTTING_DOWN = 421;

    private final Session session;
    private final SMTPTransport transport;

    private Courier(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** Goes there and signs in. */
    public static Courier to(MailSettings settings) throws MailTrouble {
        return to(settings, false);
    }

    /** International: offers addresses in any script, which only newer servers take. */
    public static Courier to(MailSettings settings, boolean international) throws MailTrouble {
        settings.check();
        var session = Session.getInstance(properties(settings, international));
        try {
            var transport =
                    (SMTPTransport) session.getTransport(settings.security() == Security.TLS ? "smtps" : "smtp");
            if (settings.user().isBlank()) {
                transport.connect();
            } else {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            }
            return new Courier(session, transport);
        } catch (AuthenticationFailedException e) {
            throw new MailTrouble("The mail server does not accept the user name and password: " + words(e), e);
        } catch (MessagingException e) {
            throw new MailTrouble("The mail server cannot be reached: " + words(e), e);
        }
    }

    static Properties properties(MailSettings settings, boolean international) {
        var tls = settings.security() == Security.TLS;
        var properties = new Properties();
        for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "host", settings.host());
            properties.put(protocol + "port", Integer.toString(settings.port()));
            properties.put(protocol + "auth", Boolean.toString(!settings.user().isBlank()));
            properties.put(protocol + "connectiontimeout", TO_CONNECT);
            properties.put(protocol + "timeout", TO_ANSWER);
            properties.put(protocol + "writetimeout", TO_ANSWER);
            properties.put(protocol + "quitwait", "false");
            properties.put(protocol + "starttls.enable", Boolean.toString(!tls));
            properties.put(protocol + "starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "ssl.protocols", "TLSv1.3 TLSv1.2");
            properties.put(protocol + "allowutf8", Boolean.toString(international));
        }
        return properties;
    }

    static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    public boolean takesAnyScript() {
        return transport.supportsExtension("SMTPUTF8");
    }

    public boolean isOpen() {
        return transport.isConnected();
    }

    /** Hands one letter over. */
    public Answer hand(Labels labels, Content content) throws MailTrouble {
        Envelope envelope;
        try {
            envelope = new Envelope(session, labels, content);
        } catch (MessagingException e) {
            return new Answer.Refused("The letter cannot be put into an envelope: " + words(e));
        }
        try {
            Address[] to = envelope.getAllRecipients();
            transport.sendMessage(envelope, to);
            return new Answer.Taken(tidy(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return answer(e, envelope.begun());
        }
    }

    private static Answer answer(MessagingException failure, boolean begun) throws MailTrouble {
        for (@Nullable Exception next = failure;
                next instanceof MessagingException each;
                next = each.getNextException()) {
            var code = code(each);
            if (code == NOT_SIGNED_IN) {
                throw new MailTrouble("The mail server wants a user name and a password: " + words(each), each);
            }
            if (code >= 500) {
                return new Answer.Refused(words(each));
            }
            if (code >= 400 && code != SHUTTING_DOWN) {
                return new Answer.Deferred(words(each));
            }
        }
        return new Answer.Broken(begun, words(failure));
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
        };
    }

    /** What went wrong, from the innermost that says something. */
    private static String words(MessagingException failure) {
        Throwable said = failure;
        for (@Nullable Throwable cause = failure.getCause(); cause instanceof IOException; cause = cause.getCause()) {
            said = cause;
        }
        return tidy(said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage());
    }

    /** One line without addresses, short enough for the log. */
    static String tidy(@Nullable String said) {
        var line = OneLine.of(said == null ? "" : said).replaceAll("<?[^\\s<>]+@[^\\s<>]+>?", "…");
        return line.length() <= 300 ? line : line.substring(0, 299) + "…";
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException _) {
            // It was the last word in any case.
        }
    }
}
