package org.opensocialnet.intake;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The one COPY a connection can have open. It stays open as long as the same table is filled, so that PostgreSQL works
 * on rows while the next ones are read.
 */
final class CopyPipe {

    private final Connection connection;
    private @Nullable CopyIn open;
    private @Nullable String into;

    CopyPipe(Connection connection) {
        this.connection = connection;
    }

    void write(String copy, byte[] bytes, int length) throws SQLException {
        if (open == null || !copy.equals(into)) {
            end();
            open = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            into = copy;
        }
        open.writeToCopy(bytes, 0, length);
    }

    void execute(String statement) throws SQLException {
        end();
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Everything written is in its table; the connection is free for statements. */
    void end() throws SQLException {
        if (open != null) {
            var copying = open;
            open = null;
            try {
                copying.endCopy();
            } finally {
                cancel(copying);
            }
        }
    }

    /** Whatever was on its way is given up. */
    void close() throws SQLException {
        if (open != null) {
            cancel(open);
            open = null;
        }
    }

    private static void cancel(CopyIn copying) throws SQLException {
        if (copying.isActive()) {
            copying.cancelCopy();
        }
    }
}
