package org.opensocialnet.questionnaire;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.forms.Turn;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organisation answers, kept page by page as it is written, also half filled in. Of two who fill in the same page at
 * once, the second is shown what the first wrote.
 */
@Component
@Transactional
class AnswerBook {

    private final EditionBoard board;
    private final Gaps gaps;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerBook(EditionBoard board, Gaps gaps, Trail trail, JdbcClient jdbc, Clock clock) {
        this.board = board;
        this.gaps = gaps;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who said it on the phone, as what, and when. */
    record Told(String by, String role, LocalDate on) {}

    /** A page that was saved. */
    record Saved(int number, boolean sound) {}

    /** Everything an organisation has answered so far, and what the directory said when it did. */
    record Written(Entries said, Entries was) {}

    /** One answer as it lies in the database. */
    private record Row(
            String question,
            String rowKey,
            String columnName,
            String value,
            @Nullable String was) {

        Spot spot() {
            return new Spot(question, rowKey, columnName);
        }
    }

    @Transactional(readOnly = true)
    public Written written(UUID respondent) {
        var said = new LinkedHashMap<Spot, String>();
        var was = new LinkedHashMap<Spot, String>();
        for (var row : jdbc.sql("""
                        select question, row_key, column_name, value, was
                        from questionnaire.answer
                        where respondent = :respondent
                        order by question, position
                        """)
                .param("respondent", respondent)
                .query(Rows.of(Row.class))
                .list()) {
            said.put(row.spot(), row.value());
            was.put(row.spot(), row.was() == null ? "" : row.was());
        }
        return new Written(new Entries(said), new Entries(was));
    }

    /** One answer of an edition, with whose it is. */
    private record Given(UUID organization, String question, String rowKey, String columnName, String value) {}

    /** What each organisation of an edition answered that has given its answer. */
    @Transactional(readOnly = true)
    public Map<UUID, Entries> given(UUID edition) {
        var texts = new LinkedHashMap<UUID, Map<Spot, String>>();
        for (var row : jdbc.sql("""
                        select r.organization, a.question, a.row_key, a.column_name, a.value
                        from questionnaire.respondent r
                        join questionnaire.answer a on a.respondent = r.id
                        where r.edition = :edition and r.answered_at is not null
                        order by r.organization, a.question, a.position
                        """)
                .param("edition", edition)
                .query(Rows.of(Given.class))
                .list()) {
            texts.computeIfAbsent(row.organization(), _ -> new LinkedHashMap<>())
                    .put(new Spot(row.question(), row.rowKey(), row.columnName()), row.value());
        }
        var given = new LinkedHashMap<UUID, Entries>();
        texts.forEach((organization, said) -> given.put(organization, new Entries(said)));
        return given;
    }

    @Transactional(readOnly = true)
    public Map<Integer, Saved> saved(UUID respondent) {
        return jdbc
                .sql("select number, sound from questionnaire.sheet where respondent = :respondent order by number")
                .param("respondent", respondent)
                .query(Rows.of(Saved.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Saved::number, one -> one, (one, _) -> one, TreeMap::new));
    }

    /** A mark of what a page held when it was shown. */
    static String mark(Entries entries, boolean saved) {
        var text = new StringBuilder(saved ? "saved" : "new");
        entries.texts().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .forEach(line -> text.append('\n').append(line));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Set<String> names(Blueprint.Page page) {
        return page.asking().stream().map(Question::name).collect(Collectors.toSet());
    }

    /** That somebody, or a mail program, looked at the link. */
    public void looked(UUID respondent) {
        jdbc.sql("update questionnaire.respondent set opened_at = :now where id = :id and opened_at is null")
                .param("now", now())
                .param("id", respondent)
                .update();
    }

    /**
     * Keeps a page as it was typed; gives what somebody else has saved since it was shown, where that is something else, and
     * keeps nothing then.
     *
     * @param sent what was typed; questions of the page that were not shown keep their answers
     * @param known what the directory says of it now
     * @param seen the mark of what the page held when it was shown
     */
    public @Nullable Entries save(
            UUID id, Blueprint.Page page, Turn.Sent sent, Entries known, boolean sound, String seen) {
        var answered = names(sent.answered());
        var typed = sent.entries();
        open(id);
        var there = written(id).said().of(names(page));
        boolean wasSaved = saved(id).containsKey(page.number());
        if (!mark(there, wasSaved).equals(seen)
                && wasSaved
                && !there.of(answered).differing(typed).isEmpty()) {
            return there.of(answered);
        }
        jdbc.sql("delete from questionnaire.answer where respondent = :id and question = any(cast(:names as text[]))")
                .param("id", id)
                .param("names", array(answered))
                .update();
        int position = 0;
        for (var each : typed.texts().entrySet()) {
            var spot = each.getKey();
            jdbc.sql("""
                            insert into questionnaire.answer (respondent, question, row_key, column_name, position, value, was)
                            values (:id, :question, :row, :column, :position, :value, :was)
                            """)
                    .param("id", id)
                    .param("question", spot.question())
                    .param("row", spot.row())
                    .param("column", spot.column())
                    .param("position", position++)
                    .param("value", each.getValue())
                    .param("was", known.text(spot), Types.VARCHAR)
                    .update();
        }
        jdbc.sql("""
                        insert into questionnaire.sheet (respondent, number, sound, saved_at)
                        values (:id, :number, :sound, :now)
                        on conflict (respondent, number) do update
                        set sound = excluded.sound, saved_at = excluded.saved_at
                        """)
                .param("id", id)
                .param("number", page.number())
                .param("sound", sound)
                .param("now", now())
                .update();
        return null;
    }

    /** The pages that keep an answer from being given: something on them is wrong, or they were not filled in and must be. */
    @Transactional(readOnly = true)
    public List<Blueprint.Page> missing(UUID id, Blueprint form) {
        var saved = saved(id);
        var said = written(id).said();
        return form.pages(said).stream()
                .filter(page -> !page.asking().isEmpty())
                .filter(page -> {
                    var state = saved.get(page.number());
                    return page.lacks(said) || state != null && !state.sound();
                })
                .toList();
    }

    /** The answer is given, once, and what is not asked any more is forgotten; of two who send it, one does. */
    public void finish(UUID id, Blueprint form, @Nullable Told told) {
        var respondent = open(id);
        if (respondent.saved() == 0) {
            throw Refusal.conflict("questionnaire.answer.empty");
        }
        if (!missing(id, form).isEmpty()) {
            throw Refusal.conflict("questionnaire.answer.missing");
        }
        jdbc.sql("""
                        update questionnaire.respondent
                        set answered_at = :now, how = :how, told_by = :by, told_role = :role, told_on = :on
                        where id = :id
                        """)
                .param("now", now())
                .param("how", told == null ? "link" : "phone")
                .param("by", told == null ? null : told.by(), Types.VARCHAR)
                .param("role", told == null ? null : told.role(), Types.VARCHAR)
                .param("on", told == null ? null : told.on(), Types.DATE)
                .param("id", id)
                .update();
        var asked = form.asked(written(id).said());
        jdbc.sql("delete from questionnaire.answer where respondent = :id and question <> all(cast(:asked as text[]))")
                .param("id", id)
                .param("asked", array(asked))
                .update();
        gaps.find(id, form, written(id).said());
        trail.note(Act.on("questionnaire.answer.given", "respondent", id)
                .of(respondent.organization())
                .because(told == null ? "answer.by-link" : "answer.by-phone"));
    }

    private static String array(Set<String> names) {
        return names.stream().collect(Collectors.joining(",", "{", "}"));
    }

    /** The organisation's turn to speak; one after another, so that nothing is said after the end. */
    private Respondent open(UUID id) {
        jdbc.sql("select id from questionnaire.respondent where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var respondent = board.respondent(id);
        if (!respondent.takesAnswers()) {
            throw Refusal.conflict(
                    respondent.isAnswered() ? "questionnaire.asked.answered" : "questionnaire.edition.not-open");
        }
        return respondent;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
