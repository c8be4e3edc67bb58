package org.opensocialnet.upkeep;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.About;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.Need;
import org.opensocialnet.ledger.Offerings;
import org.opensocialnet.ledger.OwnEntries;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.ledger.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Needs that a provider could not meet, written by itself; each is in the trail. */
@Component
@Transactional
class NoPlaces {

    private final Ledger ledger;
    private final Offerings offerings;
    private final OwnEntries entries;
    private final Trail trail;

    NoPlaces(Ledger ledger, Offerings offerings, OwnEntries entries, Trail trail) {
        this.ledger = ledger;
        this.offerings = offerings;
        this.entries = entries;
        this.trail = trail;
    }

    /** One more person for whom there was no place; only an organisation itself may say so. */
    EntryId write(SignedIn me, UUID service, @Nullable String group, LocalDate day) {
        var known = offerings
                .about(service)
                .filter(about -> !about.serviceType().isEmpty())
                .orElseThrow(() -> Refusal.conflict("upkeep.no-place.kind-missing"));
        var entry = ledger.write(new Need(
                NoPlacePages.KIND,
                day,
                new About(
                        known.serviceType(),
                        group == null ? "" : offerings.group(UUID.fromString(group)),
                        known.zone(),
                        organization(me),
                        service),
                Amount.people(1),
                Source.NO_PLACE,
                Reason.FULL));
        trail.note(Act.on("upkeep.no-place.written", "service", service).of(organization(me)));
        return entry;
    }

    /** Only what was written here, of that service: other entries are taken back where they are kept. */
    void takeBack(SignedIn me, UUID service, EntryId entry) {
        entries.find(organization(me), entry)
                .filter(one -> one.kind().equals(NoPlacePages.KIND)
                        && service.equals(one.about().service()))
                .orElseThrow(() -> Refusal.notFound("ledger.unknown"));
        ledger.reverse(entry, "upkeep.undone");
        trail.note(Act.on("upkeep.no-place.undone", "service", service).of(organization(me)));
    }

    private static UUID organization(SignedIn me) {
        var organization = me.organization();
        if (organization == null) {
            throw Refusal.notFound("drafts.record.unknown");
        }
        return organization;
    }
}
