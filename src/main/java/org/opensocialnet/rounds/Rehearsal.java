package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.rounds.Answers.Item;
import org.opensocialnet.rounds.Answers.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A round played for the demo city: organisations answer as they would, no letter leaves, the directory stays as it is. */
@Component
@Transactional
public class Rehearsal {

    private final Rounds rounds;
    private final Board board;
    private final Answers answers;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rehearsal(Rounds rounds, Board board, Answers answers, Drafts drafts, JdbcClient jdbc, Clock clock) {
        this.rounds = rounds;
        this.board = board;
        this.answers = answers;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a played round is in the middle of happening on a day. */
    @Transactional(readOnly = true)
    public boolean isOn(LocalDate day) {
        return jdbc.sql("select exists (select from rounds.round where invented and deadline > :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Begins a round as if its letters had gone. */
    public UUID begin(Wanted wanted) {
        var round = rounds.makeInvented(wanted);
        rounds.open(round);
        jdbc.sql("update rounds.asked set sent_at = :now where round = :round and email is not null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("round", round)
                .update();
        return round;
    }

    /** Ends all played rounds. */
    public void clear() {
        jdbc.sql("delete from rounds.round where invented").update();
    }

    /** Nobody knows where a letter would reach it. */
    public void isUnreachable(UUID round, UUID organization) {
        jdbc.sql("update rounds.asked set email = null, sent_at = null where id = :id")
                .param("id", asked(round, organization).id())
                .update();
    }

    /** Somebody opened the link and said nothing yet. */
    public void looks(UUID round, UUID organization) {
        answers.looked(asked(round, organization).id());
    }

    /** All is right. */
    public void saysNothingChanged(UUID round, UUID organization) {
        var asked = asked(round, organization).id();
        same(asked);
        answers.finish(asked, null, "");
    }

    /** Somebody says on the phone that all is right. */
    public void saysOnThePhone(UUID round, UUID organization, String by, String role) {
        var asked = asked(round, organization).id();
        same(asked);
        answers.finish(asked, new Told(by, role, LocalDate.now(clock)), "");
    }

    /** Some fields of its first service are otherwise, the rest is right. */
    public void corrects(UUID round, UUID organization, Map<String, String> fields, String note) {
        var asked = asked(round, organization);
        for (var item : answers.items(asked.id(), 1, Choosing.MOST_RECORDS)) {
            if (item.subject().kind() == Subject.Kind.SERVICE) {
                correct(asked, item, fields);
                break;
            }
        }
        same(asked.id());
        answers.finish(asked.id(), null, note);
    }

    private void correct(Asked asked, Item item, Map<String, String> fields) {
        var kept = answers.kept(asked, item).orElseThrow();
        var published = drafts.published(kept).root();
        var edits = new ArrayList<Edit>();
        fields.forEach((column, value) -> edits.add(
                Edit.of("service", item.record(), column, published == null ? null : published.value(column), value)));
        answers.correct(asked.id(), item.record(), edits);
    }

    /** What nobody said otherwise; the directory's own dates stay those of the city. */
    private void same(UUID asked) {
        jdbc.sql("update rounds.record set answer = 'same', answered_at = :now where asked = :asked and answer is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("asked", asked)
                .update();
    }

    private Asked asked(UUID round, UUID organization) {
        return board.asked(round, null, "", 1, Integer.MAX_VALUE).stream()
                .filter(asked -> asked.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }
}
