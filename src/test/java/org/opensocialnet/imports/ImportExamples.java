package org.opensocialnet.imports;

import java.util.UUID;
import java.util.function.Supplier;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An import that was taken back, but for one record that waits for a decision. */
@Configuration(proxyBeanMethods = false)
@Profile("matrix")
class ImportExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private UUID record = UUID.randomUUID();

    ImportExamples(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Example(String kind, Supplier<UUID> by) implements RouteExamples {

        @Override
        public String of(UUID organization, UUID member) {
            return by.get().toString();
        }
    }

    @Bean
    RouteExamples loadExample() {
        return new Example("load", this::load);
    }

    @Bean
    RouteExamples touchedExample() {
        return new Example("touched", () -> record);
    }

    private UUID load() {
        var load = UUID.randomUUID();
        record = UUID.randomUUID();
        Sight.job("matrix")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    insert("""
                    insert into imports.load (
                        id, source, source_name, file_name, bytes, everything, state, member, member_name, sent_at, run,
                        print, problems, applied_at, applied_by, undone_at, undone_by)
                    values (:load, 'matrix', 'Πηγή', 'a.zip', 1, false, 'UNDONE', :load, 'Ελένη', now(), :load, '1', 1,
                            now(), 'Ελένη', now(), 'Ελένη')
                    """, load);
                    insert("""
                    insert into imports.record (load, run, table_name, id, kind, name, differences, outcome)
                    values (:load, :load, 'service', :record, 'CHANGED', 'Συσσίτιο', 1, 'KEPT')
                    """, load);
                    insert("""
                    insert into imports.difference (
                        load, run, position, record_table, record_id, table_name, row_id, kind, column_name, before, after)
                    values (:load, :load, 0, 'service', :record, 'service', :record, 'CHANGED', 'name', 'α', 'β')
                    """, load);
                    insert("""
                    insert into imports.problem (load, run, position, file, line, table_name, reason, left_out)
                    values (:load, :load, 0, 'a.csv', 1, 'service', 'is missing', true)
                    """, load);
                }));
        return load;
    }

    private void insert(String sql, UUID load) {
        var statement = jdbc.sql(sql).param("load", load);
        (sql.contains(":record") ? statement.param("record", record) : statement).update();
    }
}
