package org.opensocialnet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest
class DatabaseTest {

    record Word(String word, int place) {}

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void sortsGreekAsGreeksDo() {
        assertThat(jdbc.sql("select word from (values ('Ωμέγα'), ('άλφα'), ('Βήτα'), ('Άλφα')) w (word) order by word")
                        .query(String.class)
                        .list())
                .containsExactly("άλφα", "Άλφα", "Βήτα", "Ωμέγα");
    }

    @Test
    void readsRowsIntoRecords() {
        assertThat(jdbc.sql("select 'δομή' as word, 1 as place")
                        .query(Rows.of(Word.class))
                        .list())
                .containsExactly(new Word("δομή", 1));
    }

    @Test
    void theProgramIsNoSuperuserSoThatRowLevelSecurityBindsIt() {
        assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void aLoginThatRowLevelSecurityDoesNotBindIsRefused() throws SQLException {
        try (var keeper = TestDatabase.postgres().keeper("osn")) {
            var unbound = new BoundLogin(JdbcClient.create(new SingleConnectionDataSource(keeper, true)));

            assertThatThrownBy(unbound::afterPropertiesSet)
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("keeper")
                    .hasMessageContaining("OSN_DATABASE_USER");
        }
    }

    @Test
    void everyRoomsTablesAreThere() {
        assertThat(jdbc.sql("select count(*) from public.flyway_schema_history where not success")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select id from directory.source where id = 'own'")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void theClockShowsTheTimeOfAthens() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Athens"));
    }
}
