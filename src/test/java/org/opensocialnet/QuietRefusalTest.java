package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.OperatorError;

class QuietRefusalTest {

    @Test
    void wordsForTheOperatorAreFoundBelowSpringsWrapping() {
        var words = new OperatorError(5, "in use");
        assertThat(QuietRefusal.wordsIn(new IllegalStateException(new RuntimeException(words))))
                .isSameAs(words);
    }

    @Test
    void aDatabaseThatLetsNobodyInIsTheOperatorsMatter() {
        var refused = new SQLException("password authentication failed", "28P01");
        assertThat(QuietRefusal.wordsIn(new IllegalStateException(refused)))
                .extracting(OperatorError::words)
                .asString()
                .contains("password authentication failed", "OSN_DATABASE_PASSWORD");
    }

    @Test
    void aMistakeOfOursKeepsItsTrace() {
        assertThat(QuietRefusal.wordsIn(new IllegalStateException(new SQLException("syntax error", "42601"))))
                .isNull();
        assertThat(QuietRefusal.wordsIn(new NullPointerException())).isNull();
    }
}
