package org.opensocialnet.audit;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.settings.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail that each test begins anew, as the superuser may, and a clock that goes when it is told to. */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@Import(WrittenTrail.Time.class)
abstract class WrittenTrail {
    static final String DATABASE = "trail_test";

    @Autowired
    Trail trail;

    @Autowired
    Sealing sealing;

    @Autowired
    TrailVerification verification;

    @Autowired
    TrailSearch search;

    @Autowired
    TrailState state;

    @Autowired
    Retention retention;

    @Autowired
    VerifyTrail command;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Written.TestClock clock;

    Written written;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another(DATABASE);
        properties.add("osn.database.url", () -> url);
    }

    @BeforeEach
    void anEmptyTrail() throws SQLException {
        clock.back();
        written = new Written(trail, transactions);
        keeper("""
                alter table audit.act disable trigger user;
                alter table audit.link disable trigger user;
                alter table audit.day disable trigger user;
                alter table audit.removal disable trigger user;
                alter table audit.verification disable trigger user;
                truncate audit.act, audit.link, audit.day, audit.removal, audit.verification;
                alter table audit.act enable always trigger act_only_added_to;
                alter table audit.act enable always trigger act_leaves_by_removal;
                alter table audit.link enable always trigger link_leaves_by_removal;
                alter table audit.link enable always trigger link_only_added_to;
                alter table audit.day enable always trigger day_only_added_to;
                alter table audit.removal enable always trigger removal_only_added_to;
                alter table audit.verification enable always trigger verification_only_added_to;
                """);
    }

    /** Until nothing waits: a transaction anywhere on the server of all tests can hold lines back for a moment. */
    void seal() {
        Written.seal(sealing, state);
    }

    record Link(String day, int number, String family, String what, String hash) {}

    List<Link> links() {
        try {
            return Sight.job("test")
                    .call(() -> new TransactionTemplate(transactions)
                            .execute(_ -> jdbc.sql("""
                            select l.day::text as day, l.number, l.family, coalesce(a.what, 'gone') as what,
                                   encode(l.hash, 'hex') as hash
                            from audit.link l
                            left join audit.act a on a.id = l.act
                            order by l.day, l.number
                            """).query(Link.class).list()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void keeper(String statements) throws SQLException {
        try (var keeper = TestDatabase.keeper(DATABASE);
                var statement = keeper.createStatement()) {
            statement.execute(statements);
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Written.TestClock stopped() {
            return new Written.TestClock();
        }
    }
}
