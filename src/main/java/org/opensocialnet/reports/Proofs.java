package org.opensocialnet.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whether a reader who says she is the provider is: a link goes to the e-mail the directory already has, never to
 * the reader's own, and whoever reads it there says yes or no, once.
 */
@Component
@Transactional
class Proofs {

    static final String PATH = "/reports/";
    static final Duration GOOD_FOR = Duration.ofDays(14);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 100;

    private final WholeRecords records;
    private final ReportBook book;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    Proofs(WholeRecords records, ReportBook book, Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.book = book;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the directory says the record's people are reached: the record itself, else its organisation. */
    @Transactional(readOnly = true)
    public Optional<String> email(Report report) {
        return email(report.about(), report.record())
                .or(() -> Optional.ofNullable(report.keeper())
                        .flatMap(keeper -> email(Subject.Kind.ORGANIZATION.table(), keeper)));
    }

    private Optional<String> email(String table, UUID id) {
        return records.rows(table, "id", List.of(id)).stream()
                .flatMap(row -> Optional.ofNullable(row.value("email")).stream())
                .filter(Letter::isAddress)
                .findFirst();
    }

    /** Sends the link. */
    public void ask(UUID id, String record) {
        var report = book.report(id);
        var email = email(report).orElseThrow(() -> Refusal.conflict("reports.provider.no-email"));
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into reports.proof (hash, report, expires_at) values (:hash, :report, :expires)")
                .param("hash", hash(token))
                .param("report", id)
                .param("expires", now().plus(GOOD_FOR))
                .update();
        outbox.leave(new Letter(
                ReportsConfig.PROOF, email, Language.GREEK, null, id, Map.of("record", record, "link", PATH + token)));
        book.provider(id, "asked");
    }

    /** Whose report a link is about, while it opens anything. */
    @Transactional(readOnly = true)
    public Optional<Report> find(String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : jdbc.sql("""
                                select report from reports.proof
                                where hash = :hash and used_at is null and expires_at > :now
                                """)
                        .param("hash", hash(token))
                        .param("now", now())
                        .query(UUID.class)
                        .optional()
                        .flatMap(book::find);
    }

    /** Says yes or no; of two at once, one. */
    public boolean say(String token, boolean yes) {
        var report = find(token);
        boolean used = report.isPresent()
                && jdbc.sql("update reports.proof set used_at = :now where hash = :hash and used_at is null")
                                .param("now", now())
                                .param("hash", hash(token))
                                .update()
                        == 1;
        if (used) {
            book.provider(report.get().id(), yes ? "yes" : "no");
        }
        return used;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
