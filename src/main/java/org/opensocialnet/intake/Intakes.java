package org.opensocialnet.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.opensocialnet.directory.DirectoryChanged;
import org.opensocialnet.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
                        new Intake.Source(source, sourceName, false),
                        options,
                        new Cells(clock.getZone()),
                        change -> transactions.executeWithoutResult(status -> events.publishEvent(change)),
                        false);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No connection for the intake of " + source, e);
        }
    }

    /**
     * Opens an intake inside of the caller's transaction, so that what belongs to it (its trail, its book) is kept with
     * its rows or not at all. Whether they are kept is for the caller to decide: finishing neither commits nor rolls back.
     */
    public Intake join(String source, String sourceName, IntakeOptions options) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction to join");
        }
        try {
            return new Intake(
                    DataSourceUtils.getConnection(database),
                    new Intake.Source(source, sourceName, false),
                    options,
                    new Cells(clock.getZone()),
                    events::publishEvent,
                    true);
        } catch (SQLException e) {
            throw new IllegalStateException("No staging for the intake of " + source, e);
        }
    }

    /** What an amendment would change, old and new; nothing is kept. */
    public Amended preview(Amendment amendment) {
        return amended(amendment, false);
    }

    /**
     * Keeps an amendment, in the caller's transaction if there is one, so that what belongs to the act (its trail, its
     * draft) is kept with it or not at all. An amendment with problems changes nothing.
     */
    public Amended amend(Amendment amendment) {
        return amended(amendment, true);
    }

    private Amended amended(Amendment amendment, boolean keep) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var before = status.createSavepoint();
            var connection = DataSourceUtils.getConnection(database);
            try {
                var done = new Amending(connection, new Cells(clock.getZone()), amendment).carryOut();
                boolean saved = keep && done.possible();
                if (saved) {
                    try (var statement = connection.createStatement()) {
                        statement.execute("discard temporary");
                    }
                    status.releaseSavepoint(before);
                    events.publishEvent(new DirectoryChanged(amendment.source()));
                } else {
                    status.rollbackToSavepoint(before);
                }
                return new Amended(saved, done.differences(), done.problems(), done.undo());
            } catch (SQLException e) {
                throw new IllegalStateException("The database did not take an amendment", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
        }));
    }
}
