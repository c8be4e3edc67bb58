package org.opensocialnet.workspace;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people's keyboards and clipboards send, made into text a database takes. */
final class Typed {

    /** What no text needs: control characters but the new line, and marks that turn the direction of what follows. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private Typed() {}

    static String clean(String sent) {
        var lines = sent.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return Normalizer.normalize(UNWANTED.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }
}
