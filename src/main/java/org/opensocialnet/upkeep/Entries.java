package org.opensocialnet.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.springframework.stereotype.Component;

/** The organisations of the directory, as rooms below know them: by id and name. */
@Component
class Entries implements Organizations {

    private final WholeRecords records;

    Entries(WholeRecords records) {
        this.records = records;
    }

    @Override
    public Optional<String> name(UUID organization) {
        return records.rows("organization", "id", List.of(organization)).stream()
                .findFirst()
                .map(row -> row.values().getOrDefault("name", ""));
    }

    @Override
    public List<Named> named(String text, int atMost) {
        return records.lines(Subject.Kind.ORGANIZATION, null, text, Shown.IN_USE, 1, atMost).stream()
                .map(line -> new Named(line.id(), line.name()))
                .toList();
    }
}
