package org.opensocialnet.drafts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps which records: an organisation its own, those of entries it was granted, and those of its and their units, all
 * the way down; the coordination team all. A unit keeps nothing of its parent. What somebody does not keep is, for them,
 * not there.
 */
@Component
@Transactional(readOnly = true)
public class Keeping {

    /** No house has more floors; a circle of parents ends here too. */
    private static final int DEEPEST = 8;

    private static final String PARENT = "parent_organization_id";

    private final WholeRecords records;
    private final JdbcClient jdbc;

    Keeping(WholeRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /** The record an address names, if this member keeps it. */
    public Kept kept(SignedIn me, String kind, UUID id) {
        var subject = Subject.of(kind, id);
        return find(me, subject).orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
    }

    /** The same, where it may also be a record that this member has only drafted. */
    public Optional<Kept> find(SignedIn me, Subject subject) {
        return anyOwner(subject).filter(owner -> keeps(me, owner)).map(owner -> new Kept(subject, owner));
    }

    /** Somebody who was sent a link may answer for one organisation's records. */
    public Optional<Kept> find(UUID organization, Subject subject) {
        return owner(subject).filter(organization::equals).map(owner -> new Kept(subject, owner));
    }

    public boolean keeps(SignedIn me, UUID organization) {
        return me.may(Permission.DIRECTORY_KEEP)
                || isLent(organization)
                || organizations(me).contains(organization);
    }

    /** Through a broken glass one reads with another organisation's eyes; the gate lends them to nobody who writes. */
    private static boolean isLent(UUID organization) {
        var sight = Sight.current();
        return sight != null && sight.purpose().equals("break-glass") && organization.equals(sight.organization());
    }

    /** The organisations whose records a member keeps by name; the coordination team keeps all without a list. */
    public Set<UUID> organizations(SignedIn me) {
        var own = me.organization();
        if (own == null) {
            return Set.of();
        }
        var kept = new LinkedHashSet<UUID>();
        kept.add(own);
        kept.addAll(jdbc.sql("select claimed from drafts.claim where organization = :own and granted")
                .param("own", own)
                .query(UUID.class)
                .list());
        kept.addAll(units(kept));
        return kept;
    }

    private Set<UUID> units(Set<UUID> parents) {
        var all = new LinkedHashSet<UUID>();
        var found = parents;
        for (int floor = 0; floor < DEEPEST && !found.isEmpty(); floor++) {
            found = records.rows("organization", PARENT, found).stream()
                    .map(RecordRow::id)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return all;
    }

    /** Whose a record is; a place without an organisation is that of the only one that helps there. */
    public Optional<UUID> owner(Subject subject) {
        var row = row(subject.kind().table(), subject.id());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (subject.kind() == Subject.Kind.ORGANIZATION) {
            return Optional.of(subject.id());
        }
        var own = row.get().value("organization_id");
        return own != null ? Optional.of(UUID.fromString(own)) : onlyOneThere(subject.id());
    }

    private Optional<UUID> onlyOneThere(UUID location) {
        Set<UUID> services = records.rows("service_at_location", "location_id", List.of(location)).stream()
                .map(row -> UUID.fromString(row.values().getOrDefault("service_id", "")))
                .collect(Collectors.toSet());
        Set<UUID> owners = records.rows("service", "id", services).stream()
                .map(row -> UUID.fromString(row.values().getOrDefault("organization_id", "")))
                .collect(Collectors.toSet());
        return owners.size() == 1 ? Optional.of(owners.iterator().next()) : Optional.empty();
    }

    /** Whose a record is, also one that is only drafted. */
    Optional<UUID> anyOwner(Subject subject) {
        return owner(subject).or(() -> drafted(subject));
    }

    /** Whether one organisation keeps another's records: it was granted them, or is above it, or was granted one above it. */
    public boolean keepsFor(UUID keeper, UUID organization) {
        var above = above(organization);
        return above.contains(keeper)
                || jdbc.sql("""
                        select exists (select from drafts.claim
                                       where organization = :keeper and claimed in (:claimed) and granted)
                        """)
                        .param("keeper", keeper)
                        .param("claimed", above)
                        .query(Boolean.class)
                        .single();
    }

    /** An organisation and those whose unit it is. */
    private Set<UUID> above(UUID organization) {
        var all = new LinkedHashSet<>(Set.of(organization));
        var last = Set.of(organization);
        for (int floor = 0; floor < DEEPEST && !last.isEmpty(); floor++) {
            last = records.rows("organization", "id", last).stream()
                    .flatMap(row -> Optional.ofNullable(row.value(PARENT)).stream())
                    .map(UUID::fromString)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return all;
    }

    private Optional<UUID> drafted(Subject subject) {
        return jdbc.sql("select owner from drafts.draft where record = :record and kind = :kind limit 1")
                .param("record", subject.id())
                .param("kind", subject.kind().table())
                .query(UUID.class)
                .optional();
    }

    private Optional<RecordRow> row(String table, UUID id) {
        return records.rows(table, "id", List.of(id)).stream().findFirst();
    }
}
