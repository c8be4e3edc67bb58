package org.opensocialnet.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Begins each transaction by telling PostgreSQL whose eyes it has; the telling ends with the transaction. */
final class SightedTransactions extends JdbcTransactionManager {

    private static final String TELL = """
            select set_config('osn.member', ?, true),
                   set_config('osn.organization', ?, true),
                   set_config('osn.role', ?, true),
                   set_config('osn.reach', ?, true),
                   set_config('osn.purpose', ?, true)
            """;

    SightedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var sight = Sight.current();
        if (sight != null) {
            try {
                tell(DataSourceUtils.getConnection(Objects.requireNonNull(getDataSource())), sight);
            } catch (SQLException | RuntimeException e) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("the database did not hear whose eyes to lend", e);
            }
        }
    }

    private static void tell(Connection connection, Sight sight) throws SQLException {
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, text(sight.member()));
            statement.setString(2, text(sight.organization()));
            statement.setString(3, sight.role());
            statement.setString(4, sight.reach().name().toLowerCase(Locale.ROOT));
            statement.setString(5, sight.purpose());
            statement.execute();
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
