package org.opensocialnet.intake;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.opensocialnet.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The gate through which every row gets into the directory. */
@Component
public class Intakes {

    private final DataSource database;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intakes(DataSource database, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an intake of any number of rows.
     *
     * @param source the short name of where they come from: "own", "demo", "san-mateo"
     * @param sourceName how readers call it
     */
    public Intake open(String source, String sourceName, IntakeOptions options) {
        if (!source.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw Refusal.conflict("intake.source.name", source);
        }
        try {
            var connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                return new Intake(
                        connection,
                        new Intake.Source(source, sourceName),
                        options,
                        new Cells(clock.getZone()),
                        change -> transactions.executeWithoutResult(status -> events.publishEvent(change)));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No connection for the intake of " + source, e);
        }
    }
}
