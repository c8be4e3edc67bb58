package org.opensocialnet.directory;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.opensocialnet.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The directory's door: what other rooms may ask of it beyond reading its public views. */
@Component
public class Directory {

    private final DataSource database;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Directory(DataSource database, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an intake: the one way rows of a source get into the directory.
     *
     * @param source the short name of where they come from: "own", "demo", "san-mateo"
     * @param sourceName how readers call it
     */
    public Intake intake(String source, String sourceName, IntakeOptions options) {
        if (!source.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw Refusal.conflict("directory.source.name", source);
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
