package org.opensocialnet.database;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Ties the database to the life of the program: the pool needs the connection details, these need PostgreSQL, so it
 * starts before the pool opens and stops after the pool has closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, BackupSettings.class})
@EnableScheduling
class DatabaseConfig {

    /** Where this program may keep files. */
    @Bean
    DataDirectory dataDirectory(DatabaseSettings settings) {
        return new DataDirectory(settings.data().toAbsolutePath().normalize());
    }

    /** Every transaction says whose eyes it has. */
    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new SightedTransactions(dataSource);
    }

    /** An existing PostgreSQL, or that of the server we work beside. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("osn.database.url")
    static class External {

        @Bean
        JdbcConnectionDetails connectionDetails(DatabaseSettings settings) {
            var database = settings.database();
            var url = Objects.requireNonNull(database.url());
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new OperatorError(
                        4,
                        "OSN_DATABASE_URL begins with jdbc:postgresql://, as in jdbc:postgresql://localhost:5432/osn");
            }
            return new Connection(new Address(url, database.user(), database.password()));
        }
    }

    /** Our own PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "osn.database.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean(destroyMethod = "close")
        Postgres postgres(DataDirectory data, ObjectProvider<Postgres.Starting> early) throws IOException {
            var starting = early.getIfAvailable();
            return starting == null ? Postgres.start(data.path()) : starting.started();
        }

        @Bean
        JdbcConnectionDetails connectionDetails(Postgres postgres) {
            return new Connection(postgres.address());
        }

        @Bean
        @ConditionalOnWebApplication
        NightlyBackup nightlyBackup(
                Postgres postgres,
                DataDirectory data,
                BackupSettings settings,
                ObjectProvider<JobBook> jobs,
                Clock clock) {
            return new NightlyBackup(postgres, data, settings, jobs::getObject, clock);
        }
    }

    private record Connection(Address address) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return address.url();
        }

        @Override
        public String getUsername() {
            return address.user();
        }

        @Override
        public String getPassword() {
            return address.password();
        }
    }
}
