package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Two organisations with a record each, and those who keep them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class UpkeepWorld {

    static final String HTML = "<script>alert(1)</script>'; drop table directory.service; --";

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;

    String name;

    UUID kitchen;

    UUID meals;

    UUID hall;

    Visitor maria;

    Visitor eleni;

    Visitor team;

    @BeforeEach
    void twoOrganisations() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        name = "Κουζίνα " + UUID.randomUUID();
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=" + name,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | description=Ζεστό φαγητό | status=active",
                "location | id=hall | location_type=physical | name=Αίθουσα | organization_id=kitchen | latitude=37.98 | longitude=23.72",
                "service_at_location | id=at | service_id=meals | location_id=hall",
                "schedule | id=h | service_id=meals | freq=WEEKLY | byday=MO,TU | opens_at=09:00 | closes_at=14:00",
                "phone | id=p | service_id=meals | number=210 000 0001",
                "unit | id=u | name=γεύματα",
                "service_capacity | id=cap | service_id=meals | unit_id=u | available=3 | maximum=10 | updated=2026-01-01T10:00:00Z");
        assertThat(report.problems()).isEmpty();
        kitchen = id("organization", "kitchen");
        meals = id("service", "meals");
        hall = id("location", "hall");
        var desk = AtTheDesk.of(context);
        maria = desk.as(Role.EDITOR, kitchen);
        eleni = desk.as(Role.EDITOR, id("organization", "shelter"));
        team = desk.as(Role.COORDINATOR, null);
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    String record() {
        return "/desk/records/service/" + meals;
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Opens a form, changes some fields, sends it back. */
    HttpResponse<String> fill(Visitor who, String path, Map<String, String> changes) {
        var fields = Filled.form(page(who.get(path)));
        fields.putAll(changes);
        return who.post(path, fields);
    }

    /** Where the page says that what was just done is taken back. */
    static String undo(String page) {
        var found = Pattern.compile("action=\"([^\"]*/(?:undo|end|resumption)[^\"]*)\"")
                .matcher(page.substring(page.indexOf("<main")));
        assertThat(found.find()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    int available() {
        return jdbc.sql("select available::int from directory.public_service_capacity where service_id = ?")
                .param(meals)
                .query(Integer.class)
                .single();
    }
}
