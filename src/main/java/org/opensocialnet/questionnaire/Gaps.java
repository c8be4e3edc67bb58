package org.opensocialnet.questionnaire;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organisations say is missing, in their words, and the kind of service, group and number a person makes of it. */
@Component
@Transactional
class Gaps {

    private static final String SELECT = """
            select g.id, g.respondent, r.edition, r.organization, r.name, coalesce(r.told_on, r.answered_at::date) as told, g.words,
                   g.service_type, g.target_group, g.zone, g.people, upper(g.state) as state, g.entry, g.entry_day
            from questionnaire.gap g
            join questionnaire.respondent r on r.id = g.respondent
            """;

    /** What the ledger calls such a need. */
    static final String KIND = "questionnaire.gap";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Trail trail;
    private final Clock clock;

    Gaps(JdbcClient jdbc, Ledger ledger, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a person has made of it. */
    enum State {

        /** Nobody has looked yet. */
        OPEN,

        /** It is a need of so many people. */
        CODED,

        /** There is nothing to count in it. */
        NOTHING
    }

    /** One gap. What the organisation chose itself, where it was asked to, stands in the codes already. */
    record Gap(
            UUID id,
            UUID respondent,
            UUID edition,
            UUID organization,
            String name,
            @Nullable LocalDate told,
            String words,
            String serviceType,
            String targetGroup,
            String zone,
            @Nullable Integer people,
            State state,
            @Nullable UUID entry,
            @Nullable LocalDate entryDay) {}

    /** Which kind of service is missing, for whom, where, and for how many. */
    record Coded(String serviceType, String targetGroup, String zone, int people) {}

    /** Finds the gaps in an answer that was given just now: texts that mean one, and rows of tables that describe one. */
    public void find(UUID respondent, Blueprint form, Entries said) {
        int position = 0;
        for (var question : form.asking()) {
            if (question.kind() != Kind.TABLE
                    && Means.of(question)
                            .filter(means -> means == Means.GAP_WORDS)
                            .isPresent()) {
                var words = said.text(question.name());
                if (!words.isEmpty()) {
                    keep(respondent, position++, words, "", "", "", null);
                }
            } else if (question.kind() == Kind.TABLE
                    && question.columns().stream()
                            .anyMatch(column ->
                                    Means.of(column).filter(Means::ofAGap).isPresent())) {
                for (var row : said.rows(question.name())) {
                    var people = text(question, row, Means.GAP_PEOPLE, said);
                    var number = people.matches("[0-9]{1,7}") ? Integer.valueOf(people) : Integer.valueOf(0);
                    keep(
                            respondent,
                            position++,
                            text(question, row, Means.GAP_WORDS, said),
                            text(question, row, Means.GAP_KIND, said),
                            text(question, row, Means.GAP_GROUP, said),
                            text(question, row, Means.GAP_COMMUNITY, said),
                            number > 0 && number <= 1_000_000 ? number : null);
                }
            }
        }
    }

    private static String text(Question table, String row, Means means, Entries said) {
        return table.columns().stream()
                .filter(column -> Means.of(column).filter(means::equals).isPresent())
                .map(column -> said.text(new Spot(table.name(), row, column.name())))
                .findFirst()
                .orElse("");
    }

    private void keep(
            UUID respondent,
            int position,
            String words,
            String kind,
            String group,
            String zone,
            @Nullable Integer people) {
        jdbc.sql("""
                        insert into questionnaire.gap (id, respondent, position, words, service_type, target_group, zone, people)
                        values (:id, :respondent, :position, :words, :kind, :group, :zone, :people)
                        """)
                .param("id", Uuid7.next())
                .param("respondent", respondent)
                .param("position", position)
                .param("words", words)
                .param("kind", kind)
                .param("group", group)
                .param("zone", zone)
                .param("people", people, Types.INTEGER)
                .update();
    }

    @Transactional(readOnly = true)
    public Gap one(UUID id) {
        return jdbc.sql(SELECT + "where g.id = :id")
                .param("id", id)
                .query(Rows.of(Gap.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("questionnaire.gap.unknown"));
    }

    /** The gaps of an edition, those first that nobody has looked at. */
    @Transactional(readOnly = true)
    public List<Gap> of(UUID edition, int page, int size) {
        return jdbc.sql(SELECT + """
                        where r.edition = :edition
                        order by g.state <> 'open', g.id
                        limit :size offset :offset
                        """)
                .param("edition", edition)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Gap.class))
                .list();
    }

    /** The next that nobody has looked at, in the same edition. */
    @Transactional(readOnly = true)
    public @Nullable UUID next(UUID edition) {
        return jdbc.sql("""
                        select g.id
                        from questionnaire.gap g
                        join questionnaire.respondent r on r.id = g.respondent
                        where r.edition = :edition and g.state = 'open'
                        order by g.id
                        limit 1
                        """)
                .param("edition", edition)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /**
     * Codes a gap, once, and writes the need into the ledger; of two who code it at once, one does. Nobody's own line it is:
     * who tells of a gap is not who failed to fill it.
     */
    public void code(UUID id, Coded coded) {
        var gap = decide(id, State.CODED);
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var told = gap.told();
        var entry = ledger.write(new Need(
                KIND,
                told == null || told.isAfter(today) ? today : told,
                new About(coded.serviceType(), coded.targetGroup(), coded.zone(), null, null),
                Amount.people(coded.people()),
                Source.QUESTIONNAIRE,
                null));
        jdbc.sql("""
                        update questionnaire.gap
                        set service_type = :kind, target_group = :group, zone = :zone, people = :people, state = 'coded',
                            decided_at = :now, entry = :entry, entry_day = :day
                        where id = :id
                        """)
                .param("kind", coded.serviceType())
                .param("group", coded.targetGroup())
                .param("zone", coded.zone())
                .param("people", coded.people())
                .param("entry", entry.id())
                .param("day", entry.day())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.gap.coded", "gap", id).of(gap.organization()));
    }

    /** There is nothing to count in it. */
    public void dismiss(UUID id) {
        var gap = decide(id, State.NOTHING);
        jdbc.sql("update questionnaire.gap set state = 'nothing', decided_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.gap.dismissed", "gap", id).of(gap.organization()));
    }

    /** Takes a decision back, so that another can be made; a need that was written is reversed. */
    public void reopen(UUID id) {
        var gap = lock(id);
        if (gap.state() == State.OPEN) {
            throw Refusal.conflict("questionnaire.gap.open-already");
        }
        var entry = gap.entry();
        var day = gap.entryDay();
        if (entry != null && day != null) {
            ledger.reverse(new EntryId(Book.NEED, entry, day), "questionnaire.decided-again");
        }
        jdbc.sql("""
                        update questionnaire.gap set state = 'open', decided_at = null, entry = null, entry_day = null
                        where id = :id
                        """).param("id", id).update();
        trail.note(Act.on("questionnaire.gap.reopened", "gap", id).of(gap.organization()));
    }

    private Gap decide(UUID id, State state) {
        var gap = lock(id);
        if (gap.state() != State.OPEN) {
            throw Refusal.conflict(
                    gap.state() == state ? "questionnaire.gap.decided-already" : "questionnaire.gap.decided-otherwise");
        }
        return gap;
    }

    private Gap lock(UUID id) {
        jdbc.sql("select id from questionnaire.gap where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return one(id);
    }
}
