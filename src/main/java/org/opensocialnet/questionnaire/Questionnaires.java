package org.opensocialnet.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questionnaires that are built at the desk. Two who change one at once do not lose each other's questions. */
@Component
@Transactional
class Questionnaires {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Questionnaires(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** One questionnaire as it stands; its version grows with each change. */
    record Questionnaire(UUID id, String blueprint, int version, OffsetDateTime changedAt, int editions) {

        Blueprint questions() {
            return Blueprint.of(blueprint);
        }
    }

    private static final String SELECT = """
            select f.id, f.blueprint, f.version, f.changed_at,
                   (select count(*)::int from questionnaire.edition e where e.form = f.id) as editions
            from questionnaire.form f
            """;

    @Transactional(readOnly = true)
    public List<Questionnaire> all(int page, int size) {
        return jdbc.sql(SELECT + "order by f.made_at desc, f.id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Questionnaire.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Questionnaire one(UUID id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query(Rows.of(Questionnaire.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("questionnaire.unknown"));
    }

    /** The questions that mapped the city's services: what is offered, to whom, how much of it, what is missing. */
    static Blueprint standard() {
        try (var in = Questionnaires.class.getResourceAsStream("/questionnaire/standard.json")) {
            if (in == null) {
                throw new IllegalStateException("standard.json is missing");
            }
            return Blueprint.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID make(Blueprint questions) {
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into questionnaire.form (id, title, blueprint, made_at, changed_at)
                        values (:id, :title, :blueprint, :now, :now)
                        """)
                .param("id", id)
                .param("title", title(questions))
                .param("blueprint", questions.json())
                .param("now", now())
                .update();
        trail.note(Act.on("questionnaire.form.made", "questionnaire", id));
        return id;
    }

    /** Keeps a change, unless somebody else has kept one since that version was looked at. */
    public void change(UUID id, int version, Blueprint questions) {
        int kept = jdbc.sql("""
                        update questionnaire.form
                        set title = :title, blueprint = :blueprint, version = version + 1, changed_at = :now
                        where id = :id and version = :version
                        """)
                .param("title", title(questions))
                .param("blueprint", questions.json())
                .param("now", now())
                .param("id", id)
                .param("version", version)
                .update();
        if (kept == 0) {
            one(id);
            throw Refusal.conflict("questionnaire.changed-meanwhile");
        }
        trail.note(Act.on("questionnaire.form.changed", "questionnaire", id));
    }

    /** Throws one away that nobody was ever asked with. */
    public void remove(UUID id) {
        if (one(id).editions() > 0) {
            throw Refusal.conflict("questionnaire.has-editions");
        }
        jdbc.sql("delete from questionnaire.form where id = :id")
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.form.removed", "questionnaire", id));
    }

    private static String title(Blueprint questions) {
        var title = questions.title();
        return title.greek().isEmpty() ? title.english() : title.greek();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
