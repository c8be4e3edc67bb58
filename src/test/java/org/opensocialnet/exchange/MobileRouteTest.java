package org.opensocialnet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A van and its stops, as programs read them. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
class MobileRouteTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    Intakes intakes;

    Given given;

    @BeforeEach
    void aVanWithThreeStops() {
        given = new Given(intakes, "vans");
        given.take(
                IntakeOptions.wholeSource(),
                "organization | id=unit | name=Κινητή μονάδα",
                "service | id=van | organization_id=unit | name=Βαν | status=active | service_kind=mobile",
                "service | id=desk | organization_id=unit | name=Γραφείο | status=active",
                "location | id=square | location_type=physical | name=Πλατεία | latitude=37.98 | longitude=23.72",
                "location | id=park | location_type=physical | name=Πάρκο | zone=2",
                "location | id=refuge | location_type=physical | name=Κρυφό | area=Κάπου | confidential=true",
                "service_at_location | id=second | service_id=van | location_id=square | stop_position=2",
                "service_at_location | id=first | service_id=van | location_id=park | stop_position=1",
                "service_at_location | id=third | service_id=van | location_id=refuge | stop_position=3",
                "service_at_location | id=desk-park | service_id=desk | location_id=park",
                "schedule | id=evening | service_at_location_id=first | freq=WEEKLY | byday=MO | opens_at=18:00"
                        + " | closes_at=19:00");
    }

    @Test
    void stopsComeInTheirOrderWithTheirTimes() {
        var route = json("/services/" + given.id("service", "van")).path("route");
        assertThat(texts(route, "name")).containsExactly("Πάρκο", "Πλατεία");
        assertThat(route.get(0).path("position").asInt()).isEqualTo(1);
        assertThat(route.get(0).path("service_at_location_id").asString())
                .isEqualTo(given.id("service_at_location", "first"));
        assertThat(route.get(0).path("times").get(0).path("opens_at").asString())
                .isEqualTo("18:00:00");
        assertThat(route.get(1).path("latitude").asDouble()).isEqualTo(37.98);
        assertThat(route.toString()).doesNotContain("Κρυφό");
    }

    @Test
    void aStopTellsTheWholeRouteOfItsService() {
        var stop = json("/service_at_locations/" + given.id("service_at_location", "second"));
        assertThat(texts(stop.path("service").path("route"), "name")).containsExactly("Πάρκο", "Πλατεία");
    }

    @Test
    void whatStaysWhereItIsHasNoRoute() {
        assertThat(json("/services/" + given.id("service", "desk")).has("route"))
                .isFalse();
    }

    private JsonNode json(String path) {
        var answer = web.get().uri("/hsds/v3" + path).exchange().getResponse();
        return new JsonMapper().readTree(answer.getContentAsByteArray());
    }

    private static List<String> texts(JsonNode list, String name) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.path(name).asString()));
        return texts;
    }
}
