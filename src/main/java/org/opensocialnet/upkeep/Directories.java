package org.opensocialnet.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** The lists a member works from: the records kept, by name and state, and what of them hangs where. */
@Component
class Directories {

    private static final int MOST = 2_000;

    private final WholeRecords records;
    private final Keeping keeping;

    Directories(WholeRecords records, Keeping keeping) {
        this.records = records;
        this.keeping = keeping;
    }

    /** The organisations whose records this member keeps; null means all of them. */
    @Nullable
    Set<UUID> kept(SignedIn me) {
        return me.organization() == null && me.may(Permission.DIRECTORY_KEEP) ? null : keeping.organizations(me);
    }

    List<RecordLine> lines(SignedIn me, Subject.Kind kind, String text, Shown shown, int page, int size) {
        return records.lines(kind, kept(me), text, shown, page, size);
    }

    /** All of a kind in use, for choices and counts; of the coordination team only the first of very many. */
    List<RecordLine> inUse(SignedIn me, Subject.Kind kind) {
        return records.lines(kind, kept(me), "", Shown.IN_USE, 1, MOST);
    }

    List<Choice> organizations(Collection<UUID> ids, Words t) {
        return records.rows("organization", "id", ids).stream()
                .map(row -> new Choice(row.id().toString(), name(t, row)))
                .toList();
    }

    List<RecordRow> rows(String table, String column, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : records.rows(table, column, ids);
    }

    /** What a service counts, by its id in an address. */
    RecordRow counted(UUID capacity) {
        return rows("service_capacity", "id", List.of(capacity)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
    }

    /** Rows of a table by the records they hang on. */
    Map<UUID, List<RecordRow>> byOwner(String table, String column, Collection<UUID> ids) {
        return rows(table, column, ids).stream()
                .collect(Collectors.groupingBy(
                        row -> UUID.fromString(row.values().getOrDefault(column, ""))));
    }

    /** The names of some records, by id. */
    Map<UUID, String> names(String table, Collection<UUID> ids, Words t) {
        return rows(table, "id", ids).stream().collect(Collectors.toMap(RecordRow::id, row -> name(t, row)));
    }

    static String name(Words t, RecordRow row) {
        return t.text(
                        row.value("name") == null ? row.value("area") : row.value("name"),
                        row.values().getOrDefault("translations", "{}"),
                        "name")
                .text();
    }

    static String name(Words t, RecordLine line) {
        var name = t.text(line.name(), line.translations(), "name").text();
        return name.isBlank() ? t.of("upkeep.record.nameless") : name;
    }

    static List<UUID> ids(List<RecordLine> lines) {
        var ids = new ArrayList<UUID>();
        lines.forEach(line -> ids.add(line.id()));
        return ids;
    }

    static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
