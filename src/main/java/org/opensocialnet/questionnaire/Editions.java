package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.forms.Soundness;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.questionnaire.EditionLetters.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes editions, sends them, reminds, and ends them. Each act leaves its line in the trail. */
@Component
@Transactional
class Editions {

    private final Questionnaires questionnaires;
    private final Invited invited;
    private final EditionBoard board;
    private final EditionLetters letters;
    private final AnswerLinks links;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Editions(
            Questionnaires questionnaires,
            Invited invited,
            EditionBoard board,
            EditionLetters letters,
            AnswerLinks links,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.invited = invited;
        this.board = board;
        this.letters = letters;
        this.links = links;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is asked, until when, and whom.
     *
     * @param organizationKind as the directory says it ("municipal"); empty for all
     * @param text part of the organisations' names; empty for all
     * @param only these organisations; empty for all
     */
    record Wanted(
            UUID form,
            String name,
            String message,
            LocalDate deadline,
            List<Integer> remind,
            String organizationKind,
            String text,
            Set<UUID> only) {}

    /** Chooses who would be asked, with the questions as they stand now; nothing is sent. */
    UUID make(Wanted wanted) {
        var form = questionnaires.one(wanted.form());
        if (!Soundness.faults(form.questions()).isEmpty()) {
            throw Refusal.wrong("questionnaire.edition.unsound", "name");
        }
        var chosen = invited.choose(wanted.organizationKind(), wanted.text(), wanted.only());
        if (chosen.isEmpty()) {
            throw Refusal.wrong("questionnaire.edition.nobody", "q");
        }
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into questionnaire.edition (
                            id, form, name, message, deadline, remind, state, blueprint, version, made_at)
                        values (:id, :form, :name, :message, :deadline, cast(:remind as integer[]), 'draft', :blueprint,
                                :version, :now)
                        """)
                .param("id", id)
                .param("form", wanted.form())
                .param("name", wanted.name())
                .param("message", wanted.message())
                .param("deadline", wanted.deadline())
                .param(
                        "remind",
                        wanted.remind().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("blueprint", form.blueprint())
                .param("version", form.version())
                .param("now", now())
                .update();
        for (var each : chosen) {
            jdbc.sql("""
                            insert into questionnaire.respondent (id, edition, organization, name, email)
                            values (:id, :edition, :organization, :name, :email)
                            """)
                    .param("id", Uuid7.next())
                    .param("edition", id)
                    .param("organization", each.organization())
                    .param("name", each.name())
                    .param("email", each.email(), java.sql.Types.VARCHAR)
                    .update();
        }
        trail.note(Act.on("questionnaire.edition.made", "edition", id));
        return id;
    }

    /** Takes an organisation out of an edition that was not sent yet. */
    void leaveOut(UUID id) {
        var asked = board.respondent(id);
        var edition = asked.edition();
        turn(edition);
        must(edition, Edition.State.DRAFT, "questionnaire.edition.sent-already");
        jdbc.sql("delete from questionnaire.respondent where id = :id")
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.edition.left-out", "edition", edition).of(asked.organization()));
    }

    /** Throws an edition away that was not sent. */
    void discard(UUID id) {
        turn(id);
        must(id, Edition.State.DRAFT, "questionnaire.edition.sent-already");
        jdbc.sql("delete from questionnaire.edition where id = :id")
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.edition.discarded", "edition", id));
    }

    /** Sends the letters; of two who press the button at once, one does. */
    void send(UUID id) {
        turn(id);
        must(id, Edition.State.DRAFT, "questionnaire.edition.sent-already");
        jdbc.sql("update questionnaire.edition set state = 'open', opened_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        var message = board.edition(id).message();
        for (var each : all(id)) {
            if (each.email() != null) {
                letters.leave(each, message, Why.FIRST, null);
            }
        }
        trail.note(Act.on("questionnaire.edition.sent", "edition", id));
    }

    /** Sends one organisation its letter, first or again. */
    void sendAgain(UUID id) {
        var each = unanswered(id);
        letters.leave(
                each, board.edition(each.edition()).message(), each.sentAt() == null ? Why.FIRST : Why.AGAIN, null);
        trail.note(Act.on("questionnaire.link.sent", "respondent", id).of(each.organization()));
    }

    /** A way in for a member of the organisation itself, who needs no letter. */
    String wayIn(UUID id) {
        var each = unanswered(id);
        trail.note(Act.on("questionnaire.link.opened", "respondent", id).of(each.organization()));
        return links.make(each);
    }

    /** Reminds all who have an address and have not answered; says how many that were. */
    int remind(UUID id) {
        turn(id);
        var edition = board.edition(id);
        if (!edition.isOpen()) {
            throw Refusal.conflict("questionnaire.edition.not-open");
        }
        int reminded = 0;
        for (var each : all(id)) {
            if (each.takesAnswers() && each.email() != null && each.withdrawnAt() == null) {
                letters.leave(each, edition.message(), each.sentAt() == null ? Why.FIRST : Why.REMINDER, null);
                reminded++;
            }
        }
        trail.note(Act.on("questionnaire.edition.reminded", "edition", id));
        return reminded;
    }

    private List<Respondent> all(UUID edition) {
        return board.respondents(edition, null, "", 1, Invited.MOST);
    }

    /** Where letters reach an organisation in this edition; the directory stays as it is. */
    void address(UUID id, String email) {
        var each = board.respondent(id);
        if (!email.isEmpty() && !Letter.isAddress(email)) {
            throw Refusal.wrong("questionnaire.asked.no-address", "email");
        }
        jdbc.sql("""
                        update questionnaire.respondent
                        set email = :email, undelivered_at = null, withheld_at = null
                        where id = :id
                        """)
                .param("email", email.isEmpty() ? null : email, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.asked.addressed", "respondent", id).of(each.organization()));
    }

    /** The links an organisation was sent open nothing from now on. */
    void withdraw(UUID id) {
        var each = unanswered(id);
        links.end(id);
        jdbc.sql("update questionnaire.respondent set withdrawn_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.link.withdrawn", "respondent", id).of(each.organization()));
    }

    /** Nobody can answer any more; what was answered can still be decided. */
    void close(UUID id) {
        turn(id);
        must(id, Edition.State.OPEN, "questionnaire.edition.not-open");
        jdbc.sql("update questionnaire.edition set state = 'closed', closed_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.edition.closed", "edition", id));
    }

    private Respondent unanswered(UUID id) {
        turn(id);
        var each = board.respondent(id);
        if (!each.takesAnswers()) {
            throw Refusal.conflict(
                    each.isAnswered() ? "questionnaire.asked.answered" : "questionnaire.edition.not-open");
        }
        return each;
    }

    private void must(UUID id, Edition.State state, String otherwise) {
        if (board.edition(id).state() != state) {
            throw Refusal.conflict(otherwise);
        }
    }

    /** One after another for each edition or organisation. */
    private void turn(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 52))::text")
                .param("id", id.toString().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
