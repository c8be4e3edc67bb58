package org.opensocialnet.drafts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps which records: an organisation its own and those of entries it was granted, the coordination team all. What
 * somebody does not keep is, for them, not there.
 */
@Component
@Transactional(readOnly = true)
public class Keeping {

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
        return me.may(Permission.DIRECTORY_KEEP) || organizations(me).contains(organization);
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
        return kept;
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

    boolean isGranted(UUID keeper, UUID organization) {
        return jdbc.sql(
                        "select exists (select from drafts.claim where organization = :keeper and claimed = :claimed and granted)")
                .param("keeper", keeper)
                .param("claimed", organization)
                .query(Boolean.class)
                .single();
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
