package org.opensocialnet.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of one mailbox that a letter can be sent to. Names of hosts in any script are kept as the network knows them
 * (xn--…); the part before the @ may be in any script too, where the server can take that.
 */
public record EmailAddress(String local, String host) {

    private static final int LONGEST = 254;

    /** Letters, digits and signs that need no quotes (RFC 5321 and 6531); no spaces, no controls, no invisible marks. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public static Optional<EmailAddress> read(String typed) {
        var text = typed.strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > LONGEST) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        var host = ascii(text.substring(at + 1));
        var address = new EmailAddress(local, host);
        return LOCAL.matcher(local).matches()
                        && HOST.matcher(host).matches()
                        && address.text().length() <= LONGEST
                ? Optional.of(address)
                : Optional.empty();
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    public String text() {
        return local + "@" + host;
    }

    /** Whether the server must know SMTPUTF8 to take it. */
    public boolean isInternational() {
        return !local.chars().allMatch(letter -> letter < 128);
    }

    /** The same for two ways of typing what nearly every server takes as one mailbox. */
    public String comparable() {
        return text().toLowerCase(Locale.ROOT);
    }
}
