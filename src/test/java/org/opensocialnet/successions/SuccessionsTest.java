package org.opensocialnet.successions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Over real HTTP: a kitchen becomes part of a house, takes a new name, divides, and all of it is taken back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SuccessionsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Visitor team;
    Given given;
    String kitchenName;
    UUID kitchen;
    UUID house;
    UUID unit;
    UUID meals;

    @BeforeEach
    void threeOrganisations() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        kitchenName = "Κουζίνα " + UUID.randomUUID();
        bring();
        team = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        kitchen = id("organization", "kitchen");
        house = id("organization", "house");
        unit = id("organization", "unit");
        meals = id("service", "meals");
    }

    void bring(String... more) {
        var rows = new java.util.ArrayList<>(java.util.List.of(
                "organization | id=kitchen | name=" + kitchenName,
                "organization | id=house | name=Σπίτι " + kitchenName,
                "organization | id=unit | name=Μονάδα | parent_organization_id=kitchen",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active",
                "service | id=law | organization_id=kitchen | name=Νομική βοήθεια | status=active"));
        rows.addAll(java.util.List.of(more));
        assertThat(given.take(IntakeOptions.wholeSource(), rows.toArray(String[]::new))
                        .problems())
                .isEmpty();
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    HttpResponse<String> enter(String event, UUID organization, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("event", event);
        all.put("organization", organization.toString());
        all.put("on", "2026-05-01");
        all.put("source", "Απόφαση 12/2026");
        all.putAll(fields);
        return team.post("/desk/successions/new", all);
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    void undo() {
        var list = page(team.get("/desk/successions"));
        var path = list.replaceAll("(?s)^.*?action=\"([^\"]+/undo)\".*", "$1");
        assertThat(team.post(path, Map.of()).statusCode()).isEqualTo(302);
    }

    String of(String table, String column, UUID id) {
        return String.valueOf(jdbc.sql("select %s::text from directory.%s where id = :id".formatted(column, table))
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .list()
                .getFirst());
    }

    @Test
    void anOrganisationBecomesPartOfAnotherWithAllItHasAndIsItselfAgain() {
        assertThat(enter("merged-into", kitchen, Map.of("other", house.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(team.get("/desk/successions")))
                .contains("1 Μαΐου 2026: ο φορέας " + kitchenName + " έγινε μέρος", "Απόφαση 12/2026");
        assertThat(page(team.get("/organization/" + kitchen))).contains("Τώρα είναι μέρος του φορέα");
        assertThat(page(team.get("/organization/" + house))).contains("1 Μαΐου 2026", "Απόφαση 12/2026");
        assertThat(of("service", "organization_id", meals)).isEqualTo(house.toString());
        assertThat(of("organization", "parent_organization_id", unit)).isEqualTo(house.toString());

        bring("service | id=later | organization_id=kitchen | name=Αργότερα | status=active");
        assertThat(of("service", "organization_id", id("service", "later"))).isEqualTo(house.toString());
        assertThat(of("organization", "gone_at is not null", kitchen)).isEqualTo("true");

        undo();
        assertThat(of("service", "organization_id", meals)).isEqualTo(kitchen.toString());
        assertThat(of("organization", "parent_organization_id", unit)).isEqualTo(kitchen.toString());
        assertThat(of("organization", "gone_at is not null", kitchen)).isEqualTo("false");
        assertThat(page(team.get("/organization/" + kitchen))).doesNotContain("Τώρα είναι μέρος");
        assertThat(page(team.get("/desk/successions"))).contains("Αναιρέθηκε από Ελένη Δοκιμή");
    }

    @Test
    void aNewNameStandsWhenTheSourceComesAgainAndTheFormerOneIsTold() {
        assertThat(enter("renamed", kitchen, Map.of("name", "Τραπέζι", "name-en", "Table"))
                        .statusCode())
                .isEqualTo(302);
        bring();
        assertThat(page(team.get("/organization/" + kitchen))).contains("Τραπέζι", "πριν λεγόταν " + kitchenName);
        assertThat(page(team.get("/en/organization/" + kitchen))).contains("Table");
        undo();
        assertThat(page(team.get("/organization/" + kitchen)))
                .contains(kitchenName)
                .doesNotContain("Τραπέζι");
    }

    @Test
    void aPartOfAnOrganisationBecomesOneOfItsOwn() {
        assertThat(page(team.get("/desk/successions/new?event=split-from&organization=" + kitchen)))
                .contains("Νομική βοήθεια", "Συσσίτιο");
        assertThat(enter(
                                "split-from",
                                kitchen,
                                Map.of(
                                        "name",
                                        "Νομικοί " + kitchenName,
                                        "services",
                                        id("service", "law").toString()))
                        .statusCode())
                .isEqualTo(302);
        var heir = of("service", "organization_id", id("service", "law"));
        assertThat(of("service", "organization_id", meals)).isEqualTo(kitchen.toString());
        assertThat(page(team.get("/organization/" + heir))).contains("Νομικοί", "προήλθε ο φορέας");
        undo();
        assertThat(of("service", "organization_id", id("service", "law"))).isEqualTo(kitchen.toString());
        assertThat(of("organization", "gone_at is not null", UUID.fromString(heir)))
                .isEqualTo("true");
    }

    @Test
    void aUnitGetsAnotherParentAndNobodyStandsAboveItself() {
        assertThat(enter("moved-under", unit, Map.of("other", house.toString())).statusCode())
                .isEqualTo(302);
        assertThat(page(team.get("/organization/" + house))).contains("Μονάδα");
        var circle = enter("moved-under", house, Map.of("other", unit.toString()));
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("πάνω από τον εαυτό του");
        undo();
        assertThat(of("organization", "parent_organization_id", unit)).isEqualTo(kitchen.toString());
    }

    @Test
    void whatIsLeftOpenIsNamedAndWhatWasTypedStays() {
        var answer = enter("renamed", kitchen, Map.of("name", "", "source", "Εφημερίδα <b>", "on", "2999-01-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Νέο όνομα", "Η ημέρα δεν έχει έρθει ακόμη", "Εφημερίδα &lt;b>");
        assertThat(enter("renamed", kitchen, Map.of("name", kitchenName)).body())
                .contains("διαφορετικό από το τωρινό");
    }

    @Test
    void membersOfWhatMergedAreOfferedToItsHeirAndNobodyMovesByItself() {
        var desk = AtTheDesk.of(context);
        var editor = desk.as(Role.EDITOR, kitchen);
        var caseworker = desk.as(Role.CASEWORKER, kitchen);
        var admin = desk.as(Role.ADMINISTRATOR, null);
        assertThat(admin.get("/desk/heirs").body()).doesNotContain(kitchenName);
        enter("merged-into", kitchen, Map.of("other", house.toString()));
        assertThat(editor.get("/desk/records/service/" + meals).statusCode()).isEqualTo(404);

        var offer = admin.get("/desk/heirs").body();
        assertThat(offer)
                .contains(
                        kitchenName,
                        editor.member().toString(),
                        caseworker.member().toString());
        assertThat(admin.get("/desk").body()).contains("/desk/heirs");
        assertThat(team.get("/desk/heirs").statusCode()).isEqualTo(403);
        var form = java.util.regex.Pattern.compile(
                        "action=\"(/desk/heirs/[0-9a-f-]{36})\"(?:(?!action=).)*" + editor.member(),
                        java.util.regex.Pattern.DOTALL)
                .matcher(offer);
        assertThat(form.find()).isTrue();
        var decided =
                admin.post(form.group(1), Map.of("members", editor.member().toString()));
        assertThat(decided.statusCode()).isEqualTo(302);

        assertThat(admin.get("/desk/heirs").body()).doesNotContain(kitchenName);
        assertThat(roles(editor.member(), house)).isEqualTo("{editor}");
        assertThat(roles(editor.member(), kitchen)).isEqualTo("{editor}");
        assertThat(roles(caseworker.member(), house)).isNull();
        assertThat(admin.post(form.group(1), Map.of()).statusCode()).isEqualTo(404);
        assertThat(letters(editor.member())).isOne();
        assertThat(letters(caseworker.member())).isZero();
    }

    /** What a member is in an organisation; none where nothing. */
    @Nullable
    String roles(UUID member, UUID organization) {
        return seen(() -> jdbc.sql("select roles::text from access.membership where member = ? and organization = ?")
                .param(member)
                .param(organization)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    long letters(UUID member) {
        return seen(() -> jdbc.sql("""
                select count(*) from messaging.letter l
                join access.member m on m.email = l.address
                where m.id = ? and l.kind = 'successions.member'
                """).param(member).query(Long.class).single());
    }

    <T extends @Nullable Object> T seen(java.util.function.Supplier<T> work) {
        return Sight.job("test").call(() -> transactions.execute(_ -> work.get()));
    }
}
