package org.opensocialnet.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opensocialnet.evidence.Picture.Around;
import org.opensocialnet.evidence.Raw.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was told of which days: kept before anybody reads it. The latest ones stay in memory, for they never change. */
@Component
class Tellings {

    /** How many pictures are kept in memory. */
    private static final int REMEMBERED = 40;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Map<UUID, Picture> pictures = new ConcurrentHashMap<>();

    Tellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String write(Object kept) {
        return JSON.writeValueAsString(kept);
    }

    static <T> T read(String kept, Class<T> as) {
        return JSON.readValue(kept, as);
    }

    /** Which telling, and when it was looked at last. */
    record Which(UUID id, LocalDate day, int days, Instant told, Instant checked) {}

    Optional<Which> latest(LocalDate day, int days) {
        return jdbc.sql("""
                select id, day, days, told_at, checked_at from evidence.telling
                where day = :day and days = :days
                order by told_at desc, id desc limit 1
                """)
                .param("day", day)
                .param("days", days)
                .query((row, _) -> which(row))
                .optional();
    }

    /** The one that counts up to the youngest day. */
    Optional<Which> youngest(int days) {
        return jdbc.sql("""
                select id, day, days, told_at, checked_at from evidence.telling
                where days = :days
                order by day desc, told_at desc, id desc limit 1
                """).param("days", days).query((row, _) -> which(row)).optional();
    }

    private static Which which(ResultSet row) throws SQLException {
        return new Which(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getInt("days"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    /** What was told of these days, the oldest first; of very many tellings the youngest. */
    List<Told> before(LocalDate day, int days) {
        return jdbc.sql("""
                select counts
                from (
                    select id, told_at, counts from evidence.telling
                    where day = :day and days = :days
                    order by told_at desc, id desc limit 200
                ) youngest
                order by told_at, id
                """)
                .param("day", day)
                .param("days", days)
                .query((row, _) -> read(row.getString("counts"), Told.class))
                .list();
    }

    /** Takes away what was told of days before this one. They are never told again, so that nothing is left to be tied to them. */
    int prune(LocalDate before) {
        return jdbc.sql("delete from evidence.telling where day < :before")
                .param("before", before)
                .update();
    }

    /** What was told of these days may hold no more: it is looked at again. */
    void doubt(LocalDate day) {
        jdbc.sql("update evidence.telling set checked_at = told_at - interval '1 year' where day = :day")
                .param("day", day)
                .update();
    }

    /**
     * What was told last of other days that touch these, what everybody was told before the rest, the nearest first. A month
     * that everybody was told stays among them when the network's bodies were told it anew.
     */
    List<Which> touching(LocalDate from, LocalDate day, int most) {
        return jdbc.sql("""
                select id, day, days, told_at, checked_at
                from (
                    select id, day, days, told_at, checked_at, for_all,
                           row_number() over (partition by day, days order by told_at desc, id desc) as place
                    from evidence.telling
                    where day >= :from and day - days + 1 <= :day
                ) told
                where (place = 1 or for_all) and not (day = :day and day - days + 1 = :from)
                order by for_all desc, abs(day - cast(:day as date)), days
                limit :most
                """)
                .param("from", from)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> which(row))
                .list();
    }

    Told told(Which which) {
        return jdbc.sql("select counts from evidence.telling where id = :id")
                .param("id", which.id())
                .query((row, _) -> read(row.getString("counts"), Told.class))
                .single();
    }

    void forget(LocalDate since) {
        jdbc.sql("delete from evidence.publication where month >= date_trunc('month', cast(:since as date))")
                .param("since", since)
                .update();
        jdbc.sql("delete from evidence.telling where day >= :since")
                .param("since", since)
                .update();
        pictures.clear();
    }

    /** Everybody was told it, and not only the network's bodies. */
    void forAll(Which which) {
        jdbc.sql("update evidence.telling set for_all = true where id = :id")
                .param("id", which.id())
                .update();
    }

    /** One teller at a time, on whatever node: each must know what the others told. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evidence', 0))::text")
                .query((_, _) -> true)
                .list();
    }

    void keep(UUID id, LocalDate day, int days, Told told, Around around, Instant now) {
        jdbc.sql("""
                insert into evidence.telling (id, day, days, told_at, checked_at, counts, around)
                values (:id, :day, :days, :now, :now, cast(:counts as jsonb), cast(:around as jsonb))
                """)
                .param("id", id)
                .param("day", day)
                .param("days", days)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("counts", write(told))
                .param("around", write(around))
                .update();
    }

    void holds(UUID id, Around around, Instant now) {
        jdbc.sql("""
                update evidence.telling set checked_at = :now, around = cast(:around as jsonb) where id = :id
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("around", write(around))
                .update();
        pictures.remove(id);
    }

    Picture picture(Which which) {
        var known = pictures.get(which.id());
        if (known != null && known.told().equals(which.checked())) {
            return known;
        }
        var picture = read(which);
        if (pictures.size() >= REMEMBERED) {
            pictures.clear();
        }
        pictures.put(which.id(), picture);
        return picture;
    }

    private Picture read(Which which) {
        return jdbc.sql("select counts, around from evidence.telling where id = :id")
                .param("id", which.id())
                .query((row, _) -> picture(
                        which, read(row.getString("counts"), Told.class), read(row.getString("around"), Around.class)))
                .single();
    }

    private static Picture picture(Which which, Told told, Around around) {
        return new Picture(
                which.day().minusDays(which.days() - 1L),
                which.day(),
                which.checked(),
                true,
                told.shown(Subject.UNMET),
                told.shown(Subject.REACHED),
                around);
    }
}
