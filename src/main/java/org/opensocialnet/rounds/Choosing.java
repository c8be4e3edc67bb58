package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.messaging.Letter;
import org.springframework.stereotype.Component;

/** Finds out who is to be asked about what, and where letters would reach them. */
@Component
class Choosing {

    /** No organisation is asked about more at once: its page should end somewhere. */
    static final int MOST_RECORDS = 200;

    private static final int MOST_ORGANIZATIONS = 20_000;
    private static final int MOST_LINES = 200_000;

    private final WholeRecords records;
    private final Clock clock;

    Choosing(WholeRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** One organisation with the records it would be asked about. */
    record Chosen(UUID organization, String name, @Nullable String email, List<Subject> records) {}

    List<Chosen> choose(Wanted wanted) {
        var organizations = organizations(wanted);
        var subjects = subjects(wanted, organizations);
        var emails = emails(subjects);
        var chosen = new ArrayList<Chosen>();
        subjects.forEach((organization, of) -> {
            var line = organizations.get(organization);
            if (line != null) {
                chosen.add(new Chosen(
                        organization,
                        line.name(),
                        emails.get(organization),
                        of.stream().limit(MOST_RECORDS).toList()));
            }
        });
        return chosen;
    }

    private Map<UUID, RecordLine> organizations(Wanted wanted) {
        var text = SearchText.plain(wanted.text());
        var found = new LinkedHashMap<UUID, RecordLine>();
        for (var line : records.unconfirmed(Subject.Kind.ORGANIZATION, null, MOST_ORGANIZATIONS)) {
            boolean named = text.isBlank()
                    || SearchText.plain(line.name() + " " + line.translations()).contains(text);
            boolean ofKind = wanted.organizationKind().isEmpty()
                    || wanted.organizationKind().equals(line.note());
            boolean meant = wanted.only().isEmpty() || wanted.only().contains(line.id());
            if (named && ofKind && meant) {
                found.put(line.id(), line);
            }
        }
        return found;
    }

    /**
     * Services by when they were confirmed. Places and the organisation's own entry have no such day: they are asked about
     * beside services, or alone.
     */
    private Map<UUID, List<Subject>> subjects(Wanted wanted, Map<UUID, RecordLine> organizations) {
        var subjects = new LinkedHashMap<UUID, List<Subject>>();
        boolean services = wanted.kinds().contains(Subject.Kind.SERVICE);
        if (services) {
            var months = wanted.months();
            var since = months == null ? null : LocalDate.now(clock).minusMonths(months);
            add(subjects, Subject.Kind.SERVICE, since, organizations, true);
        }
        if (wanted.kinds().contains(Subject.Kind.LOCATION)) {
            add(subjects, Subject.Kind.LOCATION, null, organizations, !services);
        }
        if (wanted.kinds().contains(Subject.Kind.ORGANIZATION)) {
            add(subjects, Subject.Kind.ORGANIZATION, null, organizations, !services);
        }
        return subjects;
    }

    private void add(
            Map<UUID, List<Subject>> subjects,
            Subject.Kind kind,
            @Nullable LocalDate since,
            Map<UUID, RecordLine> organizations,
            boolean alone) {
        for (var line : records.unconfirmed(kind, since, MOST_LINES)) {
            var owner = line.organization();
            if (owner != null && organizations.containsKey(owner) && (alone || subjects.containsKey(owner))) {
                subjects.computeIfAbsent(owner, _ -> new ArrayList<>()).add(new Subject(kind, line.id()));
            }
        }
    }

    /** The organisation's own address, else one of its contacts', else one of the services asked about. */
    private Map<UUID, String> emails(Map<UUID, List<Subject>> subjects) {
        var emails = new HashMap<UUID, String>();
        take(emails, records.rows("organization", "id", subjects.keySet()), "id");
        take(emails, records.rows("contact", "organization_id", without(subjects.keySet(), emails)), "organization_id");
        var services = new ArrayList<UUID>();
        without(subjects.keySet(), emails)
                .forEach(organization ->
                        subjects.getOrDefault(organization, List.of()).forEach(subject -> services.add(subject.id())));
        take(emails, records.rows("service", "id", services), "organization_id");
        return emails;
    }

    private static List<UUID> without(Collection<UUID> all, Map<UUID, String> known) {
        return all.stream().filter(id -> !known.containsKey(id)).toList();
    }

    private static void take(Map<UUID, String> emails, List<RecordRow> rows, String owner) {
        for (var row : rows) {
            var email = row.value("email");
            var of =
                    owner.equals("id") ? row.id() : UUID.fromString(row.values().getOrDefault(owner, ""));
            if (email != null && Letter.isAddress(email)) {
                emails.putIfAbsent(of, email);
            }
        }
    }
}
