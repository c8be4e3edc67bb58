package org.opensocialnet.reports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.reports.Report.State;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Readers' reports, in the sight of whoever works on them: looked at, answered, closed. */
@Component
@Transactional
class ReportBook {

    private static final String SELECT = """
            select r.id, case when r.service_id is not null then 'service'
                              when r.location_id is not null then 'location' else 'organization' end as about,
                   coalesce(r.service_id, r.location_id, r.organization_id) as record, r.keeper, r.kind, r.message,
                   r.language, upper(r.state) as state, r.says_provider, r.provider, r.answer, r.reported_at, r.changed_at,
                   exists (select from reports.reader e where e.report = r.id) as answerable
            from reports.report r
            """;

    private final Outbox outbox;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportBook(Outbox outbox, Trail trail, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Some of those this member may see: open ones oldest first, others by when they were settled. */
    @Transactional(readOnly = true)
    public List<Report> page(@Nullable State state, int page, int size) {
        return jdbc.sql(SELECT + """
                        where case when :state = '' then r.state in ('new', 'looking') else r.state = :state end
                        order by case when r.state in ('new', 'looking') then r.reported_at end,
                                 r.changed_at desc nulls last, r.id
                        limit :size offset :offset
                        """)
                .param("state", state == null ? "" : state.name().toLowerCase(java.util.Locale.ROOT))
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Report.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Report> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(Rows.of(Report.class))
                .optional();
    }

    @Transactional(readOnly = true)
    public Report report(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("reports.report.unknown"));
    }

    @Transactional(readOnly = true)
    public int waiting() {
        return jdbc.sql("select count(*) from reports.report where state = 'new'")
                .query(Integer.class)
                .single();
    }

    /** Somebody takes it up, or takes it up again. */
    public void look(UUID id) {
        become(report(id), State.LOOKING, null);
        trail.note(Act.on("reports.report.looking", "report", id).of(report(id).keeper()));
    }

    /** Answers the reader who left an e-mail; what it is, nobody sees. */
    public void answer(UUID id, String record, String text) {
        var report = open(id);
        var email = jdbc.sql("select email from reports.reader where report = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("reports.report.no-reader"));
        outbox.leave(new Letter(
                ReportsConfig.ANSWER,
                email,
                Language.of(report.language()).orElse(Language.GREEK),
                null,
                id,
                Map.of("record", record, "answer", text, "link", "/" + report.about() + "/" + report.record())));
        become(report, State.ANSWERED, text);
        trail.note(Act.on("reports.report.answered", "report", id).of(report.keeper()));
    }

    /** Nothing more is to be done. */
    public void close(UUID id) {
        var report = open(id);
        become(report, State.CLOSED, null);
        trail.note(Act.on("reports.report.closed", "report", id).of(report.keeper()));
    }

    /** What was found out of the reader who says she is the provider. */
    public void provider(UUID id, String found) {
        var report = report(id);
        jdbc.sql("update reports.report set provider = :found, provider_at = :now where id = :id")
                .param("found", found)
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("reports.provider." + found, "report", id).of(report.keeper()));
    }

    private Report open(UUID id) {
        jdbc.sql("select id from reports.report where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var report = report(id);
        if (!report.isOpen()) {
            throw Refusal.conflict("reports.report.settled");
        }
        return report;
    }

    private void become(Report report, State state, @Nullable String answer) {
        jdbc.sql("""
                        update reports.report
                        set state = :state, answer = coalesce(:answer, answer), changed_at = :now
                        where id = :id
                        """)
                .param("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .param("answer", answer, java.sql.Types.VARCHAR)
                .param("now", now())
                .param("id", report.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
