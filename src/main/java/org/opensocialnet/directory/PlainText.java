package org.opensocialnet.directory;

import org.jspecify.annotations.Nullable;

/** Text that a person could have written: no control characters, no halves of characters, not endless. */
public final class PlainText {

    public static final int LONGEST = 100_000;

    private PlainText() {}

    /** What is wrong with it, in English, as the end of a sentence about it; nothing where it is right. */
    public static @Nullable String fault(String text) {
        if (text.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f) {
                return "holds a control character";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "holds half a character";
            }
        }
        return null;
    }
}
