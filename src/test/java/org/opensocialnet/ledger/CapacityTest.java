package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.DirectoryChanged;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Capacities.Capacity;
import org.opensocialnet.ledger.Capacities.FullDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A night shelter counts its free beds; the ledger remembers since when it is full. */
@SpringBootTest
class CapacityTest {

    @Autowired
    CapacityWatch watch;

    @Autowired
    Capacities capacities;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    UUID shelter;
    UUID nights;
    UUID beds;

    @BeforeEach
    void aShelterWithBeds() {
        shelter = Uuid7.next();
        nights = Uuid7.next();
        beds = Uuid7.next();
        var unit = Uuid7.next();
        jdbc.sql(
                        "insert into directory.organization (id, name, description, record_source) values (?, 'Ξενώνας', 'x', 'own')")
                .param(shelter)
                .update();
        jdbc.sql("""
                insert into directory.service (id, organization_id, name, status, record_source)
                values (?, ?, 'Υπνωτήριο', 'active', 'own')
                """).params(nights, shelter).update();
        jdbc.sql("insert into directory.unit (id, name, record_source) values (?, 'κλίνες', 'own')")
                .param(unit)
                .update();
        jdbc.sql("""
                insert into directory.service_capacity (id, service_id, unit_id, available, maximum, updated, record_source)
                values (?, ?, ?, 4, 12, ?, 'own')
                """)
                .params(beds, nights, unit, OffsetDateTime.now(clock).minusDays(10))
                .update();
        watch.changed(new DirectoryChanged("own"));
        watch.look();
    }

    @Test
    void sinceWhenItIsFullIsRemembered() {
        counted(0, 6);
        counted(2, 2);
        watch.changed(new DirectoryChanged("own"));
        assertThat(watch.look()).as("nothing new").isZero();

        var today = LocalDate.now(clock);
        assertThat(full(today.minusDays(20), today)).isEqualTo(new FullDays(nights, shelter, "", "κλίνες", 5, 11));
        assertThat(full(today.minusDays(4), today.plusDays(40)).full()).isEqualTo(3);
        assertThat(at(today)).isEqualTo(2);
        assertThat(at(today.minusDays(4))).isZero();
        assertThat(at(today.minusDays(8))).isEqualTo(4);
        assertThat(seen(today.minusDays(30))).isEmpty();
    }

    @Test
    void aTapAtTheDeskIsWrittenDown() {
        directory.countExactly(beds, 0);

        assertThat(watch.look()).isPositive();

        assertThat(at(LocalDate.now(clock))).isZero();
    }

    private void counted(int available, int daysAgo) {
        jdbc.sql("update directory.service_capacity set available = ?, updated = ? where id = ?")
                .params(available, OffsetDateTime.now(clock).minusDays(daysAgo), beds)
                .update();
        watch.changed(new DirectoryChanged("own"));
        watch.look();
    }

    private FullDays full(LocalDate from, LocalDate to) {
        return Bookkeeper.team().call(() -> capacities.fullDays(from, to)).stream()
                .filter(one -> one.service().equals(nights))
                .findFirst()
                .orElseThrow();
    }

    private int at(LocalDate day) {
        return seen(day).getFirst().available().intValue();
    }

    private List<Capacity> seen(LocalDate day) {
        return Bookkeeper.team().call(() -> capacities.at(day)).stream()
                .filter(one -> one.service().equals(nights))
                .toList();
    }
}
