package org.opensocialnet.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who letters come from, and who gets the answers if somebody else. */
public record Sender(Named from, @Nullable EmailAddress replyTo) {

    private static final Pattern WITH_NAME = Pattern.compile("\"?([^\"<>]*?)\"?\\s*<([^<>]+)>");

    /** An address and the name shown beside it; the name may be empty. */
    public record Named(String name, EmailAddress address) {

        /** "Name &lt;help@example.gr&gt;" or the address alone. */
        public static Optional<Named> read(String text) {
            var named = WITH_NAME.matcher(text.strip());
            return named.matches()
                    ? EmailAddress.read(named.group(2)).map(address -> new Named(named.group(1), address))
                    : EmailAddress.read(text).map(address -> new Named("", address));
        }
    }
}
