package org.opensocialnet.population;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that were brought in: each whole, and each taken back whole. Either is in the trail, or does not happen. */
@Component
@Transactional
public class PopulationFiles {

    static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    PopulationFiles(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** One file. */
    record Brought(
            UUID id,
            String name,
            int rows,
            OffsetDateTime at,
            @Nullable OffsetDateTime takenBack) {}

    public UUID bring(String name, UUID member, List<Estimate> estimates) {
        var batch = Uuid7.next();
        jdbc.sql("""
                insert into population.batch (id, name, rows, member, brought_at)
                values (:id, :name, :rows, :member, :now)
                """)
                .param("id", batch)
                .param("name", name)
                .param("rows", estimates.size())
                .param("member", member)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (var estimate : estimates) {
            jdbc.sql("""
                    insert into population.estimate (
                        id, batch, zone, target_group, service_type, people, least, most, source, day)
                    values (:id, :batch, :zone, :group, :type, :people, :least, :most, :source, :day)
                    """)
                    .param("id", Uuid7.next())
                    .param("batch", batch)
                    .param("zone", estimate.zone())
                    .param("group", estimate.group())
                    .param("type", estimate.serviceType())
                    .param("people", estimate.people())
                    .param("least", estimate.least())
                    .param("most", estimate.most())
                    .param("source", estimate.source())
                    .param("day", estimate.day())
                    .update();
        }
        trail.note(Act.on("population.file.brought", "population-file", batch));
        return batch;
    }

    public void takeBack(UUID batch) {
        turn(batch, true);
        trail.note(Act.on("population.file.taken-back", "population-file", batch));
    }

    /** Takes a table out that was invented, as if it had never been brought. */
    public void forget(UUID batch) {
        jdbc.sql("delete from population.estimate where batch = :id")
                .param("id", batch)
                .update();
        jdbc.sql("delete from population.batch where id = :id")
                .param("id", batch)
                .update();
    }

    void bringAgain(UUID batch) {
        turn(batch, false);
        trail.note(Act.on("population.file.brought", "population-file", batch));
    }

    private void turn(UUID batch, boolean back) {
        int changed = jdbc.sql("""
                update population.batch set taken_back = case when :back then cast(:now as timestamptz) end
                where id = :id and (taken_back is null) = :back
                """)
                .param("id", batch)
                .param("back", back)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            throw Refusal.notFound("population.unknown");
        }
    }

    @Transactional(readOnly = true)
    List<Brought> latest() {
        return jdbc.sql("""
                select id, name, rows, brought_at, taken_back from population.batch order by brought_at desc, id desc
                limit :most
                """)
                .param("most", PAGE)
                .query((row, _) -> new Brought(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("rows"),
                        row.getObject("brought_at", OffsetDateTime.class),
                        row.getObject("taken_back", OffsetDateTime.class)))
                .list();
    }
}
