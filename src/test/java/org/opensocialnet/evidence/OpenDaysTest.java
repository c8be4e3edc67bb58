package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meal on three days of the week, a shelter each night but Sundays, and a room of which nobody said when it is open. */
@SpringBootTest
class OpenDaysTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

    @Autowired
    OpenDays openDays;

    @Autowired
    JdbcClient jdbc;

    @Test
    void daysAreCountedOnWhichSomethingIsOpenAndNightsByTheirEvening() {
        var organization = Uuid7.next();
        jdbc.sql(
                        "insert into directory.organization (id, name, description, record_source) values (?, 'Τράπεζα', 'x', 'own')")
                .param(organization)
                .update();
        var meal = service(organization);
        var shelter = service(organization);
        var room = service(organization);
        open(meal, "MO,WE,FR", "12:00", "14:00");
        open(shelter, "MO,TU,WE,TH,FR,SA", "21:00", "08:00");

        assertThat(openDays.of(List.of(meal, shelter, room), MONDAY, MONDAY.plusDays(27)))
                .isEqualTo(Map.of(meal.toString(), 12, shelter.toString(), 24));
        assertThat(openDays.of(List.of(meal, shelter), MONDAY.plusDays(5), MONDAY.plusDays(6)))
                .as("a weekend")
                .isEqualTo(Map.of(meal.toString(), 0, shelter.toString(), 1));
        assertThat(openDays.of(List.of(), MONDAY, MONDAY)).isEmpty();
    }

    private UUID service(UUID organization) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into directory.service (id, organization_id, name, status, record_source)
                values (?, ?, 'Υπηρεσία', 'active', 'own')
                """).params(id, organization).update();
        return id;
    }

    private void open(UUID service, String days, String from, String to) {
        jdbc.sql("""
                insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, record_source)
                values (?, ?, 'WEEKLY', ?, cast(? as time), cast(? as time), 'own')
                """).params(Uuid7.next(), service, days, from, to).update();
    }
}
