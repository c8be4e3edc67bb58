package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Entries;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Spot;
import org.opensocialnet.forms.Turn;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Editions played for the demo city: organisations answer as they would, no letter leaves, the directory stays as it is. */
@Component
@Transactional
public class EditionRehearsal {

    private final Questionnaires questionnaires;
    private final Editions editions;
    private final EditionBoard board;
    private final AnswerBook answers;
    private final KnownRecords records;
    private final Gaps gaps;
    private final Words words;
    private final JdbcClient jdbc;
    private final Clock clock;

    EditionRehearsal(
            Questionnaires questionnaires,
            Editions editions,
            EditionBoard board,
            AnswerBook answers,
            KnownRecords records,
            Gaps gaps,
            Words.Dictionary words,
            JdbcClient jdbc,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.editions = editions;
        this.board = board;
        this.answers = answers;
        this.records = records;
        this.gaps = gaps;
        this.words = words.in(Language.GREEK);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What an organisation answers; of the rest it leaves what the directory knows.
     *
     * @param texts by the question, in tables as {@code gap--1--kind}
     * @param places how many more places it has than the directory says
     */
    public record Says(Map<String, String> texts, int places) {}

    /** Whether a played edition is in the middle of happening on a day. */
    @Transactional(readOnly = true)
    public boolean isOn(LocalDate day) {
        return jdbc.sql(
                        "select exists (select from questionnaire.edition where invented and state = 'open' and deadline > :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Asks with the standard questions, as if the letters had gone on that day. */
    public UUID ask(String name, LocalDate from, LocalDate deadline, Set<UUID> organizations) {
        var id = editions.make(new Editions.Wanted(form(), name, "", deadline, List.of(), "", "", organizations));
        jdbc.sql("""
                        update questionnaire.edition
                        set invented = true, state = 'open', made_at = :at, opened_at = :at
                        where id = :id
                        """)
                .param("at", from.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime())
                .param("id", id)
                .update();
        jdbc.sql("update questionnaire.respondent set sent_at = :at where edition = :id and email is not null")
                .param("at", from.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime())
                .param("id", id)
                .update();
        return id;
    }

    private UUID form() {
        return jdbc.sql("select id from questionnaire.form where invented order by id limit 1")
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    var made = questionnaires.make(Questionnaires.standard());
                    jdbc.sql("update questionnaire.form set invented = true where id = :id")
                            .param("id", made)
                            .update();
                    return made;
                });
    }

    /** It answers all pages and sends its answer. */
    public void answers(UUID edition, UUID organization, Says says) {
        var asked = asked(edition, organization);
        var form = board.edition(edition).questions();
        var before = records.of(organization, words).before(form);
        for (var page : form.pages()) {
            save(asked, form, page, before, says);
        }
        answers.finish(asked.id(), form, null);
    }

    /** It saves its first page and goes on another day. */
    public void begins(UUID edition, UUID organization, Says says) {
        var asked = asked(edition, organization);
        var form = board.edition(edition).questions();
        save(
                asked,
                form,
                form.pages().getFirst(),
                records.of(organization, words).before(form),
                says);
    }

    /** Somebody opened the link and said nothing yet. */
    public void looks(UUID edition, UUID organization) {
        answers.looked(asked(edition, organization).id());
    }

    private void save(Respondent asked, Blueprint form, Blueprint.Page page, Entries before, Says says) {
        var texts = new LinkedHashMap<>(before.texts());
        says.texts().forEach((field, text) -> {
            var at = field.split("--");
            texts.put(at.length == 1 ? Spot.of(field) : new Spot(at[0], at[1], at[2]), text);
        });
        more(form, says.places(), texts);
        var said = new Entries(texts);
        var shown = page.only(form.asked(said));
        var names = AnswerBook.names(shown);
        answers.save(asked.id(), page, new Turn.Sent(shown, shown, List.of(), said.of(names)), before, true, "");
    }

    /** The first of its services that counts places has more of them. */
    private static void more(Blueprint form, int places, Map<Spot, String> texts) {
        for (var each : List.copyOf(texts.entrySet())) {
            var table = form.question(each.getKey().question()).orElseThrow();
            boolean counts = table.kind() == Kind.TABLE
                    && table.column(each.getKey().column())
                            .flatMap(Means::of)
                            .filter(means -> means == Means.CAPACITY_MAXIMUM)
                            .isPresent();
            if (counts && each.getValue().matches("[0-9]{1,6}")) {
                texts.put(each.getKey(), String.valueOf(Integer.parseInt(each.getValue()) + places));
                return;
            }
        }
    }

    /** An edition of the past: what was answered then was seen then, and what was missing was told to nobody who counts. */
    public void close(UUID edition, LocalDate day) {
        var at = day.atTime(18, 0).atZone(clock.getZone()).toOffsetDateTime();
        jdbc.sql("update questionnaire.edition set state = 'closed', closed_at = :at where id = :id")
                .param("at", at)
                .param("id", edition)
                .update();
        jdbc.sql("""
                        update questionnaire.respondent set answered_at = :at, settled_at = :at
                        where edition = :id and answered_at is not null
                        """).param("at", at).param("id", edition).update();
        jdbc.sql("""
                        update questionnaire.answer set was = value
                        where respondent in (select id from questionnaire.respondent where edition = :id)
                        """).param("id", edition).update();
        jdbc.sql("""
                        update questionnaire.gap set state = 'nothing', decided_at = :at
                        where state = 'open'
                          and respondent in (select id from questionnaire.respondent where edition = :id)
                        """).param("at", at).param("id", edition).update();
    }

    /** Ends all that was played; needs that somebody wrote of it are reversed. */
    public void clear() {
        jdbc.sql("""
                        select g.id
                        from questionnaire.gap g
                        join questionnaire.respondent r on r.id = g.respondent
                        join questionnaire.edition e on e.id = r.edition
                        where e.invented and g.state = 'coded'
                        """).query(UUID.class).list().forEach(gaps::reopen);
        jdbc.sql("delete from questionnaire.edition where invented").update();
        jdbc.sql("""
                        delete from questionnaire.form f
                        where f.invented and not exists (select from questionnaire.edition e where e.form = f.id)
                        """).update();
    }

    private Respondent asked(UUID edition, UUID organization) {
        return board.respondents(edition, null, "", 1, Invited.MOST).stream()
                .filter(asked -> asked.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }
}
