package org.opensocialnet.successions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Forwarding;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.JointActs;
import org.opensocialnet.drafts.JointActs.Deed;
import org.opensocialnet.drafts.JointActs.Part;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.Remove;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters what became of an organisation, with all that follows from it, and takes it back. */
@Component
@Transactional
class Successions {

    private final JointActs acts;
    private final Keeping keeping;
    private final Drafts drafts;
    private final Forwarding forwarding;
    private final WholeRecords records;

    Successions(JointActs acts, Keeping keeping, Drafts drafts, Forwarding forwarding, WholeRecords records) {
        this.acts = acts;
        this.keeping = keeping;
        this.drafts = drafts;
        this.forwarding = forwarding;
        this.records = records;
    }

    /** What follows, being put together. */
    private record Following(List<Part> parts, List<RowChange> rows) {}

    public void enter(SignedIn me, Told told) {
        var organization = kept(me, told.organization());
        var following = new Following(new ArrayList<>(), new ArrayList<>());
        switch (told.event()) {
            case MERGED_INTO -> merge(me, told, organization, kept(me, other(told)), following);
            case RENAMED -> rename(told, organization, following);
            case MOVED_UNDER -> moveUnder(told, organization, kept(me, other(told)), following);
            case SPLIT_FROM -> split(me, told, organization, following);
        }
        if (acts.carryOut(me, Deed.SUCCESSION, following.parts(), following.rows())
                        .id()
                == null) {
            throw Refusal.conflict("successions.refused");
        }
        if (told.event() == Event.MERGED_INTO) {
            forwarding.lead(organization.subject(), other(told));
        }
    }

    public void undo(SignedIn me, UUID act) {
        for (var change : acts.changes(act)) {
            if (change.table().equals("organization_succession")
                    && change.column().equals("predecessor_id")) {
                forwarding.end(Subject.organization(UUID.fromString(String.valueOf(change.after()))));
            }
        }
        acts.undo(me, act);
    }

    private void merge(SignedIn me, Told told, Kept goes, Kept stays, Following following) {
        if (goes.id().equals(stays.id())) {
            throw Refusal.conflict("successions.same");
        }
        following.parts().add(new Part(goes, What.RETIRED, "merged"));
        following.parts().add(new Part(stays, What.CHANGED, "merged"));
        following.rows().add(event(told.event(), goes.id(), stays.id(), told, name(goes.id())));
        for (var unit : records.rows("organization", "parent_organization_id", List.of(goes.id()))) {
            if (unit.gone()) {
                continue;
            }
            boolean isHeir = unit.id().equals(stays.id());
            var parent = isHeir
                    ? row(goes.id()).values().getOrDefault("parent_organization_id", "")
                    : stays.id().toString();
            following
                    .rows()
                    .add(new Put("organization", unit.id(), java.util.Map.of("parent_organization_id", parent)));
            if (!isHeir) {
                following.rows().add(event(Event.MOVED_UNDER, unit.id(), stays.id(), told, null));
                keeping.find(me, Subject.organization(unit.id()))
                        .ifPresent(kept -> following.parts().add(new Part(kept, What.CHANGED, null)));
            }
        }
        for (var table : List.of("service", "location", "program")) {
            for (var row : records.rows(table, "organization_id", List.of(goes.id()))) {
                goOver(me, table, row.id(), stays.id(), following);
            }
        }
        following.rows().add(new Remove("organization", goes.id()));
    }

    private void rename(Told told, Kept organization, Following following) {
        var former = name(organization.id());
        if (former.equals(told.name())) {
            throw Refusal.conflict("successions.same-name");
        }
        var sheet = drafts.published(organization);
        var edits = new ArrayList<Edit>();
        edits.add(Edit.of("organization", organization.id(), "name", former, told.name()));
        if (!told.nameInEnglish().isEmpty()) {
            edits.add(Edit.of("organization", organization.id(), "name@en", null, told.nameInEnglish()));
        }
        following.parts().add(new Part(organization, What.CHANGED, null));
        following.rows().addAll(acts.rows(sheet, edits));
        following.rows().add(event(told.event(), organization.id(), organization.id(), told, former));
    }

