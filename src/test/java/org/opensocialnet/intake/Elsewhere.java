package org.opensocialnet.intake;

import java.time.Clock;
import javax.sql.DataSource;
import org.opensocialnet.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Another installation: a database of its own, with the words that come with the program. */
public record Elsewhere(DataSource database) {

    public static Elsewhere called(String name) {
        var here = TestDatabase.postgres().address();
        var database = new DriverManagerDataSource(TestDatabase.another(name), here.user(), here.password());
        var elsewhere = new Elsewhere(database);
        new OwnVocabularies(elsewhere.intakes(), elsewhere.jdbc()).load();
        return elsewhere;
    }

    public Intakes intakes() {
        return new Intakes(
                database,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                _ -> {},
                Clock.systemDefaultZone());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
