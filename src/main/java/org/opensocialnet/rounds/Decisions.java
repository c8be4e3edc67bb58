package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.drafts.Publication.Outcome;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.rounds.Answers.Item;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts and refuses what organisations said is otherwise, field by field; nothing is applied by itself. */
@Component
@Transactional
class Decisions {

    private final Answers answers;
    private final Board board;
    private final Drafts drafts;
    private final Publication publication;
    private final FieldWords words;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(
            Answers answers,
            Board board,
            Drafts drafts,
            Publication publication,
            FieldWords words,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.answers = answers;
        this.board = board;
        this.drafts = drafts;
        this.publication = publication;
        this.words = words;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A change as it was told, with what the desk decided. */
    private record Told(
            String tableName,
            UUID rowId,
            String columnName,
            @Nullable String was,
            @Nullable String value,
            @Nullable String decision) {

        Edit edit() {
            return Edit.of(tableName, rowId, columnName, was, value);
        }
    }

    /** One record with what is said to be otherwise; seen is a mark of what the directory said when this was shown. */
    record Answered(Item item, @Nullable Kept kept, String name, List<Proposal> proposals, String seen) {

        List<Proposal> waiting() {
            return proposals.stream().filter(Proposal::waits).toList();
        }

        List<Proposal> decided() {
            return proposals.stream().filter(proposal -> !proposal.waits()).toList();
        }
    }

    /** What came of a decision; the directory may have become another while somebody thought. */
    record Result(@Nullable UUID set, @Nullable Outcome refused, boolean outdated) {}

    @Transactional(readOnly = true)
    public Answered answered(Asked asked, Item item, Parts parts, Words t) {
        var kept = answers.kept(asked, item);
        if (kept.isEmpty()) {
            return new Answered(item, null, t.of("rounds.record.lost"), List.of(), "");
        }
        var published = drafts.published(kept.get());
        var proposals = proposals(asked.id(), item.record(), published, t);
        return new Answered(item, kept.get(), parts.name(published, t), proposals, mark(proposals));
    }

    private List<Proposal> proposals(UUID asked, UUID record, Sheet published, Words t) {
        var root = published.subject().kind().table();
        var grouped = new LinkedHashMap<String, List<Told>>();
        for (var told : told(asked, record)) {
            grouped.computeIfAbsent(Proposal.key(told.edit(), root), _ -> new ArrayList<>())
                    .add(told);
        }
        var proposals = new ArrayList<Proposal>();
        grouped.forEach((key, of) -> {
            var edits = of.stream().map(Told::edit).toList();
            var decision = of.getFirst().decision();
            proposals.add(new Proposal(key, difference(published, edits, decision != null, t), edits, decision));
        });
        return proposals;
    }

    private List<Told> told(UUID asked, UUID record) {
        return jdbc.sql("""
                        select table_name, row_id, column_name, was, value, decision
                        from rounds.change
                        where asked = :asked and record = :record
                        order by column_name <> '+', table_name, row_id, column_name
                        """)
                .param("asked", asked)
                .param("record", record)
                .query(Rows.of(Told.class))
                .list();
    }

    /** What is there now beside what is said; once decided, beside what was there when it was said. */
    private Difference difference(Sheet published, List<Edit> edits, boolean decided, Words t) {
        var now = decided ? List.<Difference>of() : words.between(t, published, published.with(edits), edits);
        if (!now.isEmpty()) {
            return now.getFirst();
        }
        var edit = edits.getLast();
        var label = edit.table().equals(published.subject().kind().table())
                ? words.label(t, edit.table(), edit.column())
                : words.label(t, edit.table(), edit.table());
        var said = edits.stream()
                .filter(each ->
                        !each.column().equals(Edit.NEW) && !each.column().endsWith("_id"))
                .toList();
        return new Difference(label, passage(t, said, Edit::was), passage(t, said, Edit::value));
    }

    private Passage passage(Words t, List<Edit> edits, java.util.function.Function<Edit, @Nullable String> side) {
        var text = edits.stream()
                .map(edit -> words.value(t, edit.table(), edit.column().replaceFirst("@.*", ""), side.apply(edit)))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(" · "));
        return new Passage(text, null);
    }

