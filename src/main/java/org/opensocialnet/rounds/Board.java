package org.opensocialnet.rounds;

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
import org.opensocialnet.rounds.Asked.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How rounds stand: all of them, one of them organisation by organisation, and one organisation. */
@Component
@Transactional(readOnly = true)
class Board {

    private static final String ROUND = """
            select r.id, r.name, r.message, r.deadline, array_to_string(r.remind, ',') as remind,
                   upper(r.state) as state, r.made_at, r.opened_at, r.closed_at
            from rounds.round r
            """;

    private static final String PROGRESS = """
            case
                when a.answered_at is not null and (a.note <> ''
                     or exists (select from rounds.change c where c.asked = a.id)) then 'DIFFERENT'
                when a.answered_at is not null then 'UNCHANGED'
                when a.withdrawn_at is not null then 'WITHDRAWN'
                when r.state <> 'draft' and r.deadline < :today then 'OVERDUE'
                when a.email is null then 'NO_EMAIL'
                when a.sent_at is null then 'NOT_SENT'
                when a.undelivered_at is not null then 'UNDELIVERED'
                when a.opened_at is not null then 'OPENED'
                when a.withheld_at is not null then 'WITHHELD'
                else 'SENT'
            end""";

    private static final String ASKED = """
            select a.id, a.round, r.name as round_name, upper(r.state) as round_state, r.deadline, a.organization, a.name,
                   a.email, %s as progress, a.sent_at, a.opened_at, a.withdrawn_at, a.answered_at, a.how, a.told_by,
                   a.told_role, a.told_on, a.note, a.settled_at,
                   (select count(*)::int from rounds.record e where e.asked = a.id) as records,
                   (select count(*)::int from rounds.record e where e.asked = a.id and e.answer is not null) as told,
                   (select count(*)::int from rounds.change c where c.asked = a.id and c.decision is null) as open
            from rounds.asked a
            join rounds.round r on r.id = a.round
            """.formatted(PROGRESS);

    private final JdbcClient jdbc;
    private final Clock clock;

    Board(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A round in the list, and how many it asks, how many have answered. */
    record Line(UUID id, String name, LocalDate deadline, Round.State state, int asked, int answered, int waiting) {}

    /** One state and how many organisations are in it. */
    private record Counted(Progress progress, int organizations) {}

    /** What waits at the desk over all open rounds. */
    record Waiting(
            int answers,
            int overdue,
            @Nullable UUID answersRound,
            @Nullable UUID overdueRound) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    List<Line> rounds(int page, int size) {
        return jdbc.sql("""
                        select r.id, r.name, r.deadline, upper(r.state) as state,
                               count(a.id)::int as asked, count(a.answered_at)::int as answered,
                               (count(a.answered_at) - count(a.settled_at))::int as waiting
                        from (select * from rounds.round order by made_at desc, id limit :size offset :offset) r
                        left join rounds.asked a on a.round = r.id
                        group by r.id, r.name, r.deadline, r.state, r.made_at
                        order by r.made_at desc, r.id
                        """)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Line.class))
                .list();
    }

    Round round(UUID id) {
        return jdbc.sql(ROUND + "where r.id = :id")
                .param("id", id)
                .query(Rows.of(Round.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("rounds.round.unknown"));
    }

    /** One page of a round's organisations by name. */
    List<Asked> asked(UUID round, @Nullable Progress progress, String text, int page, int size) {
        return jdbc.sql("select * from (" + ASKED + """
                        where a.round = :round and (:text = '' or strpos(lower(a.name), :text) > 0)) a
                        where :progress = '' or a.progress = :progress
                        order by a.name, a.id
                        limit :size offset :offset
                        """)
                .param("today", today())
                .param("round", round)
                .param("text", text.replace("\0", "").strip().toLowerCase(Locale.ROOT))
                .param("progress", progress == null ? "" : progress.name())
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Asked.class))
                .list();
    }

    /** How many organisations of a round are in which state. */
    Map<Progress, Integer> tally(UUID round) {
        var tally = new EnumMap<Progress, Integer>(Progress.class);
        jdbc.sql("""
                        select %s as progress, count(*)::int as organizations
                        from rounds.asked a
                        join rounds.round r on r.id = a.round
                        where a.round = :round
                        group by 1
                        """.formatted(PROGRESS))
                .param("today", today())
                .param("round", round)
                .query(Rows.of(Counted.class))
                .list()
                .forEach(counted -> tally.put(counted.progress(), counted.organizations()));
        return tally;
    }

    Optional<Asked> find(UUID asked) {
        return jdbc.sql(ASKED + "where a.id = :id")
                .param("today", today())
                .param("id", asked)
                .query(Rows.of(Asked.class))
                .optional();
    }

    Asked asked(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("rounds.asked.unknown"));
    }

    /** The rounds that wait for the answer of one organisation, the most pressing first. */
    List<Asked> waitingFor(UUID organization) {
        return jdbc.sql(ASKED + """
                        where a.organization = :organization and a.answered_at is null and a.withdrawn_at is null
                          and r.state = 'open'
                        order by r.deadline
                        limit 3
                        """)
                .param("today", today())
                .param("organization", organization)
                .query(Rows.of(Asked.class))
                .list();
    }

    Waiting waiting() {
        return jdbc.sql("""
                        select count(*) filter (where answered)::int as answers,
                               count(*) filter (where not answered)::int as overdue,
                               (array_agg(round order by deadline) filter (where answered))[1] as answers_round,
                               (array_agg(round order by deadline) filter (where not answered))[1] as overdue_round
                        from (select a.round, r.deadline, a.answered_at is not null as answered
                              from rounds.round r
                              join rounds.asked a on a.round = r.id
                              where a.answered_at is not null and a.settled_at is null
                                 or a.answered_at is null and a.withdrawn_at is null
                                    and r.state = 'open' and r.deadline < :today) w
                        """)
                .param("today", today())
                .query(Rows.of(Waiting.class))
                .single();
    }
}
