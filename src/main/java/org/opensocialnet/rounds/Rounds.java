package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.rounds.RoundLetters.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes rounds, sends them, reminds, and ends them. Each act leaves its line in the trail. */
@Component
@Transactional
class Rounds {

    private final Choosing choosing;
    private final Board board;
    private final RoundLetters letters;
    private final RoundLinks links;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(
            Choosing choosing,
            Board board,
            RoundLetters letters,
            RoundLinks links,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.choosing = choosing;
        this.board = board;
        this.letters = letters;
        this.links = links;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Chooses who would be asked about what; nothing is sent. */
    UUID make(Wanted wanted) {
        return make(wanted, false);
    }

    /** A round of the demo city, which goes with it. */
    UUID makeInvented(Wanted wanted) {
        return make(wanted, true);
    }

    private UUID make(Wanted wanted, boolean invented) {
        var chosen = choosing.choose(wanted);
        if (chosen.isEmpty()) {
            throw Refusal.wrong("rounds.new.nobody", "kinds");
        }
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into rounds.round (id, name, message, deadline, remind, state, invented, made_at)
                        values (:id, :name, :message, :deadline, cast(:remind as integer[]), 'draft', :invented, :now)
                        """)
                .param("id", id)
                .param("name", wanted.name())
                .param("message", wanted.message())
                .param("deadline", wanted.deadline())
                .param(
                        "remind",
                        wanted.remind().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("invented", invented)
                .param("now", now())
                .update();
        chosen.forEach(each -> ask(id, each));
        trail.note(Act.on("rounds.round.made", "round", id));
        return id;
    }

    private void ask(UUID round, Choosing.Chosen chosen) {
        var asked = Uuid7.next();
        jdbc.sql("""
                        insert into rounds.asked (id, round, organization, name, email)
                        values (:id, :round, :organization, :name, :email)
                        """)
                .param("id", asked)
                .param("round", round)
                .param("organization", chosen.organization())
                .param("name", chosen.name())
                .param("email", chosen.email(), java.sql.Types.VARCHAR)
                .update();
        jdbc.sql("""
                        insert into rounds.record (asked, record, kind, position)
                        select :asked, e.record, e.kind, e.position
                        from unnest(cast(:records as uuid[]), cast(:kinds as text[])) with ordinality
                             as e (record, kind, position)
                        """)
                .param("asked", asked)
                .param(
                        "records",
                        chosen.records().stream()
                                .map(subject -> subject.id().toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .param(
                        "kinds",
                        chosen.records().stream()
                                .map(subject -> subject.kind().table())
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    /** Takes an organisation out of a round that was not sent yet. */
    void leaveOut(UUID id) {
        var asked = board.asked(id);
        if (asked.roundState() != Round.State.DRAFT) {
            throw Refusal.conflict("rounds.round.sent-already");
        }
        jdbc.sql("delete from rounds.asked where id = :id").param("id", id).update();
    }

    /** Throws a round away that was not sent. */
    void discard(UUID id) {
        must(id, Round.State.DRAFT, "rounds.round.sent-already");
        jdbc.sql("delete from rounds.round where id = :id").param("id", id).update();
        trail.note(Act.on("rounds.round.discarded", "round", id));
    }

    /** Sends the letters; of two who press the button at once, one does. */
    void send(UUID id) {
        open(id);
        var round = board.round(id);
        for (var asked : all(id)) {
            if (asked.email() != null) {
                letters.leave(asked, round.message(), Why.FIRST, null);
            }
        }
    }

    /** Begins a round; who is sent a letter is for the caller. */
    void open(UUID id) {
        turn(id);
        must(id, Round.State.DRAFT, "rounds.round.sent-already");
        jdbc.sql("update rounds.round set state = 'open', opened_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("rounds.round.sent", "round", id));
    }

    /** Sends one organisation its letter, first or again. */
    void sendAgain(UUID id) {
        var asked = unanswered(id);
        letters.leave(
                asked, board.round(asked.round()).message(), asked.sentAt() == null ? Why.FIRST : Why.AGAIN, null);
        trail.note(Act.on("rounds.link.sent", "asked", id).of(asked.organization()));
    }

    /** A way in for a member of the organisation itself, who needs no letter. */
    String wayIn(UUID id) {
        var asked = unanswered(id);
        trail.note(Act.on("rounds.link.opened", "asked", id).of(asked.organization()));
        return links.make(asked);
    }

    /** Reminds all who have an address and have not answered; says how many that were. */
    int remind(UUID id) {
        turn(id);
        var round = board.round(id);
        if (!round.isOpen()) {
            throw Refusal.conflict("rounds.round.not-open");
        }
        int reminded = 0;
        for (var asked : all(id)) {
            if (asked.takesAnswers() && asked.email() != null && asked.withdrawnAt() == null) {
                letters.leave(asked, round.message(), asked.sentAt() == null ? Why.FIRST : Why.REMINDER, null);
                reminded++;
            }
        }
        trail.note(Act.on("rounds.round.reminded", "round", id));
        return reminded;
    }

    private List<Asked> all(UUID round) {
        return board.asked(round, null, "", 1, Integer.MAX_VALUE);
    }

    /** Where letters reach an organisation in this round; the directory stays as it is. */
    void address(UUID id, String email) {
        var asked = board.asked(id);
        if (!email.isEmpty() && !Letter.isAddress(email)) {
            throw Refusal.wrong("rounds.asked.no-address", "email");
        }
        jdbc.sql("update rounds.asked set email = :email, undelivered_at = null, withheld_at = null where id = :id")
                .param("email", email.isEmpty() ? null : email, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
        trail.note(Act.on("rounds.asked.addressed", "asked", id).of(asked.organization()));
    }

    /** The links an organisation was sent open nothing from now on. */
    void withdraw(UUID id) {
        var asked = unanswered(id);
        links.end(id);
        jdbc.sql("update rounds.asked set withdrawn_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("rounds.link.withdrawn", "asked", id).of(asked.organization()));
    }

    /** Nobody can answer any more; what was answered can still be decided. */
    void close(UUID id) {
        turn(id);
        must(id, Round.State.OPEN, "rounds.round.not-open");
        jdbc.sql("update rounds.round set state = 'closed', closed_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        trail.note(Act.on("rounds.round.closed", "round", id));
    }

    private Asked unanswered(UUID id) {
        turn(id);
        var asked = board.asked(id);
        if (!asked.takesAnswers()) {
            throw Refusal.conflict(asked.isAnswered() ? "rounds.asked.answered" : "rounds.round.not-open");
        }
        return asked;
    }

    private void must(UUID id, Round.State state, String otherwise) {
        if (board.round(id).state() != state) {
            throw Refusal.conflict(otherwise);
        }
    }

    /** One after another for each round or organisation. */
    private void turn(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 50))::text")
                .param("id", id.toString().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
