package org.opensocialnet.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database: what one of them hides is not shown by the other from the next look on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherNodesTest {

    static final UUID REFUGE = id("Καταφύγιο Ελπίδα");
    static final UUID HOUSE = id("Το σπίτι");

    final HttpClient browser = HttpClient.newHttpClient();
    final String url = TestDatabase.another("nodes_test");

    ConfigurableApplicationContext here;
    ConfigurableApplicationContext there;

    @BeforeAll
    void start() {
        there = node();
        sql("insert into directory.organization (id, name, record_source) values (?, 'Φορέας', 'own')", id("Φορέας"));
        sql(
                "insert into directory.service (id, organization_id, name, record_source) values (?, ?, 'Καταφύγιο Ελπίδα', 'own')",
                REFUGE,
                id("Φορέας"));
        sql("insert into directory.location (id, name, record_source) values (?, 'Το σπίτι', 'own')", HOUSE);
        sql(
                "insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type, record_source)"
                        + " values (?, ?, 'Κρυφή 7', 'Αθήνα', '', '', 'GR', 'physical', 'own')",
                id("Κρυφή 7"),
                HOUSE);
        sql(
                "insert into directory.service_at_location (id, service_id, location_id, record_source) values (?, ?, ?, 'own')",
                id("εδώ"),
                REFUGE,
                HOUSE);
        here = node();
    }

    @AfterAll
    void stop() {
        here.close();
        there.close();
    }

    @Test
    void whatAnotherNodeHidesIsHiddenHereAtTheNextLook() throws Exception {
        assertThat(get("/find")).contains("Καταφύγιο Ελπίδα", "Κρυφή 7");

        sql("update directory.location set confidential = true where id = ?", HOUSE);
        assertThat(get("/find")).contains("Καταφύγιο Ελπίδα").doesNotContain("Κρυφή 7");
        assertThat(get("/find.geojson")).doesNotContain("Κρυφή 7");

        sql("update directory.service set visibility = 'professionals' where id = ?", REFUGE);
        assertThat(get("/find")).doesNotContain("Καταφύγιο Ελπίδα");
        assertThat(get("/find.csv")).doesNotContain("Καταφύγιο Ελπίδα");
        assertThat(get("/find.geojson")).doesNotContain("Καταφύγιο Ελπίδα");

        sql("update directory.service set visibility = 'public' where id = ?", REFUGE);
        assertThat(get("/find")).contains("Καταφύγιο Ελπίδα");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private void sql(String statement, Object... values) {
        there.getBean(JdbcClient.class).sql(statement).params(values).update();
    }

    /** Neither looks for changes of the other for an hour, so that only the look at each request can help. */
    private ConfigurableApplicationContext node() {
        var postgres = TestDatabase.postgres().address();
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .run(
                        "--osn.test-database=false",
                        "--server.port=0",
                        "--osn.data=target/test-data-other-nodes",
                        "--osn.search.in-memory=true",
                        "--osn.search.poll=1h",
                        "--spring.datasource.hikari.maximum-pool-size=6",
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--osn.database.url=" + url,
                        "--osn.database.user=" + postgres.user(),
                        "--osn.database.password=" + postgres.password());
    }

    private String get(String path) throws Exception {
        var port = here.getEnvironment().getProperty("local.server.port");
        return browser.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html,*/*")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
