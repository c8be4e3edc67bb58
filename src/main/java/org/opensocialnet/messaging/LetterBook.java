package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.mail.MailOffice;
import org.opensocialnet.messaging.Scribe.Draft;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of letters, for those who look after them: what waits, what left, what was given up and why. In the sight of
 * whoever asks.
 */
@Component
public class LetterBook {

    private final JdbcClient jdbc;
    private final Kinds kinds;
    private final Seal seal;
    private final Scribe scribe;
    private final MailOffice office;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    LetterBook(
            JdbcClient jdbc,
            Kinds kinds,
            Seal seal,
            Scribe scribe,
            MailOffice office,
            Trail trail,
            Bell bell,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.seal = seal;
        this.scribe = scribe;
        this.office = office;
        this.trail = trail;
        this.bell = bell;
        this.clock = clock;
    }

    /** How far a letter has come. */
    public enum State {
        WAITING,
        SENT,
        DEAD,
        WITHHELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String code) {
            return List.of(values()).stream()
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * A letter as the log knows it.
     *
     * @param address none once it was forgotten
     * @param open whether its words are still there
     */
    public record Line(
            UUID id,
            String kind,
            @Nullable String address,
            State state,
            @Nullable String reason,
            @Nullable String answer,
            int tries,
            OffsetDateTime leftAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime endedAt,
            boolean gathered,
            boolean open) {}

    /** One thing that happened to a letter. */
    public record Step(
            OffsetDateTime at, String what, @Nullable String answer) {}

    /**
     * A letter in words.
     *
     * @param body a passage of HTML from our own templates, without styles
     * @param secretsHidden whether what opens a door was left out
     */
    public record Shown(String subject, String body, Language language, boolean secretsHidden) {}

    /** Whether there is a mail server; without one letters stay here. */
    public boolean hasServer() {
        return office.settings().isSet();
    }

    public Collection<LetterKind> kinds() {
        return kinds.all();
    }

    @Transactional(readOnly = true)
    public Map<State, Integer> tally() {
        return jdbc
                .sql("""
                select case state when 'sending' then 'waiting' else state end as known, count(*) as letters
                from messaging.letter group by 1
                """)
                .query((row, _) -> Map.entry(State.of(row.getString("known")).orElseThrow(), row.getInt("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest first; at most so many, older than one known. */
    @Transactional(readOnly = true)
    public List<Line> lines(@Nullable State state, @Nullable String kind, @Nullable UUID before, int atMost) {
        return jdbc.sql("""
                select %s from messaging.letter
                where (:state::text is null or state = :state or :state = 'waiting' and state = 'sending')
                  and (:kind::text is null or kind = :kind)
                  and (:before::uuid is null or id < :before)
                order by id desc
                limit :most
                """.formatted(COLUMNS))
                .param("state", state == null ? null : state.code())
                .param("kind", kind)
                .param("most", atMost)
                .param("before", before)
                .query(Rows.of(Line.class))
                .list();
    }

    private static final String COLUMNS = """
            id, kind, address, upper(case state when 'sending' then 'waiting' else state end) as state, reason, answer,
            tries, left_at, due_at, ended_at, gathered, sealed is not null as open
            """;

    @Transactional(readOnly = true)
    public Optional<Line> line(UUID id) {
        return jdbc.sql("select %s from messaging.letter where id = ?".formatted(COLUMNS))
                .param(id)
                .query(Rows.of(Line.class))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Step> steps(UUID id) {
        return jdbc.sql("select at, what, answer from messaging.step where letter = ? order by place limit 200")
                .param(id)
                .query(Rows.of(Step.class))
                .list();
    }

    /** What it says, for the trail an act of reading. Ways in are shown only where no mail server carries them. */
    @Transactional
    public Optional<Shown> shown(UUID id) {
        return jdbc.sql("select kind, language, sealed from messaging.letter where id = ? and sealed is not null")
                .param(id)
                .query((row, _) -> shown(id, row.getString("kind"), row.getString("language"), row.getBytes("sealed")))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Shown> shown(UUID id, String code, String languageCode, byte[] sealed) {
        var kind = kinds.find(code);
        var values = seal.open(id, sealed);
        if (kind.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        trail.note(Act.on("messaging.letter.read", "letter", id));
        var language = Language.of(languageCode).orElse(Language.GREEK);
        var draft = new Draft(kind.get(), language, values.get(), null);
        var hidden = hasServer() && !kind.get().secrets().isEmpty();
        var written = hidden ? scribe.writeWithoutSecrets(draft) : scribe.write(draft);
        return Optional.of(new Shown(written.subject(), withoutStyles(written.body()), language, hidden));
    }

    /** What was filled in has no tags of its own, so every tag is one of ours. */
    private static String withoutStyles(String body) {
        return body.replaceAll("(<[a-z0-9]+[^<>]*?) style=\"[^\"]*\"", "$1")
                .replaceAll("<p(?=[ >])", "<p class=\"govuk-body\"")
                .replaceAll("<h2(?=[ >])", "<h3 class=\"govuk-heading-s\"")
                .replace("</h2>", "</h3>")
                .replaceAll("<ul(?=[ >])", "<ul class=\"govuk-list govuk-list--bullet\"")
                .replaceAll("<a(?=[ >])", "<a class=\"govuk-link\"");
    }

    /** Sends a letter again that was given up; false where that cannot be any more. */
    @Transactional
    public boolean again(UUID id) {
        var kind = line(id).flatMap(line -> kinds.find(line.kind()));
        if (kind.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        var again = jdbc.sql("""
                update messaging.letter
                set state = 'waiting', tries = 0, unsure = 0, reason = null, ended_at = null, due_at = :now,
                    good_until = :good_until
                where id = :id and state = 'dead' and sealed is not null
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("good_until", now.plus(kind.get().goodFor()).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (again == 0) {
            return false;
        }
        jdbc.sql("insert into messaging.step (id, letter, at, what) values (?, ?, ?, 'again')")
                .params(Uuid7.next(), id, now.atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("messaging.letter.sent-again", "letter", id));
        bell.ringAfterwards();
        return true;
    }
}
