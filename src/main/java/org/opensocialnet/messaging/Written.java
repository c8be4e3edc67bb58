package org.opensocialnet.messaging;

/**
 * A letter in words.
 *
 * @param subject one line
 * @param html a whole document
 * @param text the same for readers of plain text
 */
record Written(String subject, String html, String text) {}
