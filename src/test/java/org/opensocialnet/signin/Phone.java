package org.opensocialnet.signin;

import java.time.Clock;

/** A member's phone with an app for codes, for the tests of every room. */
public final class Phone {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param secret as the page shows it, in groups of letters */
    public Phone(String secret) {
        var bits = new StringBuilder();
        secret.replace(" ", "")
                .chars()
                .forEach(letter -> bits.append("%5s"
                        .formatted(Integer.toBinaryString(ALPHABET.indexOf(letter)))
                        .replace(' ', '0')));
        this.secret = new byte[bits.length() / 8];
        for (int at = 0; at < this.secret.length; at++) {
            this.secret[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    public String code(Clock clock) {
        return code(clock, 0);
    }

    /** The code of a later half minute. */
    public String code(Clock clock, int stepsAhead) {
        return Totp.code(secret, Totp.step(clock.instant()) + stepsAhead);
    }
}
