package org.opensocialnet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thaleia of the night shelter finds and registers people; Danae of the day centre meets the same ones. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistryTest {

    static final Pattern PERSON = Pattern.compile("/desk/people/([0-9a-f-]{36})");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visitor thaleia;
    Visitor danae;
    Visitor admin;

    @BeforeEach
    void twoOrganizations() {
        var shelter = organization("Υπνωτήριο Σελήνη");
        thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        admin = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, organization("Κέντρο ημέρας Ήλιος"));
    }

    @Test
    void somebodyIsRegisteredAndFoundByAnotherSpelling() {
        var path = registered(thaleia, Map.of("given-name", "Πολυξένη", "family-name", "Τρικούπη", "born", "1961"));

        assertThat(find(thaleia, "trikoupi polixeni")).contains("Πολυξένη Τρικούπη", path);
        assertThat(thaleia.get(path).body()).contains("Πολυξένη Τρικούπη", "1961", "τα είπε το πρόσωπο");
        assertThat(find(danae, "Πολυξένη Τρικούπη"))
                .contains("Δεν βρέθηκε κανείς", "ίσως είναι γνωστό στο δίκτυο")
                .doesNotContain(path, "Σελήνη");
        assertThat(danae.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aCodeAloneIsEnough() {
        var path = registered(thaleia, Map.of("code", "ΝΥΞ-77"));

        assertThat(thaleia.get(path).body()).contains("Γνωστό μόνο με κωδικό").doesNotContain("ΝΥΞ-77");
        assertThat(find(thaleia, "νυξ77")).contains(path);
        assertThat(thaleia.post(
                                "/desk/people/new/save",
                                Map.of("once", Uuid7.next().toString(), "quality", "given"))
                        .body())
                .contains("αρκεί ένας κωδικός");
    }

    @Test
    void aFormSentTwiceMakesOne() {
        var form = form(Map.of("given-name", "Μυρτώ", "family-name", "Δισταύρου"));

        var first = location(thaleia, form);
        var second = location(thaleia, form);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoMayBeHerIsShownBeforeSavingAndNothingTypedIsLost() {
        var known = registered(thaleia, Map.of("given-name", "Αργυρώ", "family-name", "Καλλέργη"));
        var form = form(Map.of(
                "given-name", "Argiro", "family-name", "Kallergi", "phone", "6900000003", "place", "στην πλατεία"));

        var doubt = thaleia.post("/desk/people/new/save", form);

        assertThat(doubt.statusCode()).isEqualTo(200);
        assertThat(doubt.body()).contains("Μήπως είναι ένα από αυτά", known, "Argiro", "6900000003", "στην πλατεία");
        form.put("seen", known.substring(known.lastIndexOf('/') + 1));
        assertThat(location(thaleia, form)).isNotEqualTo(known);
    }

    @Test
    void whatCannotBeIsSaidBesideItsField() {
        var form = form(Map.of(
                "given-name",
                "Ν".repeat(300),
                "born",
                "31/2/1985",
                "amka",
                "01013099999",
                "afm",
                "123456781",
                "place",
                "<b>εδώ</b>"));

        var answer = thaleia.post("/desk/people/new/save", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Δεν μπορεί να είναι γέννηση",
                        "Αυτός ο ΑΜΚΑ δεν μπορεί",
                        "Αυτός ο ΑΦΜ δεν μπορεί",
                        "&lt;b>εδώ&lt;/b>")
                .contains("31/2/1985");
    }

    @Test
    void correctingKeepsWhatHeldBefore() {
        var path = registered(thaleia, Map.of("given-name", "Ισμήνη", "family-name", "Παλαιού", "phone", "6900000004"));
        var form = new HashMap<>(Map.of("given-name", "Ισμήνη", "family-name", "Νεοτέρου", "quality", "seen"));

        assertThat(thaleia.post(path + "/identity", form).statusCode()).isEqualTo(302);

        assertThat(thaleia.get(path).body())
                .contains("Ισμήνη Νεοτέρου", "από έγγραφο")
                .doesNotContain("6900000004");
        assertThat(thaleia.get(path + "/identity").body()).contains("Παλαιού", "6900000004");
    }

    @Test
    void groupsAreDatedAndEnded() {
        var path = registered(thaleia, Map.of("given-name", "Θεανώ", "family-name", "Ομαδίδου"));

        thaleia.post(
                path + "/groups",
                Map.of("group", "roofless", "since-day", "1", "since-month", "2", "since-year", "2025"));
        assertThat(thaleia.get(path).body()).contains("διαμένει στον δρόμο", "Δεν ισχύει πια");
        var belonging = field(thaleia.get(path).body(), "belonging");
        thaleia.post(path + "/groups/end", Map.of("belonging", belonging));

        assertThat(thaleia.get(path).body())
                .contains("διαμένει στον δρόμο", " έως ")
                .doesNotContain("Δεν ισχύει πια");
        assertThat(thaleia.post(path + "/groups/end", Map.of("belonging", belonging))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aCardIsShownOnceAndFindsHer() {
        var path = registered(thaleia, Map.of("given-name", "Καλυψώ", "family-name", "Καρτάκη"));

        var card = thaleia.post(path + "/card", Map.of()).body();

        var number = Pattern.compile("<code>([0-9A-Z-]+)</code>").matcher(card);
        assertThat(number.find()).isTrue();
        assertThat(find(thaleia, number.group(1))).contains(path);
        assertThat(thaleia.get(path).body()).doesNotContain(number.group(1));
        thaleia.post(path + "/card", Map.of());
        assertThat(find(thaleia, number.group(1))).as("the earlier card ends").doesNotContain(path);
    }

    @Test
    void onlyTheAdministratorErasesAndErasedIsErased() {
        var path = registered(thaleia, Map.of("given-name", "Φαίδρα", "family-name", "Σβησίδου"));

        assertThat(thaleia.get(path + "/erasure").statusCode()).isEqualTo(404);
        assertThat(admin.post(path + "/erasure", Map.of()).statusCode()).isEqualTo(422);
        assertThat(admin.post(path + "/erasure", Map.of("sure", "yes")).statusCode())
                .isEqualTo(302);

        assertThat(thaleia.get(path).statusCode()).isEqualTo(404);
        assertThat(find(thaleia, "Φαίδρα Σβησίδου")).contains("Δεν βρέθηκε κανείς");
    }

    @Test
    void doublesAreComparedJoinedAndParted() {
        registered(thaleia, Map.of("given-name", "Σωκράτης", "family-name", "Διπλάκης"));
        var nameless = registered(thaleia, Map.of("nickname", "Σωκράτης ο ψηλός"));
        thaleia.post(
                nameless + "/identity",
                Map.of("given-name", "Sokratis", "family-name", "Diplakis", "quality", "given"));

        admin.post("/desk/people/doubles/search", Map.of());
        var page = admin.get("/desk/people/doubles").body();

        assertThat(page).contains("Σωκράτης Διπλάκης", "Sokratis Diplakis", "ακούγεται ίδιο");
        var pair = Map.of("one", field(page, "one"), "other", field(page, "other"), "verdict", "one");
        admin.post("/desk/people/doubles", pair);
        assertThat(find(thaleia, "Διπλάκης")).contains("Βρέθηκαν: 1");
        admin.post("/desk/people/doubles/undo", pair);
        assertThat(find(thaleia, "Διπλάκης")).contains("Βρέθηκαν: 2");
    }

    @Test
    void aShelterWithASecretPlaceIsNotHintedAtUnlessItSaysSo() {
        var haven = organization("Ξενώνας Άστεγη");
        jdbc.sql("""
                insert into directory.location (id, organization_id, location_type, name, area, confidential, record_source)
                values (?, ?, 'physical', 'Ξενώνας', 'Κέντρο', true, 'own')
                """).params(Uuid7.next(), haven).update();
        var lead = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, haven);
        registered(lead, Map.of("given-name", "Ευρυδίκη", "family-name", "Κρυμμένου", "born", "1988"));

        assertThat(find(danae, "Ευρυδίκη Κρυμμένου")).doesNotContain("ίσως είναι γνωστό");
        assertThat(lead.get("/desk/discretion").body()).contains("έχει εμπιστευτικό χώρο: δεν λέγεται τίποτα");
        lead.post("/desk/discretion", Map.of("discretion", "told"));
        assertThat(find(danae, "Ευρυδίκη Κρυμμένου")).contains("ίσως είναι γνωστό");
        lead.post("/desk/discretion", Map.of("discretion", "silent"));
        assertThat(find(danae, "Ευρυδίκη Κρυμμένου")).doesNotContain("ίσως είναι γνωστό");

        registered(thaleia, Map.of("given-name", "Ορφέας", "family-name", "Φανερός", "born", "1987"));
        assertThat(find(danae, "Ορφέας Φανερός")).contains("ίσως είναι γνωστό");
        admin.post("/desk/discretion", Map.of("discretion", "silent"));
        assertThat(find(danae, "Ορφέας Φανερός")).doesNotContain("ίσως είναι γνωστό");
    }

    @Test
    void aHouseholdIsMadeOfPeopleFoundLikeAllOthers() {
        var mother = registered(thaleia, Map.of("given-name", "Αλκμήνη", "family-name", "Εστιάδου"));
        var son = registered(thaleia, Map.of("given-name", "Ηρακλής", "family-name", "Εστιάδης"));

        assertThat(thaleia.post(mother + "/household", Map.of("q", "κανένας", "relation", "child"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(thaleia.post(mother + "/household", Map.of("q", "iraklis estiadis", "relation", "child"))
                        .statusCode())
                .isEqualTo(302);

        var page = thaleia.get(mother + "/household").body();
        assertThat(page).contains("Ηρακλής Εστιάδης", "παιδί", "υπεύθυνος/η νοικοκυριού");
        assertThat(thaleia.get(mother).body()).contains("Ηρακλής Εστιάδης");
        assertThat(danae.get(mother + "/household").statusCode()).isEqualTo(404);
        thaleia.post(mother + "/household/end", Map.of("mate", son.substring(son.lastIndexOf('/') + 1)));
        assertThat(thaleia.get(mother + "/household").body()).contains(">έως ");
    }

    @Test
    void namesStandInNoAddress() {
        assertThat(thaleia.get("/desk/people?q=Τρικούπη").body()).doesNotContain("Τρικούπη");
    }

    private static String find(Visitor worker, String typed) {
        return worker.post("/desk/people", Map.of("q", typed)).body();
    }

    private static Map<String, String> form(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.putIfAbsent("once", Uuid7.next().toString());
        form.putIfAbsent("quality", "given");
        return form;
    }

    private static String registered(Visitor worker, Map<String, String> fields) {
        return location(worker, form(fields));
    }

    private static String location(Visitor worker, Map<String, String> form) {
        var answer = worker.post("/desk/people/new/save", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var path = PERSON.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private static String field(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).as("a field %s", name).isTrue();
        return value.group(1);
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
