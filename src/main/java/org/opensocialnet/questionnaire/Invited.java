package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.kernel.SearchText;
import org.opensocialnet.messaging.Letter;
import org.springframework.stereotype.Component;

/** Finds out which organisations and municipal structures an edition asks, and where letters would reach them. */
@Component
class Invited {

    static final int MOST = 20_000;

    private final WholeRecords records;

    Invited(WholeRecords records) {
        this.records = records;
    }

    /** One organisation that would be asked. */
    record Chosen(UUID organization, String name, @Nullable String email) {}

    List<Chosen> choose(String kind, String text, Set<UUID> only) {
        var plain = SearchText.plain(text);
        var found = new LinkedHashMap<UUID, RecordLine>();
        for (var line : records.unconfirmed(Subject.Kind.ORGANIZATION, null, MOST)) {
            boolean named = plain.isBlank()
                    || SearchText.plain(line.name() + " " + line.translations()).contains(plain);
            boolean ofKind = kind.isEmpty() || kind.equals(line.note());
            if (named && ofKind && (only.isEmpty() || only.contains(line.id()))) {
                found.put(line.id(), line);
            }
        }
        var emails = emails(found);
        var chosen = new ArrayList<Chosen>();
        found.forEach((id, line) -> chosen.add(new Chosen(id, line.name(), emails.get(id))));
        return chosen;
    }

    /** The organisation's own address, else one of its contacts', else one of its services'. */
    private Map<UUID, String> emails(Map<UUID, RecordLine> organizations) {
        var emails = new HashMap<UUID, String>();
        take(emails, records.rows("organization", "id", organizations.keySet()), "id");
        take(emails, records.rows("contact", "organization_id", without(organizations, emails)), "organization_id");
        take(emails, records.rows("service", "organization_id", without(organizations, emails)), "organization_id");
        return emails;
    }

    private static List<UUID> without(Map<UUID, RecordLine> all, Map<UUID, String> known) {
        return all.keySet().stream().filter(id -> !known.containsKey(id)).toList();
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
