package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;

/** What changes from day to day: hours, free places, notices, the stops of a route. */
class HoursAndPlacesTest extends UpkeepWorld {

    @Test
    void thePhoneOfAContactAndARuleOfRareDaysAreEdited() {
        var more = new Given(intakes, "m-" + UUID.randomUUID());
        assertThat(more.take(
                                IntakeOptions.wholeSource(),
                                "organization | id=house | name=Σπίτι",
                                "service | id=help | organization_id=house | name=Βοήθεια | status=active",
                                "contact | id=eirini | service_id=help | title=Υποδοχή",
                                "phone | id=hers | contact_id=eirini | number=210 000 0077",
                                "schedule | id=rare | service_id=help | freq=MONTHLY | bymonthday=15 | opens_at=10:00 | closes_at=12:00")
                        .problems())
                .isEmpty();
        var path = "/desk/records/service/" + more.id("service", "help");

        assertThat(page(team.get(path + "/edit/phones"))).contains("210 000 0077");
        assertThat(fill(team, path + "/edit/phones", Map.of("r0-number", "210 000 0088"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(team.get(path + "/hours"))).contains("15").doesNotContain("h0-days\" value");
        assertThat(fill(team, path + "/hours", Map.of("h0-closes", "13:30", "then", "back"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(team.post(path + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(team.get(path + "/edit/phones"))).contains("210 000 0088");
        assertThat(jdbc.sql("select bymonthday || ' ' || closes_at from directory.public_schedule where id = ?")
                        .param(UUID.fromString(more.id("schedule", "rare")))
                        .query(String.class)
                        .single())
                .isEqualTo("15 13:30:00");
    }

    @Test
    void countsAndNoticesAreTakenBack() {
        var capacity = given.id("service_capacity", "cap");
        maria.post("/desk/capacity/" + capacity, Map.of("act", "full"));
        var undo = undo(page(maria.get("/desk/capacity")));
        assertThat(available()).isZero();
        assertThat(eleni.post(undo, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(available()).isEqualTo(3);
        maria.post("/desk/capacity/" + capacity, Map.of("act", "more"));
        assertThat(maria.post(undo, Map.of()).statusCode()).as("counted since").isEqualTo(409);
        assertThat(available()).isEqualTo(4);

        fill(
                maria,
                "/desk/notices/new",
                Map.of("about", "service:" + meals, "kind", "message", "message", "Λείπει ψωμί"));
        var end = undo(page(maria.get("/desk/notices")));
        assertThat(page(maria.get("/service/" + meals))).contains("Λείπει ψωμί");
        assertThat(maria.post(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("Λείπει ψωμί");
        var resume = undo(page(maria.get("/desk/notices")));
        assertThat(eleni.post(resume, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(resume, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).contains("Λείπει ψωμί");
    }

    @Test
    void hoursAreReadBackAndSaved() {
        var path = record() + "/hours";
        var fields = Filled.form(page(maria.get(path)));
        fields.put("prose", "Δευτέρα-Παρασκευή 8:30-14:30");
        fields.put("h0-gone", "yes");
        fields.put("then", "read");
        assertThat(page(maria.post(path, fields)))
                .contains("Δευτέρα ως Παρασκευή, 08:30 ως 14:30", "Monday to Friday, 08:30 to 14:30");
        assertThat(page(maria.post(path + "/reading", fields)))
                .contains("Monday to Friday")
                .doesNotContain("<html");

        fields.put("then", "back");
        assertThat(maria.post(path, fields).statusCode()).isEqualTo(302);
        assertThat(page(maria.get(record() + "/draft"))).contains("Δευτέρα ως Παρασκευή");
        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("select byday || ' ' || opens_at from directory.public_schedule where service_id = ?")
                        .param(meals)
                        .query(String.class)
                        .list())
                .containsExactly("MO,TU,WE,TH,FR 08:30:00");
    }

    @Test
    void hoursThatCannotBeAreToldByTheirField() {
        var answer = fill(maria, record() + "/hours", Map.of("h0-opens", "25:00", "h0-closes", "", "prose", "όποτε"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#h0-opens\"", "href=\"#h0-closes\"", "href=\"#prose\"", "25:00");
    }

    @Test
    void aCountIsOneTapAndNeverBelowNothingNorAboveAll() {
        var path = "/desk/capacity/" + id("service_capacity", "cap");
        maria.post(path, Map.of("act", "more"));
        assertThat(available()).isEqualTo(4);
        maria.post(path, Map.of("act", "full"));
        maria.post(path, Map.of("act", "less"));
        assertThat(available()).isZero();
        maria.post(path, Map.of("act", "free"));
        maria.post(path, Map.of("act", "more"));
        assertThat(available()).isEqualTo(10);
        assertThat(maria.post(path, Map.of("act", "set", "n-" + id("service_capacity", "cap"), "-4"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(page(maria.get("/desk/capacity"))).contains("γεύματα", "μόλις τώρα");
    }

    @Test
    void aNoticeIsUpAtOnceAndEndsEarly() {
        var path = "/desk/notices/new";
        var put = fill(
                maria, path, Map.of("about", "service:" + meals, "kind", "closed", "message", "Κλειστά για απογραφή"));
        assertThat(put.statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).contains("Κλειστά για απογραφή");

        var board = page(maria.get("/desk/notices"));
        var end = board.replaceAll("(?s).*action=\"([^\"]+/end)\".*", "$1");
        assertThat(eleni.post(end, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("Κλειστά για απογραφή");
    }

    @Test
    void aNoticeThatCannotBeIsToldByItsField() {
        var answer = fill(
                maria,
                "/desk/notices/new",
                Map.of("about", "service:" + meals, "kind", "changed-hours", "from-day", "31/2/2026", "message", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#from-day\"");
        assertThat(eleni.post(
                                "/desk/notices/new",
                                Map.of("about", "service:" + meals, "kind", "closed", "from-day", "1/1/2026"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aStopIsAddedToARouteFromAKnownPlace() {
        fill(maria, record() + "/edit/basics", Map.of("r0-service_kind", "mobile"));
        var page = page(maria.get(record() + "/route"));
        var known = page.replaceAll("(?s).*<option value=\"(square-[^\"]+)\".*", "$1");
        var answer = fill(
                maria,
                record() + "/route",
                Map.of("s1-known", known, "s1-days", "WE", "s1-opens", "18:00", "s1-closes", "20:00"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("""
                        select l.name || ' ' || s.byday
                        from directory.public_service_at_location at
                        join directory.public_location l on l.id = at.location_id
                        join directory.public_schedule s on s.service_at_location_id = at.id
                        where at.service_id = ? and at.stop_position = 2""").param(meals).query(String.class).single()).endsWith(" WE");
    }

    @Test
    void aNoticeThatSaysWhoSomebodyIsIsPointedOutBeforeItHangs() {
        var about = Map.of("about", "service:" + meals, "kind", "message");
        var naming = new HashMap<>(about);
        naming.put("message", "Ρωτήστε στο maria@example.org");
        naming.put("from-day", "1/1/2026");
        naming.put("from-time", "08:00");

        var asked = maria.post("/desk/notices/new", naming);

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("ηλεκτρονική διεύθυνση", "maria@example.org", "name=\"knows\"");
        naming.put("knows", "yes");
        assertThat(maria.post("/desk/notices/new", naming).statusCode()).isEqualTo(302);
    }
}
