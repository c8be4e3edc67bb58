package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.Respondent.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How editions stand: all of them, one of them organisation by organisation, and one organisation. */
@Component
@Transactional(readOnly = true)
class EditionBoard {

    private static final String EDITION = """
            select e.id, e.form, e.name, e.message, e.deadline, upper(e.state) as state, e.blueprint, e.version,
                   e.made_at, e.opened_at, e.closed_at
            from questionnaire.edition e
            """;

    private static final String PROGRESS = """
            case
                when r.settled_at is not null then 'SETTLED'
                when r.answered_at is not null then 'ANSWERED'
                when r.withdrawn_at is not null then 'WITHDRAWN'
                when e.state <> 'draft' and e.deadline < :today then 'OVERDUE'
                when exists (select from questionnaire.sheet s where s.respondent = r.id) then 'BEGUN'
                when r.email is null then 'NO_EMAIL'
                when r.sent_at is null then 'NOT_SENT'
                when r.undelivered_at is not null then 'UNDELIVERED'
                when r.opened_at is not null then 'OPENED'
                when r.withheld_at is not null then 'WITHHELD'
                else 'SENT'
            end""";

    private static final String RESPONDENT = """
            select r.id, r.edition, e.name as edition_name, upper(e.state) as edition_state, e.deadline, r.organization,
                   r.name, r.email, %s as progress, r.sent_at, r.opened_at, r.withdrawn_at, r.answered_at, r.how,
                   r.told_by, r.told_role, r.told_on, r.settled_at,
                   (select count(*)::int from questionnaire.sheet s where s.respondent = r.id) as saved,
                   (select count(*)::int from questionnaire.gap g where g.respondent = r.id and g.state = 'open') as gaps
            from questionnaire.respondent r
            join questionnaire.edition e on e.id = r.edition
            """.formatted(PROGRESS);

    private final JdbcClient jdbc;
    private final Clock clock;

    EditionBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An edition in a list, and how many it asks, how many have answered. */
    record Line(
            UUID id,
            UUID form,
            String name,
            LocalDate deadline,
            Edition.State state,
            int asked,
            int answered,
            int waiting) {}

    /** One state and how many organisations are in it. */
    private record Counted(Progress progress, int organizations) {}

    /** What waits at the desk over all editions. */
    record Waiting(
            int answers,
            int overdue,
            int gaps,
            @Nullable UUID answersEdition,
            @Nullable UUID overdueEdition,
            @Nullable UUID gapsEdition) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Editions, the newest first; of one questionnaire where one is named. */
    List<Line> editions(@Nullable UUID form, int page, int size) {
        return jdbc.sql("""
                        select e.id, e.form, e.name, e.deadline, upper(e.state) as state,
                               count(r.id)::int as asked, count(r.answered_at)::int as answered,
                               (count(r.answered_at) - count(r.settled_at))::int as waiting
                        from (select * from questionnaire.edition
                              where cast(:form as uuid) is null or form = cast(:form as uuid)
                              order by made_at desc, id desc limit :size offset :offset) e
                        left join questionnaire.respondent r on r.edition = e.id
                        group by e.id, e.form, e.name, e.deadline, e.state, e.made_at
                        order by e.made_at desc, e.id desc
                        """)
                .param("form", form == null ? null : form.toString(), java.sql.Types.VARCHAR)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Line.class))
                .list();
    }

    Edition edition(UUID id) {
        return jdbc.sql(EDITION + "where e.id = :id")
                .param("id", id)
                .query(Rows.of(Edition.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("questionnaire.edition.unknown"));
    }

    /** One page of an edition's organisations by name. */
    List<Respondent> respondents(UUID edition, @Nullable Progress progress, String text, int page, int size) {
        return jdbc.sql("select * from (" + RESPONDENT + """
                        where r.edition = :edition and (:text = '' or strpos(lower(r.name), :text) > 0)) r
                        where :progress = '' or r.progress = :progress
                        order by r.name, r.id
                        limit :size offset :offset
                        """)
                .param("today", today())
                .param("edition", edition)
                .param("text", text.replace("\0", "").strip().toLowerCase(Locale.ROOT))
                .param("progress", progress == null ? "" : progress.name())
                .param("size", size)
                .param("offset", (long) (page - 1) * size)
                .query(Rows.of(Respondent.class))
                .list();
    }

    /** How many organisations of an edition are in which state. */
    Map<Progress, Integer> tally(UUID edition) {
        var tally = new EnumMap<Progress, Integer>(Progress.class);
        jdbc.sql("""
                        select %s as progress, count(*)::int as organizations
                        from questionnaire.respondent r
                        join questionnaire.edition e on e.id = r.edition
                        where r.edition = :edition
                        group by 1
                        """.formatted(PROGRESS))
                .param("today", today())
                .param("edition", edition)
                .query(Rows.of(Counted.class))
                .list()
                .forEach(counted -> tally.put(counted.progress(), counted.organizations()));
        return tally;
    }

    Optional<Respondent> find(UUID id) {
        return jdbc.sql(RESPONDENT + "where r.id = :id")
                .param("today", today())
                .param("id", id)
                .query(Rows.of(Respondent.class))
                .optional();
    }

    Respondent respondent(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("questionnaire.asked.unknown"));
    }

    /** What one organisation is asked and has not answered. */
    List<Respondent> waitingFor(UUID organization) {
        return jdbc.sql(RESPONDENT + """
                        where r.organization = :organization and r.answered_at is null and r.withdrawn_at is null
                          and e.state = 'open'
                        order by e.deadline, r.id
                        limit 3
                        """)
                .param("today", today())
                .param("organization", organization)
                .query(Rows.of(Respondent.class))
                .list();
    }

    Waiting waiting() {
        return jdbc.sql("""
                        select (count(*) filter (where r.answered_at is not null and r.settled_at is null))::int as answers,
                               (count(*) filter (where r.answered_at is null and r.withdrawn_at is null
                                   and e.state = 'open' and e.deadline < :today))::int as overdue,
                               (select count(*)::int from questionnaire.gap where state = 'open') as gaps,
                               max(e.id::text) filter (where r.answered_at is not null and r.settled_at is null)::uuid
                                   as answers_edition,
                               max(e.id::text) filter (where r.answered_at is null and r.withdrawn_at is null
                                   and e.state = 'open' and e.deadline < :today)::uuid as overdue_edition,
                               (select g.edition from (
                                    select o.edition, x.id from questionnaire.gap x
                                    join questionnaire.respondent o on o.id = x.respondent
                                    where x.state = 'open' order by x.id limit 1) g) as gaps_edition
                        from questionnaire.respondent r
                        join questionnaire.edition e on e.id = r.edition
                        """)
                .param("today", today())
                .query(Rows.of(Waiting.class))
                .single();
    }
}
