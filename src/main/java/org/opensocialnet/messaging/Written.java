package org.opensocialnet.messaging;

import org.opensocialnet.mail.Envelope.Content;

/**
 * A letter in words.
 *
 * @param subject one line
 * @param html a whole document
 * @param body what stands in it, without the frame
 * @param text the same for readers of plain text
 */
public record Written(String subject, String html, String body, String text) {

    Content content() {
        return new Content(subject, html, text);
    }
}
