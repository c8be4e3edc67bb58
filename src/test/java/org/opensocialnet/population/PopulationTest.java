package org.opensocialnet.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The coordination team brings in what a survey reckoned, and takes it back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PopulationTest {

    private static final String HEAD = "zone,group,service_type,people,least,most,source,day\n";
    private static final String ZONE = "91860103";

    @Autowired
    ApplicationContext context;

    @Autowired
    Population population;

    Visitor maria;

    @BeforeEach
    void theTeam() {
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
    }

    @Test
    void aFileIsLookedAtBroughtInAndTakenBackWhole() {
        var file = HEAD + ZONE + ",homeless,night-shelter,500,350,700,Survey A,2012-05-31\n";
        assertThat(sent(file, "look").body()).contains("Όλες οι γραμμές είναι σωστές", "500 (350 έως 700)");
        assertThat(at(LocalDate.of(2012, 6, 1))).isEmpty();

        assertThat(sent(file, "bring").statusCode()).isEqualTo(302);
        assertThat(maria.get("/desk/population").body()).contains("Survey A");
        assertThat(at(LocalDate.of(2012, 5, 30)))
                .as("before the day it speaks of")
                .isEmpty();
        assertThat(at(LocalDate.of(2012, 6, 1)))
                .singleElement()
                .satisfies(one -> assertThat(one.most()).isEqualTo(700));

        var younger = HEAD + ZONE + ",homeless,night-shelter,600,,,Survey B,2013-05-31\n";
        assertThat(sent(younger, "bring").statusCode()).isEqualTo(302);
        assertThat(at(LocalDate.of(2013, 6, 1))).extracting(Estimate::source).containsExactly("Survey B");
        assertThat(at(LocalDate.of(2012, 6, 1))).extracting(Estimate::source).containsExactly("Survey A");

        var undo = Pattern.compile("/desk/population/undo\\?file=([0-9a-f-]+)")
                .matcher(maria.get("/desk/population").body());
        assertThat(undo.find()).isTrue();
        var takeBack = "/desk/population/undo?file=" + undo.group(1);
        assertThat(maria.post(takeBack, Map.of()).statusCode()).isEqualTo(302);
        assertThat(at(LocalDate.of(2013, 6, 1))).extracting(Estimate::source).containsExactly("Survey A");
        assertThat(maria.post(takeBack, Map.of()).statusCode()).as("twice").isEqualTo(404);
    }

    @Test
    void aWrongRowKeepsTheWholeFileOut() {
        for (var wrong : List.of(
                "nowhere,,,10,,,Survey,2014-05-31",
                ",martians,,10,,,Survey,2014-05-31",
                ",,no-such-help,10,,,Survey,2014-05-31",
                ",,,-3,,,Survey,2014-05-31",
                ",,,10,20,30,Survey,2014-05-31",
                ",,,10,,,,2014-05-31",
                ",,,10,,,Survey,31/5/2014",
                ",,,10,,,Survey,2999-01-01")) {
            var answer = sent(HEAD + ZONE + ",,,75000,,,Census,2014-01-01\n" + wrong + "\n", "bring");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary", "Γραμμή 3");
        }
        assertThat(sent("a,b\n1,2\n", "bring").body()).contains("Λείπει η στήλη");
        assertThat(at(LocalDate.of(2014, 6, 1))).noneMatch(one -> one.source().equals("Census"));
    }

    @Test
    void organisationsMayNotBringIn() {
        var admin = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, UUID.randomUUID());

        assertThat(admin.get("/desk/population").statusCode()).isEqualTo(403);
    }

    private List<Estimate> at(LocalDate day) {
        return Sight.job("test").call(() -> population.at(day)).stream()
                .filter(one -> one.zone().equals(ZONE))
                .toList();
    }

    private HttpResponse<String> sent(String file, String act) {
        var body = new StringBuilder();
        Map.of("_csrf", maria.token(), "act", act)
                .forEach((name, value) -> body.append(
                        "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--edge--\r\n");
        return maria.send(maria.asked("/desk/population")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }
}
