package org.opensocialnet.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.ChainWalk.ClosedDay;
import org.opensocialnet.audit.ChainWalk.Link;
import org.opensocialnet.audit.Finding.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a verification reads of the database, piece by piece. */
record TrailBook(JdbcClient jdbc) {

    private static final int AT_ONCE = 5_000;

    /** What one verification found, and the closing hashes an operator may have kept elsewhere. */
    record Outcome(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int days,
            long lines,
            List<Finding> findings,
            NavigableMap<LocalDate, String> closings) {}

    Outcome verified(LocalDate from, LocalDate to) {
        var closed = closed(to);
        var days = days(from, to);
        var walk = new ChainWalk(closed, removed(from, to));
        walk.days(from, to, days);
        Link last = null;
        for (var links = links(from, to, null); !links.isEmpty(); links = links(from, to, last)) {
            links.forEach(walk::link);
            last = links.getLast();
        }
        walk.endDay();
        unsealed(from, to, walk);
        removedInSilence(from, to, walk);
        var closings = new TreeMap<LocalDate, String>();
        closed.tailMap(from).forEach((day, as) -> closings.put(day, Chain.hex(as.closing())));
        days.addAll(closings.keySet());
        return new Outcome(
                days.stream().min(LocalDate::compareTo).orElse(null),
                days.stream().max(LocalDate::compareTo).orElse(null),
                days.size(),
                walk.lines(),
                walk.findings(),
                closings);
    }

    private NavigableMap<LocalDate, ClosedDay> closed(LocalDate to) {
        var days = new TreeMap<LocalDate, ClosedDay>();
        jdbc.sql("select day, lines, before, closing from audit.day where day <= ?")
                .param(to)
                .query((ResultSet row) -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new ClosedDay(row.getInt("lines"), row.getBytes("before"), row.getBytes("closing")));
                });
        return days;
    }

    private Map<LocalDate, Set<String>> removed(LocalDate from, LocalDate to) {
        var parts = new HashMap<LocalDate, Set<String>>();
        jdbc.sql("select day, part from audit.removal where day between ? and ?")
                .params(from, to)
                .query((ResultSet row) -> {
                    parts.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new HashSet<>())
                            .add(row.getString("part"));
                });
        return parts;
    }

    /** Each step finds the next day by the index, however many lines a day has. */
    private Set<LocalDate> days(LocalDate from, LocalDate to) {
        return new HashSet<>(jdbc.sql("""
                with recursive days (day) as (
                    select min(day) from audit.link where day between :from and :to
                    union all
                    select (select min(day) from audit.link l where l.day > days.day and l.day <= :to)
                    from days
                    where days.day is not null
                )
                select day from days where day is not null
                """)
                .param("from", from)
                .param("to", to)
                .query(LocalDate.class)
                .list());
    }

    private List<Link> links(LocalDate from, LocalDate to, @Nullable Link after) {
        return jdbc.sql("select l.day, l.number, l.act, l.family, l.content, l.hash, a.id is not null as there, "
                        + TrailLine.COLUMNS + """
                from audit.link l
                left join audit.act a on a.id = l.act
                where (l.day, l.number) > (:day, :number) and l.day <= :to
                order by l.day, l.number
                limit :atOnce
                """)
                .param("day", after == null ? from : after.day())
                .param("number", after == null ? 0 : after.number())
                .param("to", to)
                .param("atOnce", AT_ONCE)
                .query((row, _) -> link(row))
                .list();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("day", LocalDate.class),
                row.getInt("number"),
                row.getObject("act", UUID.class),
                row.getString("family"),
                row.getBytes("content"),
                row.getBytes("hash"),
                row.getBoolean("there") ? TrailLine.of(row) : null);
    }

    /** Lines that lie before the newest sealed one and have no place in the chain: nobody wrote them in time. */
    private void unsealed(LocalDate from, LocalDate to, ChainWalk walk) {
        var head = Sealing.head(jdbc);
        if (head == null || head.moved()) {
            return;
        }
        jdbc.sql("""
                select a.at
                from audit.act a
                where (a.xact, a.id) <= (cast(:xact as xid8), cast(:act as uuid))
                  and a.at >= :from and a.at < :until
                  and not exists (select from audit.link l where l.act = a.id)
                limit :most
                """)
                .param("xact", head.xact())
                .param("act", head.act())
                .param("from", from.atStartOfDay(Chain.CITY).toOffsetDateTime())
                .param("until", to.plusDays(1).atStartOfDay(Chain.CITY).toOffsetDateTime())
                .param("most", ChainWalk.MOST_FINDINGS)
                .query((ResultSet row) -> walk.found(
                        Trouble.INSERTED,
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(Chain.CITY)
                                .toLocalDate(),
                        0));
    }

    /** Each removal left a line about itself, as long as lines about the trail of that time are kept. */
    private void removedInSilence(LocalDate from, LocalDate to, ChainWalk walk) {
        jdbc.sql("""
                select r.day
                from audit.removal r
                where r.day between :from and :to
                  and not exists (select from audit.act a
                                  where a.subject = r.id and a.what = 'audit.trail.removed')
                  and not exists (select from audit.removal t
                                  where t.part = 'trail' and t.day >= (r.at at time zone 'Europe/Athens')::date)
                """)
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> walk.found(Trouble.MISSING, row.getObject("day", LocalDate.class), 0));
    }
}
