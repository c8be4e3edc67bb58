package org.opensocialnet.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opensocialnet.database.Sight;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a form that was sent after the session had ended, for half an hour and for its own sender: sealed in the database
 * with a key that lies in the sender's browser alone, so that neither of the two can be read without the other.
 */
@Component
class Kept {

    private static final String COOKIE = "__Host-kept";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final int LARGEST = 200_000;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Kept(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was sent, and where to; the address without language. */
    record Sent(String path, Map<String, List<String>> fields) {}

    /** Keeps a form of text fields; files are too large for this and are chosen again. */
    void keep(UUID member, HttpServletRequest request, HttpServletResponse response) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!request.getRequestURI().startsWith("/desk/")
                || !request.getMethod().equals("POST")
                || !type.startsWith("application/x-www-form-urlencoded")) {
            return;
        }
        var fields = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        var plain = JsonMapper.shared().writeValueAsBytes(new Sent(request.getRequestURI(), fields));
        if (plain.length > LARGEST) {
            return;
        }
        var key = new byte[32];
        RANDOM.nextBytes(key);
        var shut = seal(key, plain);
        inSight(() -> jdbc.sql("""
                with old as (delete from access.kept where member = :member or expires_at < :now)
                insert into access.kept (id, member, sealed, expires_at) values (:id, :member, :sealed, :expires_at)
                """)
                .param("id", hash(key))
                .param("member", member)
                .param("sealed", shut)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires_at", clock.instant().plus(HALF_AN_HOUR).atOffset(ZoneOffset.UTC))
                .update());
        write(response, Base64.getUrlEncoder().withoutPadding().encodeToString(key), HALF_AN_HOUR);
    }

    boolean isThere(HttpServletRequest request) {
        return key(request).isPresent();
    }

    /** What this member had sent from this browser. */
    Optional<Sent> of(UUID member, HttpServletRequest request) {
        var key = key(request);
        return key.flatMap(known -> inSight(() -> jdbc.sql("""
                        select sealed from access.kept
                        where id = :id and member = :member and expires_at > :now
                        """)
                        .param("id", hash(known))
                        .param("member", member)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(byte[].class)
                        .optional()))
                .map(closed -> JsonMapper.shared().readValue(open(key.orElseThrow(), closed), Sent.class));
    }

    void forget(UUID member, HttpServletResponse response) {
        inSight(() -> jdbc.sql("delete from access.kept where member = :member")
                .param("member", member)
                .update());
        write(response, "", Duration.ZERO);
    }

    private <T> T inSight(Supplier<T> work) {
        return Sight.job("session").call(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    private static void write(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private static Optional<byte[]> key(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .map(Base64.getUrlDecoder()::decode)
                .findFirst();
    }

    private static byte[] seal(byte[] key, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, plain, 0);
        var shut = Arrays.copyOf(nonce, NONCE + closed.length);
        System.arraycopy(closed, 0, shut, NONCE, closed.length);
        return shut;
    }

    private static byte[] open(byte[] key, byte[] shut) {
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(shut, NONCE), shut, NONCE);
    }

    private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
