package org.opensocialnet.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records a member opened lately, so that the way back is short. Kept by id; nobody else sees the list. */
@Component
public class Opened {

    private static final int KEPT = 20;
    private static final int SHOWN = 6;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, OpenedKind> kinds;

    Opened(JdbcClient jdbc, Clock clock, ObjectProvider<OpenedKind> kinds) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(OpenedKind::code, kind -> kind));
    }

    private record Row(String kind, UUID record) {}

    /** Notes that the member whose sight holds looks at a record. */
    @Transactional
    public void note(String kind, UUID record) {
        var member =
                Objects.requireNonNull(Objects.requireNonNull(Sight.current()).member());
        jdbc.sql("""
                insert into desk.opened (member, kind, record, at)
                values (:member, :kind, :record, :now)
                on conflict (member, kind, record) do update set at = excluded.at
                """)
                .param("member", member)
                .param("kind", kind)
                .param("record", record)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                delete from desk.opened
                where member = :member
                  and at < (select min(at) from (select at
                                                 from desk.opened
                                                 where member = :member
                                                 order by at desc
                                                 limit :kept) latest)
                """).param("member", member).param("kept", KEPT).update();
    }

    /** The latest, those that the member may still see. */
    @Transactional(readOnly = true)
    List<DeskSearch.Hit> latest(Words t) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql("""
                select kind, record
                from desk.opened
                where member = (select database.member())
                order by at desc
                limit :kept
                """).param("kept", KEPT).query(Rows.of(Row.class)).list();
        var known = new HashMap<Row, DeskSearch.Hit>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::kind, Collectors.mapping(Row::record, Collectors.toList())))
                .forEach((kind, records) -> {
                    if (kinds.get(kind) != null) {
                        kinds.get(kind).known(records, t).forEach((id, hit) -> known.put(new Row(kind, id), hit));
                    }
                });
        return rows.stream()
                .filter(known::containsKey)
                .map(known::get)
                .limit(SHOWN)
                .toList();
    }
}
