package org.opensocialnet.rounds;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organisation says of its records in a round, kept as it is said. "Still right" holds at once; what is otherwise
 * waits until the desk has looked.
 */
@Component
@Transactional
class Answers {

    private final Board board;
    private final Corrections corrections;
    private final Keeping keeping;
    private final Publication publication;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(
            Board board,
            Corrections corrections,
            Keeping keeping,
            Publication publication,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.board = board;
        this.corrections = corrections;
        this.keeping = keeping;
        this.publication = publication;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who told it on the phone, as what, and when. */
    record Told(String by, String role, LocalDate on) {}

    /** One record of the round; answer is "same", "other", or none yet. */
    record Item(UUID record, String kind, @Nullable String answer, int changes, int open) {

        Subject subject() {
            return Subject.of(kind, record);
        }

        boolean isSame() {
            return "same".equals(answer);
        }

        boolean isOther() {
            return "other".equals(answer);
        }
    }

    /** Some of the records asked about, in their order. */
    @Transactional(readOnly = true)
    public List<Item> items(UUID asked, int page, int size) {
        return jdbc.sql(ITEM + "where e.asked = :asked order by e.position limit :size offset :offset")
                .param("asked", asked)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(Rows.of(Item.class))
                .list();
    }

    private static final String ITEM = """
            select e.record, e.kind, e.answer,
                   (select count(*)::int from rounds.change c where c.asked = e.asked and c.record = e.record) as changes,
                   (select count(*)::int from rounds.change c
                    where c.asked = e.asked and c.record = e.record and c.decision is null) as open
            from rounds.record e
            """;

    /** A record it was asked about; others are not there, also those of other organisations. */
    @Transactional(readOnly = true)
    public Item item(UUID asked, UUID record) {
        return jdbc.sql(ITEM + "where e.asked = :asked and e.record = :record")
                .param("asked", asked)
                .param("record", record)
                .query(Rows.of(Item.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("rounds.record.unknown"));
    }

    /** The same as something that may be changed; none where it went to another organisation since. */
    @Transactional(readOnly = true)
    public Optional<Kept> kept(Asked asked, Item item) {
        return keeping.find(asked.organization(), item.subject());
    }

    /** That somebody, or a mail program, looked at the link. */
    public void looked(UUID asked) {
        jdbc.sql("update rounds.asked set opened_at = :now where id = :id and opened_at is null")
                .param("now", now())
                .param("id", asked)
                .update();
    }

    /** Keeps some corrections of one record; one that brings a field back to what it was takes its correction away. */
    public void correct(UUID asked, UUID record, List<Edit> edits) {
        open(asked);
        if (!edits.isEmpty()) {
            say(asked, record, corrections.keep(asked, record, edits) == 0 ? null : "other");
        }
    }

    /** Forgets what was said of one record. */
    public void forget(UUID asked, UUID record) {
        open(asked);
        item(asked, record);
        corrections.forget(asked, record);
        say(asked, record, null);
    }

    /** One record is right as it stands. */
    public void same(Voice voice, UUID id, UUID record) {
        same(voice, open(id), List.of(item(id, record)));
    }

    /** All that nothing was said of yet is right as it stands. */
    public void allSame(Voice voice, UUID id) {
        var asked = open(id);
        same(
                voice,
                asked,
                items(id, 1, Choosing.MOST_RECORDS).stream()
                        .filter(item -> item.answer() == null)
                        .toList());
    }

    private void same(Voice voice, Asked asked, List<Item> items) {
        var services = new ArrayList<Kept>();
        for (var item : items) {
            if (item.changes() > 0) {
                throw Refusal.conflict("rounds.record.corrected");
            }
            say(asked.id(), item.record(), "same");
            if (item.subject().kind() == Subject.Kind.SERVICE) {
                kept(asked, item).ifPresent(services::add);
            }
        }
        publication.confirm(voice.me(), services, today(), voice.reason());
    }

    private void say(UUID asked, UUID record, @Nullable String answer) {
        jdbc.sql("""
                        update rounds.record
                        set answer = :answer, answered_at = case when :answer is null then null else :now end
                        where asked = :asked and record = :record
                        """)
                .param("answer", answer, Types.VARCHAR)
                .param("now", now())
                .param("asked", asked)
                .param("record", record)
                .update();
    }

    /** The answer is given, once; of two who send it, one does. */
    public void finish(UUID id, @Nullable Told told, String note) {
        var asked = open(id);
        if (asked.told() == 0 && note.isBlank()) {
            throw Refusal.conflict("rounds.answer.empty");
        }
        boolean nothingToDecide = asked.open() == 0 && note.isBlank();
        jdbc.sql("""
                        update rounds.asked
                        set answered_at = :now, how = :how, told_by = :by, told_role = :role, told_on = :on, note = :note,
                            settled_at = case when :settled then cast(:now as timestamptz) end
                        where id = :id
                        """)
                .param("now", now())
                .param("how", told == null ? "link" : "phone")
                .param("by", told == null ? null : told.by(), Types.VARCHAR)
                .param("role", told == null ? null : told.role(), Types.VARCHAR)
                .param("on", told == null ? null : told.on(), Types.DATE)
                .param("note", note)
                .param("settled", nothingToDecide)
                .param("id", id)
                .update();
        trail.note(Act.on("rounds.answer.given", "asked", id)
                .of(asked.organization())
                .because(told == null ? "answer.by-link" : "answer.by-phone"));
    }

    /** The organisation's turn to speak; one after another, so that nothing is said after the end. */
    private Asked open(UUID id) {
        jdbc.sql("select id from rounds.asked where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var asked = board.asked(id);
        if (!asked.takesAnswers()) {
            throw Refusal.conflict(asked.isAnswered() ? "rounds.asked.answered" : "rounds.round.not-open");
        }
        return asked;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
