package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.drafts.Publication.Outcome;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.questionnaire.Proposals.OfRecord;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts and refuses what an answer says otherwise, field by field; nothing comes into the directory by itself. */
@Component
@Transactional
class Verdicts {

    private final Proposals proposals;
    private final EditionBoard board;
    private final Keeping keeping;
    private final Drafts drafts;
    private final Publication publication;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Verdicts(
            Proposals proposals,
            EditionBoard board,
            Keeping keeping,
            Drafts drafts,
            Publication publication,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.proposals = proposals;
        this.board = board;
        this.keeping = keeping;
        this.drafts = drafts;
        this.publication = publication;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of a decision; the directory may have become another while somebody thought. */
    record Result(
            @Nullable UUID set,
            @Nullable Outcome refused,
            boolean outdated,
            @Nullable Subject subject) {}

    /** Accepts or refuses some of what waits for one record. */
    public Result decide(
            SignedIn me, UUID id, UUID record, Collection<String> keys, boolean accept, String seen, Words t) {
        lock(id);
        var respondent = board.respondent(id);
        if (!respondent.isAnswered()) {
            throw Refusal.conflict("questionnaire.asked.unanswered");
        }
        Blueprint form = board.edition(respondent.edition()).questions();
        var of = proposals.of(respondent, form, t).stream()
                .filter(each -> each.record().equals(record))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("questionnaire.verdict.nothing"));
        if (!of.seen().equals(seen)) {
            return new Result(null, null, true, null);
        }
        var chosen = of.waiting().stream()
                .filter(proposal -> keys.contains(proposal.key()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.conflict("questionnaire.verdict.nothing");
        }
        var outcome = accept ? publish(me, respondent, of, chosen, t) : new Outcome(null, List.of());
        if (!outcome.done()) {
            return new Result(null, outcome, false, null);
        }
        for (var proposal : chosen) {
            jdbc.sql("""
                            insert into questionnaire.verdict (respondent, difference, accepted, decided_at)
                            values (:respondent, :difference, :accepted, :now)
                            on conflict (respondent, difference) do nothing
                            """)
                    .param("respondent", id)
                    .param("difference", proposal.key())
                    .param("accepted", accept)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        trail.note(Act.on(accept ? "questionnaire.answer.accepted" : "questionnaire.answer.refused", "respondent", id)
                .of(respondent.organization()));
        return new Result(outcome.set(), null, false, of.sheet().subject());
    }

    /** The last decision about a service also says since when it is right. */
    private Outcome publish(SignedIn me, Respondent respondent, OfRecord of, List<Proposals.Proposal> chosen, Words t) {
        boolean comes = of.sheet().root() == null;
        var kept = comes
                ? new Kept(of.sheet().subject(), respondent.organization())
                : keeping.find(respondent.organization(), of.sheet().subject())
                        .orElseThrow(() -> Refusal.conflict("questionnaire.verdict.lost"));
        var edits = new ArrayList<Edit>();
        chosen.forEach(proposal -> edits.addAll(proposal.edits()));
        if (!comes && chosen.size() == of.waiting().size() && kept.subject().kind() == Subject.Kind.SERVICE) {
            edits.addAll(Publication.confirming(drafts.published(kept), day(respondent)));
        }
        var reason = t.of(
                "phone".equals(respondent.how()) ? "questionnaire.reason.phone" : "questionnaire.reason.link",
                respondent.editionName());
        return publication.publish(me, kept, edits, comes ? What.CREATED : What.CHANGED, reason);
    }

    /** When it was said: on the phone perhaps days before it was written down. */
    private LocalDate day(Respondent respondent) {
        var on = respondent.toldOn();
        return on != null
                ? on
                : Objects.requireNonNull(respondent.answeredAt())
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDate();
    }

    /** The answer was read and heeded, and nothing else waits. */
    public void settle(UUID id, Words t) {
        lock(id);
        var respondent = board.respondent(id);
        if (!respondent.isAnswered()) {
            throw Refusal.conflict("questionnaire.asked.unanswered");
        }
        var form = board.edition(respondent.edition()).questions();
        boolean waits = proposals.of(respondent, form, t).stream()
                .anyMatch(of -> !of.waiting().isEmpty());
        if (waits || respondent.gaps() > 0) {
            throw Refusal.conflict("questionnaire.asked.open");
        }
        jdbc.sql("update questionnaire.respondent set settled_at = :now where id = :id and settled_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        trail.note(Act.on("questionnaire.answer.settled", "respondent", id).of(respondent.organization()));
    }

    private void lock(UUID id) {
        jdbc.sql("select id from questionnaire.respondent where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }
}
