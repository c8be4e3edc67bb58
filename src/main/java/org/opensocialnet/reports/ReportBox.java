package org.opensocialnet.reports;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.PlainText;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.people.FreeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what readers say is wrong with a record they can see. The caller limits how often. */
@Component
@Transactional
public class ReportBox {

    public static final int LONGEST = 2_000;

    private static final List<String> KINDS = List.of("closed", "hours", "place", "phone", "other");

    private final Keeping keeping;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportBox(Keeping keeping, JdbcClient jdbc, Clock clock) {
        this.keeping = keeping;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether an answer could be sent there. */
    public static boolean isAddress(String typed) {
        return Letter.isAddress(typed);
    }

    /** Whether words meant for none seem to say who somebody is; the number that is right is no such thing. */
    public static boolean tellsOfSomebody(String kind, String message) {
        var traces = FreeText.numbers(message);
        if (kind.equals("phone")) {
            traces.remove(FreeText.Trace.PHONE);
        }
        return !traces.isEmpty();
    }

    public UUID take(Told told) {
        return take(told, false);
    }

    /** A report of the demo city, which {@link #removeInvented} takes away. */
    public UUID takeInvented(Told told) {
        return take(told, true);
    }

    private UUID take(Told told, boolean invented) {
        var text = told.message().strip();
        check(told, text);
        var about = told.about();
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into reports.report (
                            id, organization_id, service_id, location_id, keeper, kind, message, language, says_provider,
                            invented, reported_at)
                        values (:id, :organization, :service, :location, :keeper, :kind, :message, :language, :provider,
                                :invented, :at)
                        """)
                .param("id", id)
                .param("organization", idIf(about, Subject.Kind.ORGANIZATION), Types.OTHER)
                .param("service", idIf(about, Subject.Kind.SERVICE), Types.OTHER)
                .param("location", idIf(about, Subject.Kind.LOCATION), Types.OTHER)
                .param("keeper", keeping.owner(about).orElse(null), Types.OTHER)
                .param("kind", told.kind())
                .param("message", text)
                .param("language", told.language())
                .param("provider", told.saysProvider())
                .param("invented", invented)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (!told.email().isEmpty()) {
            jdbc.sql("insert into reports.reader (report, email) values (:report, :email)")
                    .param("report", id)
                    .param("email", told.email())
                    .update();
        }
        return id;
    }

    private void check(Told told, String text) {
        if (!KINDS.contains(told.kind()) || !told.language().matches("[a-z]{2}")) {
            throw Refusal.conflict("reports.take.kind");
        }
        if (text.isEmpty() && told.kind().equals("other")) {
            throw Refusal.conflict("reports.take.empty");
        }
        if (PlainText.fault(text) != null || text.length() > LONGEST) {
            throw Refusal.conflict("reports.take.unreadable", LONGEST);
        }
        if (!told.email().isEmpty() && !isAddress(told.email())) {
            throw Refusal.conflict("reports.take.email");
        }
        var visible = jdbc.sql("select count(*) from directory.public_%s where id = :id"
                        .formatted(told.about().kind().table()))
                .param("id", told.about().id())
                .query(Long.class)
                .single();
        if (visible == 0) {
            throw Refusal.notFound("directory.record.unknown");
        }
    }

    /** Takes the demo city's reports away with it. */
    public void removeInvented() {
        jdbc.sql("delete from reports.report where invented").update();
    }

    /** Whether the demo city's reports are there. */
    @Transactional(readOnly = true)
    public boolean hasInvented() {
        return jdbc.sql("select exists (select from reports.report where invented)")
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID idIf(Subject subject, Subject.Kind kind) {
        return subject.kind() == kind ? subject.id() : null;
    }
}
