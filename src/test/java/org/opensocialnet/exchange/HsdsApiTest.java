package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program may rely on when it reads the open directory. The letters T1 to T8 are the conformance tests. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HsdsApiTest {

    static final String OF_THE_KITCHEN = "organization_id=" + SampleDirectory.KITCHEN;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void fill() {
        new SampleDirectory(jdbc).fill();
    }

    @AfterAll
    void empty() {
        new SampleDirectory(jdbc).empty();
    }

    @Test
    void theRootTellsVersionProfileAndOpenApiT1() {
        var root = json("/");

        assertThat(root.path("version").asString()).isEqualTo("3.1");
        assertThat(root.path("profile").asString()).isEqualTo("http://localhost/data");
        assertThat(root.path("openapi_url").asString()).isEqualTo("http://localhost/hsds/v3/openapi.json");
        assertThat(json("").path("version").asString()).isEqualTo("3.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void pagesAddUpAndOverlapNowhereT2(String list) {
        var ids = new HashSet<String>();
        var first = json("/" + list + "?per_page=4");
        int total = first.path("total_items").asInt();
        int pages = first.path("total_pages").asInt();
        int sum = 0;
        for (int number = 1; number <= pages; number++) {
            var page = json("/" + list + "?per_page=4&page=" + number);
            assertThat(page.path("page_number").asInt()).isEqualTo(number);
            assertThat(page.path("first_page").asBoolean()).isEqualTo(number == 1);
            assertThat(page.path("last_page").asBoolean()).isEqualTo(number == pages);
            assertThat(page.path("empty").asBoolean()).isFalse();
            assertThat(page.path("size").asInt())
                    .isEqualTo(page.path("contents").size())
                    .isBetween(1, 4);
            sum += page.path("size").asInt();
            page.path("contents").forEach(record -> ids.add(record.path("id").asString()));
        }
        assertThat(sum).isEqualTo(total).isEqualTo(ids.size()).isPositive();
    }

    @Test
    void aPageBeyondTheLastIsEmptyT3() {
        var page = json("/services?page=2000000");

        assertThat(page.path("empty").asBoolean()).isTrue();
        assertThat(page.path("last_page").asBoolean()).isTrue();
        assertThat(page.path("contents")).isEmpty();
    }

    @Test
    void conditionsHoldTogetherT4() {
        assertThat(ids("/services?per_page=1000&" + OF_THE_KITCHEN))
                .containsExactlyInAnyOrderElementsOf(SampleDirectory.kitchenServices());
        assertThat(ids("/services?" + OF_THE_KITCHEN + "&taxonomy_term_id=" + SampleDirectory.FOOD))
                .as("ten tied to the term, fifteen to the one below it")
                .hasSize(25);
        assertThat(ids("/services?" + OF_THE_KITCHEN + "&taxonomy_term_id=" + SampleDirectory.id("term meals")))
                .hasSize(15);
        assertThat(ids("/services?" + OF_THE_KITCHEN + "&taxonomy_term_id=" + SampleDirectory.FOOD
                        + "&search=συσσιτιο"))
                .containsExactly(SampleDirectory.SOUP.toString());
        assertThat(ids("/services?search=συσσιτιο&organization_id=" + SampleDirectory.SHELTER_ORGANIZATION))
                .isEmpty();
        assertThat(ids("/services?taxonomy_id=" + SampleDirectory.TAXONOMY)).hasSize(25);
        assertThat(ids("/services?taxonomy_id=" + SampleDirectory.TAXONOMY + "&organization_id="
                        + SampleDirectory.SHELTER_ORGANIZATION))
                .isEmpty();
        assertThat(ids("/organizations?taxonomy_term_id=" + SampleDirectory.FOOD))
                .containsExactly(SampleDirectory.KITCHEN.toString());
        assertThat(ids("/organizations?search=solidarity κουζινα")).containsExactly(SampleDirectory.KITCHEN.toString());
        assertThat(ids("/service_at_locations?" + OF_THE_KITCHEN + "&search=πλατεια"))
                .hasSize(5);
        assertThat(ids("/taxonomy_terms?top_only=true&taxonomy_id=" + SampleDirectory.TAXONOMY))
                .containsExactly(SampleDirectory.FOOD.toString());
        assertThat(ids("/taxonomy_terms?parent_id=" + SampleDirectory.FOOD)).hasSize(1);
        assertThat(ids("/taxonomies?search=ειδη")).contains(SampleDirectory.TAXONOMY.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0196f0a0-0000-7000-8000-000000000000", "nothing", "1-1-1-1-1", "%27--"})
    void anUnknownIdIsSaidToBeUnknownT5(String id) {
        for (var list : List.of("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
            var answer = get("/" + list + "/" + id);
            assertThat(answer)
                    .hasStatus(404)
                    .hasContentType("application/problem+json")
                    .hasHeader("Access-Control-Allow-Origin", "*");
        }
    }

    @Test
    void everyDocumentFollowsTheSchemasT6() {
        var schemas = new HsdsSchemas(SharedData.file("directory/hsds-3.1/schema"));

        for (var list : List.of("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
            var entity = list.equals("taxonomies") ? "taxonomy" : list.substring(0, list.length() - 1);
            var documents = new ArrayList<JsonNode>();
            json("/" + list + "?per_page=100").path("contents").forEach(documents::add);
            json("/" + list + "?per_page=100&full=true").path("contents").forEach(documents::add);
            for (var record : List.copyOf(documents)) {
                documents.add(json("/" + list + "/" + record.path("id").asString() + "?full_service=true"));
            }
            assertThat(documents)
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(schemas.wrongs(entity, document.toString()))
                            .as(document.toString())
                            .isEmpty());
        }
    }

    @Test
    void theSchemasWouldNoticeAWrongDocument() {
        var schemas = new HsdsSchemas(SharedData.file("directory/hsds-3.1/schema"));

        assertThat(schemas.wrongs(
                        "service", "{\"id\":\"x\",\"name\":null,\"status\":\"open\",\"phones\":[{\"id\":1}]}"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void laterMomentsGiveFewerRecordsT7() {
        later(10);

        var all = ids("/services?per_page=1000&modified_after=2035-12-31&" + OF_THE_KITCHEN);
        var some = ids("/services?per_page=1000&modified_after=2036-01-10T10:00:00Z&" + OF_THE_KITCHEN);
        var fewer = ids("/services?per_page=1000&modified_after=2036-01-20T12:00:00+02:00&" + OF_THE_KITCHEN);

        assertThat(all).hasSize(25).containsAll(some);
        assertThat(some).hasSize(16).containsAll(fewer);
        assertThat(fewer).hasSize(6);
        assertThat(ids("/services?modified_after=2036-02-01&" + OF_THE_KITCHEN)).isEmpty();
        later(-10);
    }

    private void later(int years) {
        jdbc.sql(
                        "update directory.service set last_modified = last_modified + make_interval(years => ?) where organization_id = ?")
                .param(years)
                .param(SampleDirectory.KITCHEN)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void aStreamHasALineForEachRecordT8(String list) {
        var answer = get("/" + list + "?format=ndjson&per_page=3&page=2");

        assertThat(answer).hasStatusOk().hasContentType("application/x-ndjson");
        var lines = body(answer).lines().toList();
        assertThat(lines).hasSize(json("/" + list).path("total_items").asInt());
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                JsonMapper.shared().readTree(line).path("id").asString())
                        .hasSize(36));
    }

    @Test
    void oneServiceIsTheWholeOfIt() {
        var service = json("/services/" + SampleDirectory.SOUP);

        assertThat(service.path("organization").path("name").asString()).isEqualTo("Κουζίνα Αλληλεγγύης");
        assertThat(service.path("phones")
                        .path(0)
                        .path("languages")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("en");
        assertThat(service.path("contacts")
                        .path(0)
                        .path("phones")
                        .path(0)
                        .path("number")
                        .asString())
                .isEqualTo("+30 210 0000001");
        assertThat(service.path("schedules").path(0).path("opens_at").asString())
                .isEqualTo("22:00:00");
        assertThat(service.path("capacities").path(0).path("unit").path("name").asString())
                .isEqualTo("μερίδα");
        assertThat(service.path("attributes")
                        .path(0)
                        .path("taxonomy_term")
                        .path("taxonomy_detail")
                        .path("name")
                        .asString())
                .isEqualTo("Είδη");
        assertThat(service.path("service_at_locations")
                        .path(0)
                        .path("location")
                        .path("addresses")
                        .path(0)
                        .path("city")
                        .asString())
                .isEqualTo("Αθήνα");
        assertThat(service.path("service_at_locations")
                        .path(0)
                        .path("schedules")
                        .path(0)
                        .path("description")
                        .asString())
                .isEqualTo("ρωτήστε πρώτα");
        assertThat(service.path("translations").path("en").path("name").asString())
                .isEqualTo("Service number 1");
        for (var list : List.of(
                "service_areas",
                "languages",
                "funding",
                "cost_options",
                "required_documents",
                "additional_urls",
                "metadata",
                "notices")) {
            assertThat(service.path(list)).as(list).hasSize(1);
        }
    }

    @Test
    void aListGivesOnlyWhatARecordHasOneOf() {
        var service = json("/services?search=συσσιτιο&" + OF_THE_KITCHEN)
                .path("contents")
                .path(0);

        assertThat(service.path("organization").path("id").asString()).isEqualTo(SampleDirectory.KITCHEN.toString());
        assertThat(service.has("phones")).isFalse();
        assertThat(json("/services?full=true&search=συσσιτιο&" + OF_THE_KITCHEN)
                        .path("contents")
                        .path(0)
                        .path("phones"))
                .hasSize(1);
    }

    @Test
    void anOrganizationNamesItsServicesAndTellsThemInFullWhenAsked() {
        var organization = json("/organizations/" + SampleDirectory.KITCHEN);

        assertThat(organization.path("services")).hasSize(25);
        assertThat(organization.path("services").path(0).has("phones")).isFalse();
        assertThat(organization.path("locations").path(0).path("addresses")).hasSize(1);
        assertThat(organization.path("organization_identifiers")).hasSize(1);
        assertThat(json("/organizations/" + SampleDirectory.KITCHEN + "?full_service=true")
                        .path("services")
                        .toString())
                .contains("+30 210 0000000");
    }

    @Test
    void minimalGivesIdsAndDatesOfAllAtOnce() {
        var page = json("/services?minimal=true&" + OF_THE_KITCHEN);

        assertThat(page.path("contents")).hasSize(25);
        assertThat(page.path("contents").path(0).propertyNames()).containsExactlyInAnyOrder("id", "modified_date");
    }

    @Test
    void placesAreFoundByPostcodeAndByHowNearTheyAre() {
        assertThat(ids("/service_at_locations?postcode=10552")).hasSize(5);
        assertThat(ids("/service_at_locations?postcode=105 52&proximity=500")).hasSize(5);
        assertThat(ids("/service_at_locations?postcode=10552&proximity=60000")).hasSize(6);
        assertThat(ids("/service_at_locations?postcode=99999&proximity=60000")).isEmpty();
        assertThat(ids("/service_at_locations?postcode=11743"))
                .containsExactly(SampleDirectory.id("at 1").toString());
    }

    @Test
    void listsCanBeAskedByPostToo() {
        assertThat(web.post()
                        .uri("/hsds/v3/services")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(OF_THE_KITCHEN + "&per_page=7"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.size")
                .isEqualTo(7);
        assertThat(web.post()
                        .uri("/hsds/v3/services")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                {"organization_id":"%s","taxonomy_term_id":["%s"],"per_page":3}""".formatted(SampleDirectory.KITCHEN, SampleDirectory.FOOD)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total_items")
                .isEqualTo(25);
        assertThat(web.post()
                        .uri("/hsds/v3/services")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[1"))
                .hasStatus(400);
    }

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

    private MvcTestResult get(String path) {
        return web.get().uri("/hsds/v3" + path).exchange();
    }

    private JsonNode json(String path) {
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(body(answer));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> ids(String path) {
        var ids = new ArrayList<String>();
        json(path).path("contents").forEach(record -> ids.add(record.path("id").asString()));
        return ids;
    }
}
