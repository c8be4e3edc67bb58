package org.opensocialnet.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.HsdsColumn.Type;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records as they lie in the book, with what no public page may tell: for rooms of the desk alone, which first ask who
 * keeps what. A test holds that the rooms of the public pages never call it.
 */
@Component
public class WholeRecords {

    private final JdbcClient jdbc;

    WholeRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which records a list of the desk shows. */
    public enum Shown {
        IN_USE,
        STALE,
        HIDDEN,
        OUT_OF_USE
    }

    /**
     * The rows of a table that name one of some records, in the order of their ids.
     *
     * @param column one of the table's columns of ids: "id", "service_id", "link_id"
     */
    public List<RecordRow> rows(String table, String column, Collection<UUID> ids) {
        var known = HsdsTable.named(table).orElseThrow();
        if (known.column(column).orElseThrow().type() != Type.ID) {
            throw new IllegalArgumentException(column);
        }
        var columns = known.columns();
        return jdbc.sql("""
                        select d.id, d.record_source, %s as gone, %s
                        from directory.%s d
                        where d."%s" = any(cast(:ids as uuid[]))
                        order by d.id""".formatted(
                                known.root() ? "d.gone_at is not null" : "false",
                                columns.stream()
                                        .map(each -> "d.\"%1$s\"::text as \"%1$s:text\"".formatted(each.name()))
                                        .collect(Collectors.joining(", ")),
                                table,
                                column))
                .param("ids", array(ids))
                .query((row, number) -> {
                    var values = new HashMap<String, String>();
                    for (var each : columns) {
                        var text = row.getString(each.name() + ":text");
                        if (text != null) {
                            values.put(each.name(), text);
                        }
                    }
                    return new RecordRow(
                            table,
                            row.getObject("id", UUID.class),
                            row.getString("record_source"),
                            row.getBoolean("gone"),
                            values);
                })
                .list();
    }

    /** Which organisation each of some records is of: itself for an organisation; a place of nobody's is left out. */
    public Map<UUID, UUID> owners(Subject.Kind kind, Collection<UUID> ids) {
        var owners = new HashMap<UUID, UUID>();
        if (kind == Subject.Kind.ORGANIZATION) {
            ids.forEach(id -> owners.put(id, id));
            return owners;
        }
        jdbc.sql("""
                        select id, organization_id from directory.%s
                        where id = any(cast(:ids as uuid[])) and organization_id is not null
                        """.formatted(kind.table())).param("ids", array(ids)).query(row -> {
            owners.put(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class));
        });
        return owners;
    }

    /**
     * One page of the records of some organisations, by name.
     *
     * @param organizations whose; all of them where none are named
     * @param text part of a name in any of its languages
     */
    public List<RecordLine> lines(
            Subject.Kind kind, @Nullable Collection<UUID> organizations, String text, Shown shown, int page, int size) {
        var lines = """
                with line as (%s)
                select line.*, count(*) over ()::int as total
                from line
                where (:all or organization = any(cast(:organizations as uuid[])))
                  and (:text = '' or strpos(translate(lower(name || ' ' || translations),
                           'άέήίόύώϊϋΐΰς', 'αεηιουωιυιυσ'), :text) > 0)
                  and case :shown
                          when 'IN_USE' then not gone and status <> 'inactive' and status <> 'defunct'
                          when 'STALE' then not gone and status <> 'inactive' and status <> 'defunct'
                              and coalesce(assured_date, date '1970-01-01') < current_date - 180
                          when 'HIDDEN' then not gone and hidden
                          else gone or status in ('inactive', 'defunct') end
                order by name, id
                limit :size offset :offset""".formatted(select(kind));
        return jdbc.sql(lines)
                .param("all", organizations == null)
                .param("organizations", array(organizations == null ? List.of() : organizations))
                .param("text", plain(text))
                .param("shown", shown.name())
                .param("size", size)
                .param("offset", Math.max(0, page - 1) * size)
                .query(Rows.of(RecordLine.class))
                .list();
    }

    /**
     * Records in use that belong to an organisation, by organisation and name: what could be asked about.
     *
     * @param since only services that nobody confirmed since that day; other records know no such day
     */
    public List<RecordLine> unconfirmed(Subject.Kind kind, @Nullable LocalDate since, int atMost) {
        var lines = """
                with line as (%s)
                select line.*, 0 as total
                from line
                where organization is not null and not gone and status not in ('inactive', 'defunct')
                  and (cast(:since as date) is null or coalesce(assured_date, date '1970-01-01') < :since)
                order by organization, name, id
                limit :most""".formatted(select(kind));
        return jdbc.sql(lines)
                .param("since", since, java.sql.Types.DATE)
                .param("most", atMost)
                .query(Rows.of(RecordLine.class))
                .list();
    }

    /** The ids of all records in use of a kind, in their order, from one on: to go through them in parts. */
    public List<UUID> ids(Subject.Kind kind, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select d.id from directory.%s d
                        where d.gone_at is null and (cast(:after as uuid) is null or d.id > cast(:after as uuid))
                        order by d.id
                        limit :most""".formatted(kind.table()))
                .param("after", after == null ? null : after.toString(), java.sql.Types.VARCHAR)
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private static String select(Subject.Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> """
                    select o.id, o.id as organization, o.name, o.translations, o.kind as note, 'active' as status,
                           o.visibility <> 'public' as hidden, null::date as assured_date,
                           o.record_source as source, o.gone_at is not null as gone
                    from directory.organization o""";
            case SERVICE -> """
                    select s.id, s.organization_id as organization, s.name, s.translations, s.service_kind as note,
                           s.status, s.visibility <> 'public' as hidden, s.assured_date,
                           s.record_source as source, s.gone_at is not null as gone
                    from directory.service s""";
            case LOCATION -> """
                    select l.id, l.organization_id as organization, coalesce(l.name, l.area, '') as name,
                           l.translations, l.area as note, 'active' as status, l.confidential as hidden,
                           null::date as assured_date, l.record_source as source, l.gone_at is not null as gone
                    from directory.location l""";
        };
    }

    private static String plain(String text) {
        var lower = text.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        var plain = new StringBuilder();
        for (char letter : lower.toCharArray()) {
            int at = "άέήίόύώϊϋΐΰς".indexOf(letter);
            plain.append(at < 0 ? letter : "αεηιουωιυιυσ".charAt(at));
        }
        return plain.toString();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
