package org.opensocialnet.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the trail is hashed. Each text below is UTF-8, one "name=value" a line, every line ended by a line feed; what is
 * missing is empty. Values are codes, ids and times, in which neither a line feed nor doubt can be. Documented in
 * docs/decisions/0077; another form would need another first line.
 */
final class Chain {

    /** Days are those of the city. */
    static final ZoneId CITY = ZoneId.of("Europe/Athens");

    /** What stands before the very first line. */
    static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    /** The hash of a line by itself: times in UTC to the microsecond, as the database keeps them. */
    static byte[] content(TrailLine line) {
        return sha256("""
                osn-trail-1
                id=%s
                at=%s
                member=%s
                organization=%s
                role=%s
                reach=%s
                purpose=%s
                origin=%s
                what=%s
                kind=%s
                subject=%s
                whose=%s
                why=%s
                """.formatted(
                        line.id(),
                        line.at().truncatedTo(ChronoUnit.MICROS),
                        text(line.member()),
                        text(line.organization()),
                        line.role(),
                        line.reach(),
                        line.purpose(),
                        line.origin(),
                        line.what(),
                        line.kind(),
                        text(line.subject()),
                        text(line.whose()),
                        text(line.why())));
    }

    /** The hash of a link: its place, the line it holds, and the hash of the link before. */
    static byte[] link(LocalDate day, int number, String family, UUID act, byte[] content, byte[] before) {
        return sha256("""
                osn-link-1
                day=%s
                number=%d
                family=%s
                act=%s
                content=%s
                before=%s
                """.formatted(day, number, family, act, hex(content), hex(before)));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
