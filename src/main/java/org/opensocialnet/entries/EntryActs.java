package org.opensocialnet.entries;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.ledger.Delivery;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.ledger.FollowUp;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an organisation does in its own pages of the ledger; each act is in the trail, or does not happen. */
@Component
@Transactional
class EntryActs {

    static final String KIND = "entries.written";

    private final Ledger ledger;
    private final Trail trail;

    EntryActs(Ledger ledger, Trail trail) {
        this.ledger = ledger;
        this.trail = trail;
    }

    EntryId write(UUID organization, Need need) {
        return noted("entries.entry.written", organization, ledger.write(need));
    }

    EntryId write(UUID organization, Delivery delivery) {
        return noted("entries.entry.written", organization, ledger.write(delivery));
    }

    void reverse(UUID organization, EntryId entry, String why) {
        noted("entries.entry.reversed", organization, ledger.reverse(entry, why));
    }

    void again(UUID organization, EntryId entry) {
        noted("entries.entry.written", organization, ledger.again(entry));
    }

    EntryId follow(UUID organization, FollowUp followUp) {
        return noted("entries.entry.followed", organization, ledger.follow(followUp));
    }

    void reverseFollowUp(UUID organization, EntryId followUp) {
        if (followUp.book() == Book.FOLLOW_UP) {
            noted("entries.entry.reversed", organization, ledger.reverse(followUp, "entries.undone"));
        }
    }

    private EntryId noted(String what, UUID organization, EntryId entry) {
        trail.note(Act.on(what, "ledger-entry", entry.id()).of(organization));
        return entry;
    }

    @Bean
    static EntryKind writtenKind() {
        return new EntryKind(KIND, Map.of());
    }
}
