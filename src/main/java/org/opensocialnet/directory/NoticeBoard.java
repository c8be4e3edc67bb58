package org.opensocialnet.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where notices are put up and taken down. One that has ended is no longer read by anyone; nothing must remove it. */
@Component
class NoticeBoard {

    static final int LONGEST = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public UUID putUp(Announcement notice) {
        if (notice.until() != null && !notice.until().isAfter(notice.from())) {
            throw Refusal.conflict("directory.notice.ends-before-it-starts");
        }
        if (notice.kind() == Announcement.Kind.CHANGED_HOURS
                && (notice.opensAt() == null || notice.closesAt() == null)) {
            throw Refusal.conflict("directory.notice.hours-missing");
        }
        mustBeReadable(notice.greek());
        if (notice.english() != null) {
            mustBeReadable(notice.english());
        }
        mustExist(notice.about());
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into directory.notice (
                            id, organization_id, service_id, location_id, kind, message, starts_at, ends_at,
                            opens_at, closes_at, moved_to_id, record_source, translations)
                        values (
                            :id, :organization, :service, :location, :kind, :message, :from, :until,
                            :opens, :closes, :moved, 'own', :translations::jsonb)""")
                .param("id", id)
                .param("organization", idIf(notice.about(), Subject.Kind.ORGANIZATION), java.sql.Types.OTHER)
                .param("service", idIf(notice.about(), Subject.Kind.SERVICE), java.sql.Types.OTHER)
                .param("location", idIf(notice.about(), Subject.Kind.LOCATION), java.sql.Types.OTHER)
                .param("kind", notice.kind().word())
                .param("message", notice.greek().strip())
                .param("from", Timestamp.from(notice.from()))
                .param("until", timestamp(notice.until()), java.sql.Types.TIMESTAMP)
                .param("opens", notice.opensAt(), java.sql.Types.TIME)
                .param("closes", notice.closesAt(), java.sql.Types.TIME)
                .param("moved", notice.movedTo(), java.sql.Types.OTHER)
                .param(
                        "translations",
                        JSON.writeValueAsString(
                                notice.english() == null
                                        ? Map.of()
                                        : Map.of(
                                                "en",
                                                Map.of(
                                                        "message",
                                                        notice.english().strip()))))
                .update();
        return id;
    }

    /** Ends a notice now; one that has not begun yet disappears. */
    @Transactional
    public void takeDown(UUID notice) {
        var now = Timestamp.from(clock.instant());
        int ended = jdbc.sql("delete from directory.notice where id = ? and starts_at >= ?")
                        .params(notice, now)
                        .update()
                + jdbc.sql("update directory.notice set ends_at = ? where id = ? and coalesce(ends_at > ?, true)")
                        .params(now, notice, now)
                        .update();
        if (ended == 0) {
            throw Refusal.notFound("directory.notice.unknown");
        }
    }

    /** Puts a notice back that was ended early, until when it was to be up before. */
    @Transactional
    public void putBack(UUID notice, @Nullable Instant until) {
        var now = Timestamp.from(clock.instant());
        int back = jdbc.sql("""
                        update directory.notice set ends_at = :until
                        where id = :id and ends_at <= :now and coalesce(:until > starts_at, true)""")
                .param("until", timestamp(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", notice)
                .param("now", now)
                .update();
        if (back == 0) {
            throw Refusal.conflict("directory.notice.not-ended");
        }
    }

    private void mustExist(Subject subject) {
        var found = jdbc.sql("select count(*) from directory." + subject.kind().table() + " where id = ?")
                .param(subject.id())
                .query(Long.class)
                .single();
        if (found == 0) {
            throw Refusal.notFound("directory.record.unknown");
        }
    }

    static void mustBeReadable(String message) {
        if (PlainText.fault(message) != null) {
            throw Refusal.conflict("directory.text.unreadable");
        }
        if (message.length() > LONGEST) {
            throw Refusal.conflict("directory.text.too-long", LONGEST);
        }
    }

    static @Nullable UUID idIf(Subject subject, Subject.Kind kind) {
        return subject.kind() == kind ? subject.id() : null;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
