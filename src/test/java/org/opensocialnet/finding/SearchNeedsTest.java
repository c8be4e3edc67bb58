package org.opensocialnet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.LedgerFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A search that found nothing is a need; nothing of who searched is in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SearchNeedsTest {

    @Autowired
    SearchNeeds needs;

    @Autowired
    LedgerFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void aKindOfServiceNobodyOffersIsCountedOnceForEachSearchAndWrittenSoon() throws Exception {
        needs.write();
        long before = counted("drug-checking");
        search("term=drug-checking&place=square-omonia&lang=en");
        search("term=drug-checking&place=square-omonia");
        search("q=xyzzyplugh");

        needs.write();

        assertThat(counted("drug-checking")).isEqualTo(before + 2);
        assertThat(kept())
                .as("all that is kept of them, however often it was written")
                .containsExactly("drug-checking t search no-provider 00:00:00");
    }

    private List<String> kept() {
        return Sight.job("test")
                .<List<String>, RuntimeException>call(() -> transactions.execute(
                        _ -> jdbc.sql("""
                select distinct concat_ws(' ', service_type, nullif(target_group, ''), zone <> '', organization, service,
                                          pseudonym, attributes, batch, source, reason,
                                          to_char(uuid_extract_timestamp(id) at time zone 'UTC', 'HH24:MI:SS'))
                from ledger.need where source = 'search' and service_type = 'drug-checking'
                """).query(String.class).list()));
    }

    private void search(String question) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/find?%s".formatted(port, question)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private long counted(String type) {
        return Bookkeeper.team()
                .call(() -> figures.lines(org.opensocialnet.ledger.Asked.asOf(LocalDate.now(clock), Axis.SERVICE_TYPE)
                        .only(Axis.SOURCE, "search")))
                .stream()
                .filter(line -> type.equals(line.serviceType()))
                .mapToLong(line -> line.need().people())
                .sum();
    }
}