    private static String mark(List<Proposal> proposals) {
        var text = proposals.stream()
                .filter(Proposal::waits)
                .map(proposal ->
                        proposal.key() + "=" + proposal.difference().old().text() + ">"
                                + proposal.difference().now().text())
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** Accepts or refuses some of what waits; the last decision about a service also says since when it is right. */
    public Result decide(
            SignedIn me,
            UUID id,
            UUID record,
            Collection<String> keys,
            boolean accept,
            String seen,
            Parts parts,
            Words t) {
        lock(id);
        var asked = board.asked(id);
        if (!asked.isAnswered()) {
            throw Refusal.conflict("rounds.asked.unanswered");
        }
        var answered = answered(asked, answers.item(id, record), parts, t);
        var kept = answered.kept();
        if (kept == null) {
            throw Refusal.conflict("rounds.record.lost");
        }
        if (!answered.seen().equals(seen)) {
            return new Result(null, null, true);
        }
        var chosen = answered.waiting().stream()
                .filter(proposal -> keys.contains(proposal.key()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.conflict("rounds.decision.nothing");
        }
        var edits = new ArrayList<Edit>();
        if (accept) {
            chosen.forEach(proposal -> edits.addAll(proposal.edits()));
        }
        boolean last = chosen.size() == answered.waiting().size();
        if (last && kept.subject().kind() == Subject.Kind.SERVICE) {
            edits.addAll(Publication.confirming(drafts.published(kept), day(asked)));
        }
        var outcome = edits.isEmpty()
                ? new Outcome(null, List.of())
                : publication.publish(me, kept, edits, accept ? What.CHANGED : What.CONFIRMED, reason(asked, t));
        if (!outcome.done()) {
            return new Result(null, outcome, false);
        }
        chosen.forEach(proposal -> note(asked.id(), record, proposal, accept));
        trail.note(Act.on(accept ? "rounds.answer.accepted" : "rounds.answer.refused", "asked", id)
                .of(asked.organization()));
        settleIfDone(id);
        return new Result(outcome.set(), null, false);
    }

    /** When it was said: on the phone perhaps days before it was written down. */
    private LocalDate day(Asked asked) {
        var on = asked.toldOn();
        return on != null
                ? on
                : Objects.requireNonNull(asked.answeredAt())
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDate();
    }

    private static String reason(Asked asked, Words t) {
        return "phone".equals(asked.how())
                ? t.of("rounds.reason.phone", asked.roundName())
                : t.of("rounds.reason.link", asked.roundName());
    }

    private void note(UUID asked, UUID record, Proposal proposal, boolean accept) {
        for (var edit : proposal.edits()) {
            jdbc.sql("""
                            update rounds.change set decision = :decision, decided_at = :now
                            where asked = :asked and record = :record and table_name = :table and row_id = :row
                              and column_name = :column
                            """)
                    .param("decision", accept ? "accepted" : "refused")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("asked", asked)
                    .param("record", record)
                    .param("table", edit.table())
                    .param("row", edit.row())
                    .param("column", edit.column())
                    .update();
        }
    }

    private void settleIfDone(UUID id) {
        var asked = board.asked(id);
        if (asked.open() == 0 && asked.note().isEmpty()) {
            settled(id);
        }
    }

    /** The words of the answer were read and heeded, and nothing else waits. */
    public void settle(UUID id) {
        lock(id);
        var asked = board.asked(id);
        if (!asked.isAnswered() || asked.open() > 0) {
            throw Refusal.conflict("rounds.asked.open");
        }
        settled(id);
        trail.note(Act.on("rounds.answer.settled", "asked", id).of(asked.organization()));
    }

    private void settled(UUID id) {
        jdbc.sql("update rounds.asked set settled_at = :now where id = :id and settled_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void lock(UUID id) {
        jdbc.sql("select id from rounds.asked where id = :id for update")
                .params(Map.of("id", id))
                .query(UUID.class)
                .optional();
    }
}
