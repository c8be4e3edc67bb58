package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.questionnaire.EditionLetters.Why;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What a server does for editions every morning: reminds whoever has not answered, and forgets what had its time. */
@Component
@ConditionalOnWebApplication
class EditionJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EditionJobs.class);
    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final EditionBoard board;
    private final EditionLetters letters;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    EditionJobs(
            EditionBoard board,
            EditionLetters letters,
            Settings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            JobBook jobs,
            Clock clock) {
        this.board = board;
        this.letters = letters;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Whom a reminder is due for, and how many days before the deadline it was to come. */
    private record Due(UUID respondent, int day) {}

    /** What one transaction did: the last it looked at, how many were due, how many letters it left. */
    private record Some(UUID last, int due, int left) {}

    @Scheduled(cron = "${osn.questionnaire.cron:0 5 9 * * *}", zone = "Europe/Athens")
    void everyMorning() {
        jobs.run("questionnaire.every-morning", () -> {
            Sight.job("questionnaire").run(() -> {
                remind();
                forget();
            });
            return true;
        });
    }

    /** A few in each transaction, each organisation once; a reminder another node has left already is not left again. */
    int remind() {
        int reminded = 0;
        var some = new Some(FIRST, 0, 0);
        do {
            var after = some.last();
            some = Objects.requireNonNull(transactions.execute(_ -> remindSome(after)));
            reminded += some.left();
        } while (some.due() == AT_ONCE);
        if (reminded > 0) {
            LOG.atInfo().addKeyValue("letters", reminded).log("organisations reminded");
        }
        return reminded;
    }

    /** Of several reminders that were missed, only the latest goes; none on the day of the letter itself. */
    private Some remindSome(UUID after) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var due = jdbc.sql("""
                        select a.id as respondent, min(d.day)::int as day
                        from questionnaire.edition r
                        cross join unnest(r.remind) as d (day)
                        join questionnaire.respondent a on a.edition = r.id
                        where r.state = 'open' and r.deadline >= :today and r.deadline - d.day <= :today
                          and a.answered_at is null and a.withdrawn_at is null and a.undelivered_at is null
                          and a.withheld_at is null
                          and a.email is not null and a.sent_at < :midnight and a.id > :after
                        group by a.id
                        having not exists (select from questionnaire.letter l
                                           where l.respondent = a.id and l.day_before <= min(d.day))
                        order by a.id
                        limit :most
                        """)
                .param("today", today)
                .param("after", after)
                .param("midnight", today.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param("most", AT_ONCE)
                .query(Rows.of(Due.class))
                .list();
        int left = 0;
        for (var each : due) {
            jdbc.sql("select id from questionnaire.respondent where id = :id for update")
                    .param("id", each.respondent())
                    .query(UUID.class)
                    .optional();
            var asked = board.respondent(each.respondent());
            boolean there = jdbc.sql(
                            "select exists (select from questionnaire.letter where respondent = :id and day_before <= :day)")
                    .param("id", each.respondent())
                    .param("day", each.day())
                    .query(Boolean.class)
                    .single();
            if (!there && asked.takesAnswers()) {
                letters.leave(asked, board.edition(asked.edition()).message(), Why.REMINDER, each.day());
                left++;
            }
        }
        return new Some(due.isEmpty() ? after : due.getLast().respondent(), due.size(), left);
    }

    /** Links that open nothing, who spoke on the phone, and addresses. Answers stay: later editions are compared with them. */
    void forget() {
        transactions.executeWithoutResult(_ -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            int links = jdbc.sql("""
                            delete from questionnaire.link
                            where expires_at < :before or ended_at < :before
                               or respondent in (select a.id from questionnaire.respondent a where a.answered_at < :before)
                            """)
                    .param("before", now.minus(days(QuestionnaireConfig.LINKS_KEPT)))
                    .update();
            int people = jdbc.sql("""
                            update questionnaire.respondent a
                            set told_by = null, told_role = null, email = null
                            from questionnaire.edition e
                            where e.id = a.edition and e.closed_at < :before
                              and num_nonnulls(a.told_by, a.told_role, a.email) > 0
                            """)
                    .param("before", now.minus(days(QuestionnaireConfig.PEOPLE_KEPT)))
                    .update();
            if (links + people > 0) {
                LOG.atInfo()
                        .addKeyValue("links", links)
                        .addKeyValue("people", people)
                        .log("editions tidied up");
            }
        });
    }

    private Duration days(Setting<Integer> setting) {
        return Duration.ofDays(settings.value(setting));
    }
}
