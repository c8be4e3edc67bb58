package org.opensocialnet.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.ledger.FollowUp;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.OwnEntries;
import org.opensocialnet.ledger.Source;
import org.opensocialnet.people.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Whoever asks for help tells of a need: each line is one in the ledger. An organisation's is written when it sends the
 * request, with its own eyes, and stays open where the team refuses; a stranger's when the team accepts it, and is nobody's.
 * What answers a cell of coverage adds none: its needs are written there already.
 */
@Component
class RequestNeeds {

    static final String KIND = "support.line";

    private final Ledger ledger;
    private final OwnEntries entries;
    private final RequestLines lines;
    private final Clock clock;

    RequestNeeds(Ledger ledger, OwnEntries entries, RequestLines lines, Clock clock) {
        this.ledger = ledger;
        this.entries = entries;
        this.lines = lines;
        this.clock = clock;
    }

    RequestNeeds at(Clock then) {
        return new RequestNeeds(ledger, entries, lines, then);
    }

    void follow(Request before, Step step) {
        var all = lines.of(before.id());
        switch (before.asker()) {
            case Asker.OfOrganization(var organization) -> own(all, step, organization, null);
            case Asker.ForPerson(var organization, var person) -> own(all, step, organization, person);
            case Asker.OfPublic _ -> strangers(all, step);
            case Asker.OfTeam(var receiver) -> {
                if (receiver == null && before.from() == null) {
                    strangers(all, step);
                }
            }
        }
    }

    private void own(List<Line> all, Step step, UUID organization, @Nullable PersonId person) {
        switch (step) {
            case Step.Submit _ -> all.forEach(line -> write(line, organization, person));
            case Step.Withdraw _ -> all.forEach(this::withdraw);
            default -> {}
        }
    }

    private void strangers(List<Line> all, Step step) {
        switch (step) {
            case Step.Accept _ -> all.forEach(line -> write(line, null, null));
            case Step.Withdraw _ -> all.forEach(this::withdraw);
            default -> {}
        }
    }

    /** What was sent before and answered with a question is taken back: the new figures stand alone. */
    private void write(Line line, @Nullable UUID organization, @Nullable PersonId person) {
        takeBack(line.id(), "support.asked-anew");
        lines.book(
                line.id(),
                ledger.write(new Need(
                        KIND,
                        LocalDate.now(clock),
                        new About(line.serviceType(), line.group(), line.zone(), organization, null),
                        new Amount(line.people(), line.quantity(), line.unit()),
                        Source.ASKED,
                        null,
                        person,
                        Map.of(),
                        null)));
    }

    void takeBack(UUID line, String why) {
        var before = lines.booked(line).entry();
        if (before != null && entries.open(before).isPresent()) {
            ledger.reverse(before, why);
            lines.book(line, null);
        }
    }

    private void withdraw(Line line) {
        var need = lines.booked(line.id()).entry();
        if (need != null && entries.open(need).isPresent()) {
            ledger.follow(new FollowUp(need, LocalDate.now(clock), FollowUp.State.WITHDRAWN, null, null, null));
        }
    }

    @Bean
    static EntryKind supportLineKind() {
        return new EntryKind(KIND, Map.of());
    }
}
