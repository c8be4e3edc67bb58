package org.opensocialnet.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.springframework.stereotype.Component;

/**
 * Writes the public directory as the tables of HSDS: one CSV each and a data package that describes them, all from
 * one moment. Texts are written as they are, for another program to read; lists for people are spreadsheets.
 */
@Component
class TabularExport {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Where files go: a directory or an archive. */
    interface Target {
        OutputStream file(String name) throws IOException;
    }

    private final DataSource database;
    private final OpenData terms;

    TabularExport(DataSource database, OpenData terms) {
        this.database = database;
        this.terms = terms;
    }

    /** Writes everything, or what one source brought with the vocabularies it speaks in. */
    void write(Target target, @Nullable String source, ObjLongConsumer<String> done) throws IOException, SQLException {
        try (var description = target.file("datapackage.json")) {
            DataPackage.write(terms, description);
        }
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var gone = gone(connection);
                for (var table : HsdsTable.all()) {
                    var name = DataPackage.file(table);
                    try (var out = target.file(name)) {
                        done.accept(name, table(connection, new Exported(table, gone, source), out));
                    }
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Kinds of records of which some are gone from their source: only where there are any need we look. */
    private static List<HsdsTable> gone(Connection connection) throws SQLException {
        var tables = new java.util.ArrayList<HsdsTable>();
        for (var table : HsdsTable.all().stream().filter(HsdsTable::root).toList()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select exists (select from " + table.publicView() + " r where r.gone_at is not null)")) {
                if (rows.next() && rows.getBoolean(1)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static long table(Connection connection, Exported exported, OutputStream out)
            throws SQLException, IOException {
        Writer writer = new java.io.BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        var columns = exported.table().publishedColumns();
        csv.printRecord(columns.stream().map(HsdsColumn::name));
        long written = 0;
        try (var query = connection.prepareStatement(exported.sql())) {
            query.setFetchSize(ROWS_AT_ONCE);
            if (exported.source() != null && !exported.isShared()) {
                query.setString(1, exported.source());
            }
            try (var rows = query.executeQuery()) {
                for (; rows.next(); written++) {
                    for (int i = 1; i <= columns.size(); i++) {
                        csv.print(rows.getString(i));
                    }
                    csv.println();
                }
            }
        }
        csv.flush();
        return written;
    }
}
