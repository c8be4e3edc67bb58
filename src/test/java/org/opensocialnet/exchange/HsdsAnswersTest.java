package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How the open directory answers: again, from elsewhere, wrongly asked, and never what is confidential. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HsdsAnswersTest extends OpenApi {

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        for (var path : List.of("/services?per_page=2", "/services/" + SampleDirectory.SOUP, "/openapi.json", "/")) {
            var tag = get(path).getResponse().getHeader("ETag");
            assertThat(tag).isNotBlank();
            assertThat(web.get().uri("/hsds/v3" + path).header("If-None-Match", String.valueOf(tag)))
                    .hasStatus(304)
                    .body()
                    .isEmpty();
        }
    }

    @Test
    void anySiteMayReadIt() {
        assertThat(get("/services")).hasHeader("Access-Control-Allow-Origin", "*");
        assertThat(web.options()
                        .uri("/hsds/v3/services")
                        .header("Origin", "https://example.org")
                        .header("Access-Control-Request-Method", "POST"))
                .hasStatus(204)
                .hasHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "per_page=0, per_page",
        "per_page=1001, per_page",
        "per_page=x, per_page",
        "page=0, page",
        "page=-1, page",
        "page=99999999999, page",
        "format=xml, format",
        "minimal=maybe, minimal",
        "full=yes, full",
        "modified_after=yesterday, modified_after",
        "taxonomy_term_id=food, taxonomy_term_id",
        "taxonomy_id=1, taxonomy_id",
        "organization_id=', organization_id",
        "proximity=-5, proximity",
        "proximity=500, postcode"
    })
    void whatCannotBeUnderstoodIsNamedWithItsRemedy(String query, String field) {
        var answer = get("/service_at_locations?" + query);
        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.faults[0].field").isEqualTo(field);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.faults[0].remedy")
                .asString()
                .hasSizeGreaterThan(10);
    }

    @Test
    void problemsAreToldInTheReadersLanguage() {
        assertThat(web.get().uri("/hsds/v3/services?per_page=x").header("Accept-Language", "en"))
                .bodyText()
                .contains("it needs a whole number from 1 to 1000");
        assertThat(web.get().uri("/en/hsds/v3/services?per_page=x")).bodyText().contains("it needs a whole number");
        assertThat(get("/services?per_page=x")).bodyText().contains("χρειάζεται ακέραιο αριθμό από 1 έως 1000");
    }

    @Test
    void aServiceGoneFromItsSourceIsToldOnlyToWhoAsksForChanges() {
        var gone = SampleDirectory.id("service 25");
        jdbc.sql("update directory.service set gone_at = now(), changed_at = now() where id = ?")
                .param(gone)
                .update();
        try {
            assertThat(ids("/services?per_page=1000&" + OF_THE_KITCHEN))
                    .hasSize(24)
                    .doesNotContain(gone.toString());
            assertThat(ids("/services?modified_after=2026-11-01&" + OF_THE_KITCHEN))
                    .contains(gone.toString());
            assertThat(json("/services/" + gone).path("status").asString()).isEqualTo("inactive");
        } finally {
            jdbc.sql("update directory.service set gone_at = null where id = ?")
                    .param(gone)
                    .update();
        }
    }

    @Test
    void everyExampleOfTheManualWorks() throws IOException {
        var examples = Pattern.compile("(?m)^curl \"?http://localhost:8080(/[^\"\\s]*)")
                .matcher(Files.readString(Path.of("docs/integrate.md")))
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(8)
                .allSatisfy(example -> assertThat(web.get().uri(example)).hasStatusOk());
    }

    @Test
    void theDescriptionNamesWhatThereIs() {
        json("/openapi.json")
                .path("paths")
                .propertyNames()
                .forEach(path -> assertThat(get(path.replace("{id}", SampleDirectory.SOUP.toString())))
                        .satisfies(answer -> assertThat(answer.getResponse().getStatus())
                                .as(path)
                                .isIn(path.contains("{id}") ? List.of(200, 404) : List.of(200))));
    }

    @Test
    void nothingConfidentialLeavesByAnyRoute() {
        for (var list : List.of("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
            for (var query : List.of(
                    "?per_page=1000",
                    "?per_page=1000&full=true",
                    "?full_service=true",
                    "?format=ndjson",
                    "?format=ndjson&full=true&full_service=true",
                    "?minimal=true",
                    "?search=secret",
                    "?modified_after=2000-01-01")) {
                noSecret(get("/" + list + query));
            }
            json("/" + list + "?per_page=1000")
                    .path("contents")
                    .forEach(record ->
                            noSecret(get("/" + list + "/" + record.path("id").asString() + "?full_service=true")));
        }
        noSecret(get("/service_at_locations?postcode=SECRET-77777&proximity=100000"));
        assertThat(ids("/service_at_locations?postcode=SECRET-77777&proximity=100000"))
                .isEmpty();
        assertThat(ids("/service_at_locations?search=secret")).isEmpty();
        assertThat(get("/services/" + SampleDirectory.HIDDEN)).hasStatus(404);
        var shelter = json("/services/" + SampleDirectory.SHELTER)
                .path("service_at_locations")
                .path(0)
                .path("location");
        assertThat(shelter.path("name").asString()).isEqualTo("Αθήνα");
        assertThat(shelter.path("phones").path(0).path("number").asString()).isEqualTo("+30 15900");
        assertThat(shelter.has("latitude")).isFalse();
    }

    private void noSecret(MvcTestResult answer) {
        assertThat(body(answer))
                .as(answer.getRequest().getRequestURI())
                .doesNotContain("SECRET", "37.12345", "23.54321");
    }
}