    private void moveUnder(Told told, Kept unit, Kept parent, Following following) {
        for (var above = parent.id(); above != null; above = parent(above)) {
            if (above.equals(unit.id())) {
                throw Refusal.conflict("successions.circle");
            }
        }
        following.parts().add(new Part(unit, What.CHANGED, null));
        following.parts().add(new Part(parent, What.CHANGED, null));
        following
                .rows()
                .add(new Put(
                        "organization",
                        unit.id(),
                        java.util.Map.of("parent_organization_id", parent.id().toString())));
        following.rows().add(event(told.event(), unit.id(), parent.id(), told, null));
    }

    private void split(SignedIn me, Told told, Kept from, Following following) {
        var heir = told.other() == null ? Uuid7.next() : kept(me, told.other()).id();
        if (heir.equals(from.id())) {
            throw Refusal.conflict("successions.same");
        }
        if (told.other() == null) {
            var values = new HashMap<String, String>();
            values.put("name", told.name());
            values.put("kind", row(from.id()).values().getOrDefault("kind", "other"));
            if (!told.nameInEnglish().isEmpty()) {
                values.put("translations", english(told.nameInEnglish()));
            }
            following.rows().add(new Put("organization", heir, values));
        }
        following.parts().add(new Part(from, What.CHANGED, null));
        following
                .parts()
                .add(new Part(
                        new Kept(Subject.organization(heir), heir),
                        told.other() == null ? What.CREATED : What.CHANGED,
                        null));
        for (var service : told.services()) {
            boolean itsOwn = records.rows("service", "id", List.of(service)).stream()
                    .anyMatch(row -> from.id().toString().equals(row.value("organization_id")));
            if (!itsOwn) {
                throw Refusal.notFound("successions.unknown");
            }
            goOver(me, "service", service, heir, following);
        }
        following.rows().add(event(told.event(), from.id(), heir, told, null));
    }

    private void goOver(SignedIn me, String table, UUID id, UUID to, Following following) {
        following.rows().add(new Put(table, id, java.util.Map.of("organization_id", to.toString())));
        if (!table.equals("program")) {
            keeping.find(me, Subject.of(table, id))
                    .ifPresent(kept ->
                            following.parts().add(new Part(new Kept(kept.subject(), to), What.CHANGED, null)));
        }
    }

    private static Put event(Event event, UUID from, UUID to, Told told, @Nullable String formerName) {
        var values = new HashMap<String, String>();
        values.put("predecessor_id", from.toString());
        values.put("successor_id", to.toString());
        values.put("event", event.code());
        values.put("happened_on", told.on().toString());
        values.put("former_name", formerName == null ? "" : formerName);
        values.put("note", told.source());
        return new Put("organization_succession", Uuid7.next(), values);
    }

    private static String english(String name) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsString(java.util.Map.of("en", java.util.Map.of("name", name)));
    }

    private Kept kept(SignedIn me, UUID organization) {
        if (row(organization).gone()) {
            throw Refusal.conflict("successions.gone");
        }
        return keeping.find(me, Subject.organization(organization))
                .orElseThrow(() -> Refusal.notFound("successions.unknown"));
    }

    private static UUID other(Told told) {
        return Objects.requireNonNull(told.other());
    }

    private String name(UUID organization) {
        return row(organization).values().getOrDefault("name", "");
    }

    private @Nullable UUID parent(UUID organization) {
        var parent = row(organization).value("parent_organization_id");
        return parent == null ? null : UUID.fromString(parent);
    }

    private RecordRow row(UUID organization) {
        return records.rows("organization", "id", List.of(organization)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("successions.unknown"));
    }
}
