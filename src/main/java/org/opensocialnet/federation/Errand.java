package org.opensocialnet.federation;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * One visitor on the way to the other house and back, known to their browser alone: what comes back must name the same
 * state, be signed for the same nonce, and be fetched with the same verifier.
 */
record Errand(String state, String nonce, String verifier) {

    private static final String COOKIE = "__Host-errand";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    static Errand begin() {
        return new Errand(chance(), chance(), chance());
    }

    static Optional<Errand> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}(\\.[A-Za-z0-9_-]{43}){2}"))
                .map(value -> value.split("\\."))
                .map(parts -> new Errand(parts[0], parts[1], parts[2]))
                .findFirst();
    }

    String cookie() {
        return cookie(String.join(".", state, nonce, verifier), LIFE);
    }

    static String noCookie() {
        return cookie("", Duration.ZERO);
    }

    /** What the other house is shown of a secret, until it is told the secret itself. */
    static String hash(String secret) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String chance() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Lax, because one comes back from another site; the prefix, because only this host may have set it. */
    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }
}
