package org.opensocialnet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Keyring;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Another node, with a memory and an ear of its own, on the same database. */
@ApplicationModuleTest
class OtherNodeTest {

    static final String DATABASE = "other_node_test";
    static final Setting<Integer> PLATES =
            new Setting<>("kitchen.plates", Setting.Group.SITE, 1, Forms.number(1, 500), 40, "", "");

    @Autowired
    Settings here;

    @Autowired
    PlatformTransactionManager transactions;

    Settings there;
    Listening ear;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another(DATABASE);
        properties.add("osn.database.url", () -> url);
    }

    @BeforeEach
    void anotherNode(
            @Autowired ObjectProvider<Declared> declared,
            @Autowired Locks locks,
            @Autowired Keyring keyring,
            @Autowired Shelf shelf,
            @Autowired JdbcConnectionDetails database,
            @Autowired Emblems emblems) {
        there = new Settings(declared, locks, keyring, shelf);
        ear = new Listening(database, there, emblems);
        ear.start();
    }

    @AfterEach
    void leaves() {
        ear.stop();
    }

    @Test
    void hearsOfAChangeBeforeItWouldHaveLookedByItself() throws Exception {
        Thread.sleep(Duration.ofSeconds(1));
        decide(90);

        assertThat(heard(90, Duration.ofSeconds(3))).isTrue();
    }

    @Test
    void findsAChangeAlsoWhenItsEarWasTakenAway() throws Exception {
        Thread.sleep(Duration.ofSeconds(1));
        deafen();
        decide(91);

        assertThat(heard(91, Duration.ofSeconds(15))).isTrue();
        decide(92);
        assertThat(heard(92, Duration.ofSeconds(15))).isTrue();
    }

    private void decide(int plates) {
        Sight.job("settings")
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> assertThat(here.change(Map.of(PLATES, String.valueOf(plates))))
                                .isEmpty()));
        assertThat(here.value(PLATES)).isEqualTo(plates);
    }

    private boolean heard(int plates, Duration patience) throws InterruptedException {
        for (long end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            if (there.value(PLATES) == plates) {
                return true;
            }
        }
        return false;
    }

    private static void deafen() throws SQLException {
        try (var keeper = TestDatabase.keeper(DATABASE);
                var statement = keeper.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and query = 'listen osn_settings'
                    """);
        }
    }

    @TestConfiguration
    static class Kitchen {

        @Bean
        Declared plates() {
            return new Declared(PLATES);
        }
    }
}
