package org.opensocialnet.drafts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;

/** What one member has changed of one record and not published yet. */
public record Draft(
        UUID id,
        Subject subject,
        UUID owner,
        @Nullable UUID keeper,
        UUID member,
        String memberName,
        Instant savedAt,
        List<Edit> edits) {

    /** The same as a row, without its edits. */
    record Head(
            UUID id,
            String kind,
            UUID record,
            UUID owner,
            @Nullable UUID keeper,
            UUID member,
            String memberName,
            OffsetDateTime savedAt) {

        Draft with(List<Edit> edits) {
            return new Draft(
                    id, Subject.of(kind, record), owner, keeper, member, memberName, savedAt.toInstant(), edits);
        }
    }

    public Draft {
        edits = List.copyOf(edits);
    }

    public Kept kept() {
        return new Kept(subject, owner);
    }

    public boolean isOf(UUID other) {
        return member.equals(other);
    }

    /** It brings a record that is not in the directory yet. */
    public boolean brings() {
        return find(subject.kind().table(), subject.id(), Edit.NEW).isPresent();
    }

    public Optional<Edit> find(String table, UUID row, String column) {
        return edits.stream()
                .filter(edit -> edit.table().equals(table)
                        && edit.row().equals(row)
                        && edit.column().equals(column))
                .findFirst();
    }
}
