package org.opensocialnet.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
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
        var token = SecretToken.fresh();
        jdbc.sql("insert into reports.proof (hash, report, expires_at) values (:hash, :report, :expires)")
                .param("hash", token.fingerprint())
                .param("report", id)
                .param("expires", now().plus(GOOD_FOR))
                .update();
        outbox.leave(new Letter(
                ReportsConfig.PROOF,
                email,
                Language.GREEK,
                null,
                id,
                Map.of("record", record, "link", PATH + token.text())));
        book.provider(id, "asked");
    }

    /** Whose report a link is about, while it opens anything. */
    @Transactional(readOnly = true)
    public Optional<Report> find(String token) {
        return SecretToken.read(token).flatMap(this::find);
    }

    private Optional<Report> find(SecretToken token) {
        return jdbc.sql("""
                select report from reports.proof
                where hash = :hash and used_at is null and expires_at > :now
                """)
                .param("hash", token.fingerprint())
                .param("now", now())
                .query(UUID.class)
                .optional()
                .flatMap(book::find);
    }

    /** Says yes or no; of two at once, one. */
    public boolean say(String typed, boolean yes) {
        var token = SecretToken.read(typed).orElse(null);
        var report = token == null ? Optional.<Report>empty() : find(token);
        boolean used = token != null
                && report.isPresent()
                && jdbc.sql("update reports.proof set used_at = :now where hash = :hash and used_at is null")
                                .param("now", now())
                                .param("hash", token.fingerprint())
                                .update()
                        == 1;
        if (used) {
            book.provider(report.get().id(), yes ? "yes" : "no");
        }
        return used;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
