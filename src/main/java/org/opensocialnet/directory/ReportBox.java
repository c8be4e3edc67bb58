package org.opensocialnet.directory;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what readers say is wrong with a record they can see, and nothing about the readers. */
@Component
class ReportBox {

    static final List<String> KINDS = List.of("closed", "hours", "place", "phone", "other");

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportBox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public UUID take(Subject about, String kind, String message, String language) {
        if (!KINDS.contains(kind) || !language.matches("[a-z]{2}")) {
            throw Refusal.conflict("directory.report.kind");
        }
        var text = message.strip();
        if (text.isEmpty() && kind.equals("other")) {
            throw Refusal.conflict("directory.report.empty");
        }
        NoticeBoard.mustBeReadable(text);
        var visible = jdbc.sql(
                        "select count(*) from directory.public_" + about.kind().table() + " where id = ?")
                .param(about.id())
                .query(Long.class)
                .single();
        if (visible == 0) {
            throw Refusal.notFound("directory.record.unknown");
        }
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into directory.report (
                            id, organization_id, service_id, location_id, kind, message, language, reported_at)
                        values (:id, :organization, :service, :location, :kind, :message, :language, :at)""")
                .param("id", id)
                .param("organization", NoticeBoard.idIf(about, Subject.Kind.ORGANIZATION), Types.OTHER)
                .param("service", NoticeBoard.idIf(about, Subject.Kind.SERVICE), Types.OTHER)
                .param("location", NoticeBoard.idIf(about, Subject.Kind.LOCATION), Types.OTHER)
                .param("kind", kind)
                .param("message", text)
                .param("language", language)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }
}
