package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.opensocialnet.kernel.Terminal;

/** Data directories of tests, below target/, and a terminal nobody sits at. */
final class Scratch {

    private static final Path BELOW = Path.of("target/scratch").toAbsolutePath();

    private Scratch() {}

    /** A path where nothing is. */
    static Path directory(String name) throws IOException {
        var directory = BELOW.resolve(name);
        if (Files.exists(directory)) {
            Binaries.delete(directory);
        }
        Files.createDirectories(BELOW);
        return directory;
    }

    static Connection connect(Postgres postgres) throws SQLException {
        var address = postgres.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    static void run(Postgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Postgres postgres, String question) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    static final Terminal SILENT = new Terminal() {
        @Override
        public void say(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public Progress progress(String what, long total) {
            return new Progress() {
                @Override
                public void advance(long steps) {}

                @Override
                public void close() {}
            };
        }
    };
}
