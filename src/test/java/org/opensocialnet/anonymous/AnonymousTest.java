package org.opensocialnet.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** At the day centre most people come under a code of their own, and some without even that. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AnonymousTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    UUID centre;
    UUID kitchen;
    Visitor danae;
    Visitor nina;

    @BeforeEach
    void aDayCentreWithAKitchen() {
        centre = Uuid7.next();
        kitchen = Uuid7.next();
        jdbc.sql("insert into directory.organization (id, name, description, record_source) values (?, ?, 'x', 'own')")
                .params(centre, "Κέντρο ημέρας " + centre)
                .update();
        jdbc.sql("""
                insert into directory.service (id, organization_id, name, status, record_source)
                values (?, ?, 'Κουζίνα του κέντρου', 'active', 'own')
                """).params(kitchen, centre).update();
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, centre);
        nina = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, centre);
    }

    @Test
    void aRuleIsSaidInWordsAndCheckedByTheForm() {
        assertThat(registered("νυξ7").statusCode())
                .as("without a rule any code will do")
                .isEqualTo(302);
        assertThat(nina.post("/desk/codes", Map.of("service", "whole", "part-1", "given-1", "part-2", "year-2"))
                        .statusCode())
                .as("three characters are too few")
                .isEqualTo(422);
        nina.post(
                "/desk/codes",
                Map.of("service", "whole", "part-1", "given-2", "part-2", "mother-2", "part-3", "year-4"));
        var rule = "2 πρώτα γράμματα του ονόματος, 2 πρώτα γράμματα του ονόματος της μητέρας, έτος γέννησης (4 ψηφία)";

        assertThat(danae.get("/desk/codes").body()).contains(rule, "ΜΑΕΛ1985").doesNotContain("Αλλαγή του κανόνα");
        assertThat(danae.get("/desk/people/new").body()).contains(rule);
        var wrong = registered("ΝΥΞ-7788");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("δεν ακολουθεί τον κανόνα", rule, "ΝΥΞ-7788");
        assertThat(registered("μα έλ-1985").statusCode()).isEqualTo(302);

        nina.post("/desk/codes", Map.of("service", kitchen.toString(), "part-1", "digits-4"));
        assertThat(danae.get("/desk/codes").body()).contains("Κουζίνα του κέντρου", "4 ψηφία που διαλέγει");
        assertThat(registered("4711").statusCode())
                .as("one of its services' rules")
                .isEqualTo(302);
        assertThat(danae.post("/desk/codes", Map.of("service", "whole")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void thoseWithoutACodeAreCountedByServiceDayAndGroupAndNobodyIsWrittenDown() {
        var door = AtTheDesk.of(context).as(Role.SITE_STAFF, centre);
        count(door, 3, kitchen.toString(), "roofless");
        count(door, 2, kitchen.toString(), "roofless");
        count(door, 1, "none", "none");

        var page = door.get("/desk/headcounts").body();

        assertThat(page)
                .containsPattern("Κουζίνα του κέντρου</td>\\s*<td[^>]*>διαμένει στον δρόμο</td>\\s*<td[^>]*>5<")
                .containsPattern("Δεν ξέρω ή δεν ρωτήθηκε</td>\\s*<td[^>]*>1<");
        assertThat(danae.post("/desk/headcounts", Map.of("people", "0", "service", "none", "group", "none"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(AtTheDesk.of(context)
                        .as(Role.CASEWORKER, Uuid7.next())
                        .get("/desk/headcounts")
                        .body())
                .doesNotContain("Κουζίνα του κέντρου");
    }

    @Test
    void aCountIsTakenBackOnce() {
        var undo = count(danae, 7, "none", "none");
        assertThat(danae.post("/desk/headcounts/undo", Map.of("count", undo)).statusCode())
                .isEqualTo(302);
        assertThat(danae.get("/desk/headcounts").body()).contains("Δεν έχει μετρηθεί κανείς");
        assertThat(danae.post("/desk/headcounts/undo", Map.of("count", undo)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void codesOfOnePersonBecomeOneWithHerConsentAndSheCountsOnce() {
        var first = path(registered("ΚΩΔ-1111"));
        path(registered("ΚΩΔ-2222"));
        assertThat(figure()).isEqualTo("2");

        assertThat(danae.post(first + "/codes", Map.of("code", "ΚΩΔ-2222")).body())
                .contains("Ρωτήστε το άτομο");
        assertThat(figure()).isEqualTo("2");
        danae.post(first + "/codes", Map.of("code", "κωδ2222", "agrees", "yes"));

        assertThat(figure()).isEqualTo("1");
        assertThat(danae.post("/desk/people", Map.of("q", "ΚΩΔ-2222")).body()).contains("Βρέθηκαν: 1");
        danae.post(first + "/codes", Map.of("code", "ΚΩΔ-3333", "agrees", "yes"));
        assertThat(danae.post("/desk/people", Map.of("q", "ΚΩΔ-3333")).body()).contains(first);
        assertThat(figure()).isEqualTo("1");
    }

    private String count(Visitor who, int people, String service, String group) {
        var today = LocalDate.now();
        var answer = who.post(
                "/desk/headcounts",
                Map.of("people", "" + people, "service", service, "group", group, "day", today.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return last();
    }

    private String last() {
        return Sight.job("test")
                .call(() -> transactions.execute(
                        _ -> jdbc.sql("select id::text from anonymous.headcount order by id desc limit 1")
                                .query(String.class)
                                .single()));
    }

    private String figure() {
        var page = danae.get("/desk/people").body();
        var number = Pattern.compile("osn-muted\">[^<0-9]*([0-9]+)").matcher(page);
        assertThat(number.find()).as(page).isTrue();
        return number.group(1);
    }

    private HttpResponse<String> registered(String code) {
        return danae.post(
                "/desk/people/new/save",
                new HashMap<>(Map.of("once", Uuid7.next().toString(), "quality", "given", "code", code)));
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var path = Pattern.compile("/desk/people/[0-9a-f-]{36}")
                .matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(path.find()).isTrue();
        return path.group();
    }
}
