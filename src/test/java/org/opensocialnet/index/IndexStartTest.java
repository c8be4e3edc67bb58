package org.opensocialnet.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A start on a directory whose index takes long: a lock on one table holds the making of it for as long as we like. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexStartTest {

    static final UUID ORGANIZATION = UUID.nameUUIDFromBytes("Ο μεγάλος φορέας".getBytes(UTF_8));

    final HttpClient browser = HttpClient.newHttpClient();
    final String url = TestDatabase.another("start_test");

    ConfigurableApplicationContext node;
    Connection other;

    @BeforeAll
    void startOnADirectoryThatCannotBeReadYet() throws Exception {
        other = DriverManager.getConnection(
                url,
                TestDatabase.postgres().address().user(),
                TestDatabase.postgres().address().password());
        start("2s").close();
        try (var statement = other.createStatement()) {
            statement.execute("insert into directory.organization (id, name, record_source) values ('" + ORGANIZATION
                    + "', 'Ο μεγάλος φορέας', 'own')");
            statement.execute("""
                    insert into directory.service (id, organization_id, name, record_source)
                    select gen_random_uuid(), '%s', 'Υπηρεσία ' || n, 'own'
                    from generate_series(1, 5000) n
                    """.formatted(ORGANIZATION));
            statement.execute("analyze"); // as an intake does when it ends
        }
        other.setAutoCommit(false);
        lock();
        node = start("50ms");
    }

    @AfterAll
    void stop() throws Exception {
        other.rollback();
        other.close();
        node.close();
    }

    @Test
    void theServerAnswersAtOnceSaysThatTheListIsBeingPreparedAndStopsInTheMiddleOfIt() throws Exception {
        var search = get("/find?q=%CF%85%CF%80%CE%B7%CF%81%CE%B5%CF%83%CE%AF%CE%B1");
        assertThat(search.statusCode()).isEqualTo(503);
        assertThat(search.headers().firstValue("Retry-After")).contains("5");
        assertThat(search.body()).contains("Ο κατάλογος ετοιμάζεται", "0 %", "Δοκιμάστε ξανά");
        assertThat(get("/find.geojson").statusCode()).isEqualTo(503);
        assertThat(get("/en/find.csv").body()).contains("being prepared");
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        assertThat(get("/").body()).contains("5.000 υπηρεσίες", "Ο κατάλογος ετοιμάζεται");
        assertThat(get("/organization/" + ORGANIZATION).body())
                .contains("Ο μεγάλος φορέας", "Ο κατάλογος ετοιμάζεται")
                .doesNotContain("δεν έχει δικές του");

        var before = System.nanoTime();
        node.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));

        node = start("50ms");
        other.rollback();
        await().atMost(Duration.ofSeconds(60)).until(() -> get("/health/ready").statusCode() == 200);
        assertThat(get("/find").body()).contains("5.000 αποτελέσματα");
        assertThat(get("/").body()).doesNotContain("ετοιμάζεται");
    }

    /** The last table that is read of a batch. */
    private void lock() throws Exception {
        try (var statement = other.createStatement()) {
            statement.execute("lock table directory.schedule in access exclusive mode");
        }
    }

    private ConfigurableApplicationContext start(String patience) {
        var postgres = TestDatabase.postgres().address();
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .run(
                        "--osn.test-database=false",
                        "--server.port=0",
                        "--osn.data=target/test-data-index-start",
                        "--osn.search.in-memory=true",
                        "--osn.search.poll=200ms",
                        "--osn.search.patience=" + patience,
                        "--spring.datasource.hikari.maximum-pool-size=6",
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--osn.database.url=" + url,
                        "--osn.database.user=" + postgres.user(),
                        "--osn.database.password=" + postgres.password());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var port = node.getEnvironment().getProperty("local.server.port");
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }
}
