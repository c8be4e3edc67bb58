package org.opensocialnet.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A letter as the network carries it. It notices when the server begins to read it. */
public final class Envelope extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;
    private boolean begun;

    /** What stands on it: number, reader, sender, and where a reader stops such letters, if one may. */
    public record Labels(
            String id,
            EmailAddress to,
            String language,
            Sender sender,
            Instant date,
            @Nullable String stop) {}

    /** What is in it: a subject of one line, the document, and the same as plain text. */
    public record Content(String subject, String html, String text) {}

    Envelope(Session session, Labels labels, Content content) throws MessagingException {
        super(session);
        var from = labels.sender().from();
        this.id = "<%s@%s>".formatted(labels.id(), from.address().host());
        setFrom(address(from.address(), from.name()));
        if (labels.sender().replyTo() != null) {
            setReplyTo(new InternetAddress[] {address(labels.sender().replyTo(), "")});
        }
        setRecipient(RecipientType.TO, address(labels.to(), ""));
        setSentDate(Date.from(labels.date()));
        setSubject(OneLine.of(content.subject()), UTF_8);
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        setHeader("Content-Language", labels.language());
        if (labels.stop() != null) {
            setHeader("List-Unsubscribe", "<" + labels.stop() + ">");
            if (labels.stop().startsWith("https:")) {
                setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(content.text(), "plain"));
        parts.addBodyPart(part(content.html(), "html"));
        super.setContent(parts);
        saveChanges();
    }

    private static InternetAddress address(EmailAddress address, String name) throws MessagingException {
        try {
            return name.isBlank()
                    ? new InternetAddress(address.text(), false)
                    : new InternetAddress(address.text(), OneLine.of(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** The same at each try, so that mail programs know a repetition. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignored);
    }
}
