package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.TestDatabase;

/** Before anybody wrote anything the roll-ups can be reckoned anew as well. */
class EmptyBookTest {

    @Test
    void aBookWithoutALineIsReckonedAndNothingIsWrong() throws SQLException {
        var here = TestDatabase.postgres().address();
        try (var database =
                        DriverManager.getConnection(TestDatabase.another("empty_book"), here.user(), here.password());
                var ask = database.createStatement()) {
            ask.execute("select set_config('osn.reach', 'system', false)");
            for (var repair : new boolean[] {false, true, false}) {
                try (var proof =
                        ask.executeQuery("select entries, places, wrong from ledger.rebuild(%s)".formatted(repair))) {
                    assertThat(proof.next()).isTrue();
                    assertThat(proof.getLong("entries")).isZero();
                    assertThat(proof.getLong("places")).isZero();
                    assertThat(proof.getLong("wrong")).isZero();
                }
            }
        }
    }
}
