package org.opensocialnet.population;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of how many people there are. */
@Component
@Transactional(readOnly = true)
public class Population {

    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    Population(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it was reckoned last by that day: a younger figure for the same people takes the place of an older one. */
    public List<Estimate> at(LocalDate day) {
        return jdbc.sql("""
                select distinct on (e.zone, e.target_group, e.service_type)
                       e.zone, e.target_group, e.service_type, e.people, e.least, e.most, e.source, e.day
                from population.estimate e
                join population.batch b on b.id = e.batch and b.taken_back is null
                where e.day <= :day
                order by e.zone, e.target_group, e.service_type, e.day desc, e.id desc
                limit :most
                """)
                .param("day", day)
                .param("most", MOST)
                .query((row, _) -> estimate(row))
                .list();
    }

    static Estimate estimate(ResultSet row) throws SQLException {
        return new Estimate(
                row.getString("zone"),
                row.getString("target_group"),
                row.getString("service_type"),
                row.getDouble("people"),
                row.getDouble("least"),
                row.getDouble("most"),
                row.getString("source"),
                row.getObject("day", LocalDate.class));
    }
}
