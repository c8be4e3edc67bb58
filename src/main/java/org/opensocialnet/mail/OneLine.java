package org.opensocialnet.mail;

/** Text made fit for one line of a header. */
public final class OneLine {

    private OneLine() {}

    /** Line breaks in a header would begin new ones; other controls have no place in one. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
