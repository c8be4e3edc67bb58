package org.opensocialnet.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.OpenGlass;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A night shelter knows what a day centre urgently needs to know; and an authority asks for more than it may. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SafeguardsTest {

    static final String WHY = "She has not come back and it is four degrees tonight.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    OpenGlass glass;

    @Autowired
    Intakes intakes;

    UUID shelter;
    UUID dayCentre;

    @BeforeEach
    void twoOrganizations() {
        shelter = organization("Υπνωτήριο Σελήνη " + Uuid7.next());
        dayCentre = organization("Κέντρο ημέρας Ήλιος " + Uuid7.next());
    }

    @Test
    void theGlassIsBrokenWithAReasonAndTheShelterAndTheOfficerAreTold() {
        var admin = desk().member(Set.of(Role.ORGANIZATION_ADMIN), shelter);
        var officer = desk().member(Set.of(Role.AUDITOR), null);
        var maria = desk().as(Role.CASEWORKER, dayCentre);

        var answer = maria.post("/desk/glass", wish(shelter, WHY));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(openFor(maria)).isEqualTo(shelter);
        assertThat(maria.get("/desk/glass").body()).contains("Υπνωτήριο Σελήνη", "Κάθε ανάγνωση σημειώνεται");
        assertThat(readersOfLetters()).contains(address(admin), address(officer));
        assertThat(acts()).contains("safeguards.glass.opened/glass.danger-to-life/" + shelter);
    }

    @Test
    void aReasonThatSaysWhoSomebodyIsIsPointedOutBeforeItIsKept() {
        var maria = desk().as(Role.CASEWORKER, dayCentre);
        var naming = new HashMap<>(wish(shelter, WHY + " Να καλέσετε στο 6900000055."));

        var asked = maria.post("/desk/glass", naming);

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Εδώ φαίνεται να υπάρχει: τηλέφωνο", "6900000055", "name=\"knows\"");
        assertThat(openFor(maria)).isNull();
        naming.put("knows", "yes");
        assertThat(maria.post("/desk/glass", naming).statusCode()).isEqualTo(302);
    }

    @Test
    void throughTheGlassRecordsAreReadOneByOneAndNothingIsListedSearchedOrChanged() {
        var given = new Given(intakes, "glass-" + UUID.randomUUID());
        assertThat(given.take(
                                IntakeOptions.wholeSource(),
                                "organization | id=house | name=Ξενώνας Αστερισμός",
                                "service | id=beds | organization_id=house | name=Κρεβάτια | status=active",
                                "location | id=flat | organization_id=house | location_type=physical | name=Διαμέρισμα | confidential=true | area=Κυψέλη",
                                "service_at_location | id=at | service_id=beds | location_id=flat",
                                "organization | id=other | name=Άλλος",
                                "service | id=others | organization_id=other | name=Άλλα | status=active")
                        .problems())
                .isEmpty();
        var house = UUID.fromString(given.id("organization", "house"));
        var records = List.of(
                "/desk/records/service/" + given.id("service", "beds"),
                "/desk/records/location/" + given.id("location", "flat"),
                "/desk/records/organization/" + house);
        var maria = desk().as(Role.CASEWORKER, dayCentre);
        records.forEach(path -> assertThat(maria.get(path).statusCode()).isEqualTo(404));

        maria.post("/desk/glass", wish(house, WHY));

        assertThat(maria.get("/desk/glass").body())
                .contains(records.getFirst(), records.getLast(), "Κρεβάτια", "Λίστες και αναζητήσεις μένουν");
        records.forEach(
                path -> assertThat(maria.get(path).statusCode()).as(path).isEqualTo(200));
        assertThat(maria.get("/desk/records/service/" + given.id("service", "others"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(maria.get("/desk/records").statusCode()).isEqualTo(403);
        assertThat(maria.get("/desk/search?q=%CE%9A%CF%81%CE%B5%CE%B2%CE%AC%CF%84%CE%B9%CE%B1")
                        .body())
                .doesNotContain(records.getFirst());
        assertThat(maria.post(records.getFirst() + "/edit/basics", Map.of("r0-name", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(acts()).contains("access.glass.read/glass.danger-to-life/" + house);
        maria.post("/desk/glass/end", Map.of());
        records.forEach(path -> assertThat(maria.get(path).statusCode()).isEqualTo(404));
    }

    @Test
    void itClosesWhenSheClosesIt() {
        var maria = desk().as(Role.CASEWORKER, dayCentre);
        maria.post("/desk/glass", wish(shelter, WHY));

        maria.post("/desk/glass/end", Map.of());

        assertThat(openFor(maria)).isNull();
        assertThat(maria.get("/desk/glass").body()).doesNotContain("Κάθε ανάγνωση σημειώνεται");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        var maria = desk().as(Role.CASEWORKER, dayCentre);

        var answer = maria.post("/desk/glass", wish(shelter, "too short <b>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("τουλάχιστον 20 χαρακτήρες", "too short &lt;b&gt;");
        assertThat(openFor(maria)).isNull();
    }

    @Test
    void onesOwnOrganizationNeedsNoBrokenGlass() {
        var maria = desk().as(Role.CASEWORKER, dayCentre);

        assertThat(maria.post("/desk/glass", wish(dayCentre, WHY)).statusCode()).isEqualTo(400);
        assertThat(openFor(maria)).isNull();
    }

    @Test
    void theOfficerReviewsItOnceAndNobodyElse() {
        var maria = desk().as(Role.CASEWORKER, dayCentre);
        maria.post("/desk/glass", wish(shelter, WHY));
        var id = asSystem(() -> jdbc.sql("select id from safeguards.glass where member = ?")
                .param(maria.member())
                .query(UUID.class)
                .single());
        var officer = desk().as(Role.AUDITOR, null);

        assertThat(maria.get("/desk/glass/reviews/" + id).statusCode()).isEqualTo(404);
        assertThat(officer.get("/desk/glass/reviews").body()).contains("/desk/glass/reviews/" + id);
        assertThat(officer.get("/desk/glass/reviews/" + id).body()).contains(WHY);
        assertThat(officer.post("/desk/glass/reviews/" + id, Map.of("verdict", "not-justified"))
                        .statusCode())
                .as("a verdict against needs words")
                .isEqualTo(422);
        assertThat(officer.post("/desk/glass/reviews/" + id, Map.of("verdict", "justified"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.post("/desk/glass/reviews/" + id, Map.of("verdict", "justified"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRequestOfAnAuthorityIsAnsweredOnlyWhenTwoAgreeOneOfThemTheOfficer() {
        var admin = desk().as(Role.ORGANIZATION_ADMIN, shelter);
        var coordinator = desk().as(Role.COORDINATOR, null);
        var officer = desk().as(Role.AUDITOR, null);
        var path = recorded(admin);

        assertThat(admin.post(path + "/answer", Map.of("answer", "We answered with some words."))
                        .statusCode())
                .as("nobody has granted it")
                .isEqualTo(409);
        decide(admin, path, "grant");
        assertThat(admin.post(path + "/decisions", decision("grant")).statusCode())
                .as("one person decides once")
                .isEqualTo(409);
        decide(coordinator, path, "grant");
        assertThat(admin.get(path).body()).as("two, but no officer").contains("Περιμένει απόφαση");
        decide(officer, path, "grant");

        assertThat(admin.post(path + "/answer", Map.of("answer", "We said how many beds there are."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get(path).body()).contains("We said how many beds there are.");
    }

    @Test
    void whoMayDecideIsToldThatSomethingWaitsAndNotWhat() {
        var officer = desk().member(Set.of(Role.AUDITOR), null);
        var other = desk().member(Set.of(Role.ORGANIZATION_ADMIN), shelter);
        var admin = desk().as(Role.ORGANIZATION_ADMIN, shelter);

        var path = recorded(admin);

        var request = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(asSystem(() -> jdbc.sql("select address from messaging.letter where about = ?")
                        .param(request)
                        .query(String.class)
                        .list()))
                .contains(address(officer), address(other))
                .doesNotContain(address(admin.member()));
    }

    @Test
    void oneRefusalRefuses() {
        var admin = desk().as(Role.ORGANIZATION_ADMIN, shelter);
        var officer = desk().as(Role.AUDITOR, null);
        var path = recorded(admin);

        decide(officer, path, "refuse");

        assertThat(admin.get(path).body()).contains("Απορρίφθηκε");
        assertThat(admin.post(path + "/decisions", decision("grant")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anotherOrganizationDoesNotLearnThatThereIsARequest() {
        var path = recorded(desk().as(Role.ORGANIZATION_ADMIN, shelter));
        var stranger = desk().as(Role.ORGANIZATION_ADMIN, dayCentre);

        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/desk/legal-requests").body()).doesNotContain(path);
        assertThat(stranger.post(path + "/decisions", decision("refuse")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDatabaseItselfRefusesWhatTwoPeopleDidNotGrant() {
        var path = recorded(desk().as(Role.ORGANIZATION_ADMIN, shelter));
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var own = new Sight(Uuid7.next(), shelter, "organization-admin", Sight.Reach.ORGANIZATION, "desk", "here");

        assertThatThrownBy(() -> own.run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("update safeguards.legal_request set state = 'granted' where id = ?")
                                .param(id)
                                .update())))
                .hasMessageContaining("two people");
    }

    private AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    private @Nullable UUID openFor(Visitor member) {
        return asSystem(() -> glass.of(member.member()))
                .map(OpenGlass.Opened::organization)
                .orElse(null);
    }

    private static Map<String, String> wish(UUID organization, String words) {
        return Map.of(
                "q", "Υπνωτήριο",
                "organization", organization.toString(),
                "reason", "danger-to-life",
                "words", words,
                "minutes", "15");
    }

    private static String recorded(Visitor admin) {
        var fields = new HashMap<>(Map.of(
                "kind", "police",
                "authority", "Αστυνομικό τμήμα (επινοημένο)",
                "reference", "12/34",
                "asks", "Wants to know who slept at the shelter last week.",
                "basis", "none"));
        fields.put("received", "2026-01-07");
        var answer = admin.post("/desk/legal-requests", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static Map<String, String> decision(String verdict) {
        return Map.of("verdict", verdict, "grounds", "Because of what the law says about it.");
    }

    private static void decide(Visitor member, String path, String verdict) {
        var answer = member.post(path + "/decisions", decision(verdict));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String address(UUID member) {
        return asSystem(() -> jdbc.sql("select email from access.member where id = ?")
                .param(member)
                .query(String.class)
                .single());
    }

    private List<String> readersOfLetters() {
        return asSystem(() -> jdbc.sql("select address from messaging.letter where kind = 'safeguards.glass-opened'")
                .query(String.class)
                .list());
    }

    private List<String> acts() {
        return asSystem(() -> jdbc.sql("select concat_ws('/', what, why, whose) from audit.act")
                .query(String.class)
                .list());
    }

    private <T> T asSystem(Callable<T> work) {
        try {
            return Sight.job("test")
                    .call(() -> transactions.execute(_ -> {
                        try {
                            return work.call();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID organization(String name) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into directory.organization (id, name, description, record_source)
                values (?, ?, 'επινοημένος φορέας', 'own')
                """).params(id, name).update();
        return id;
    }
}
