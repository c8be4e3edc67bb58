package org.opensocialnet.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.settings.Setting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows that go by their age: one statement counts those whose time is over, another forgets them. Both know the moment
 * as {@code :before} and answer the columns organization and rows.
 */
@Transactional
public abstract class AgingRows implements Keeping {

    private final JdbcClient jdbc;
    private final String code;
    private final Unit unit;
    private final Setting<Integer> time;
    private final String due;
    private final String forget;

    protected AgingRows(JdbcClient jdbc, String code, Unit unit, Setting<Integer> time, String due, String forget) {
        this.jdbc = jdbc;
        this.code = code;
        this.unit = unit;
        this.time = time;
        this.due = due;
        this.forget = forget;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Setting<Integer> time() {
        return time;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public List<Sum> due(Instant before) {
        return sums(due, before);
    }

    @Override
    public Forgotten forget(Instant before) {
        var gone = sums(forget, before);
        return new Forgotten(gone, due(before).stream().mapToInt(Sum::rows).sum());
    }

    private List<Sum> sums(String sql, Instant before) {
        return jdbc.sql(sql)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }
}
