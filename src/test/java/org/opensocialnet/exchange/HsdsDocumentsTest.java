package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** What the documents of the open directory hold, each asked for in the ways there are. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HsdsDocumentsTest extends OpenApi {

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
        assertThat(ours("/service_at_locations?postcode=10552")).hasSize(5);
        assertThat(ours("/service_at_locations?postcode=105 52&proximity=500")).hasSize(5);
        assertThat(ours("/service_at_locations?postcode=10552&proximity=60000")).hasSize(6);
        assertThat(ids("/service_at_locations?postcode=99999&proximity=60000")).isEmpty();
        assertThat(ids("/service_at_locations?postcode=11743"))
                .containsExactly(SampleDirectory.id("at 1").toString());
    }

    /** Those of the sample: other rooms' tests leave places at the same postcode. */
    private List<String> ours(String path) {
        var known = Stream.concat(IntStream.rangeClosed(1, 40).mapToObj(number -> "at " + number), Stream.of("at far"))
                .map(name -> SampleDirectory.id(name).toString())
                .collect(Collectors.toSet());
        return ids(path).stream().filter(known::contains).toList();
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
}
