package org.opensocialnet.directory;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where records of the directory came from. */
@Component
public class Sources {

    /**
     * One of them.
     *
     * @param id its short name, which holds for good: "own", "san-mateo"
     * @param name how readers call it
     */
    public record Source(String id, String name, @Nullable OffsetDateTime loadedAt) {}

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, by name. */
    public List<Source> all() {
        return jdbc.sql("select id, name, loaded_at from directory.source order by name, id")
                .query(Rows.of(Source.class))
                .list();
    }
}
