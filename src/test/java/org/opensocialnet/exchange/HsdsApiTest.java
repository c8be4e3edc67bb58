package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program may rely on when it reads the open directory. The letters T1 to T8 are the conformance tests. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HsdsApiTest extends OpenApi {

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
    @ValueSource(strings = {"συσσίτιο", "syssitio", "SISITIO", "συσσιτίων", "συσσίτοι"})
    void wordsAreFoundAsOnTheSearchPage(String words) {
        assertThat(ids("/services?" + OF_THE_KITCHEN + "&search=" + words)).contains(SampleDirectory.SOUP.toString());
        assertThat(ids("/organizations?search=" + words)).contains(SampleDirectory.KITCHEN.toString());
        assertThat(ids("/services?" + OF_THE_KITCHEN + "&search=" + words + " καμηλοπάρδαλη"))
                .as("every word is to be found")
                .isEmpty();
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
}
