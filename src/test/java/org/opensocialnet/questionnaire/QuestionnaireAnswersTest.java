package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.upkeep.Filled;

/** Filling in a questionnaire, by the link, on the phone or from the desk, and what becomes of it in the directory. */
class QuestionnaireAnswersTest extends QuestionnaireWorld {

    String hours() {
        return field("service", meals, "hours");
    }

    @Test
    void whatTheDirectoryKnowsIsFilledIn() {
        var services = Filled.form(page(anybody.get(link() + "/page/" + SERVICES)));
        assertThat(services.get(field("service", meals, "offered"))).isEqualTo("active");
        assertThat(services.get(hours())).contains("09:00");
        var places = page(anybody.get(link() + "/page/" + PLACES));
        assertThat(places).contains("Συσσίτιο · Θέσεις");
        assertThat(Filled.form(places).get(field("places", id("service_capacity", "c"), "total")))
                .isEqualTo("40");
        assertThat(page(anybody.get("/en" + link()))).contains("Mapping of services and gaps");
    }

    @Test
    void aHalfFilledFormWaitsAndIsResumed() {
        var link = link();
        var wrong = fill(anybody, link, "1", Map.of("staff", "πολλοί", "about", "Μαγειρεύουμε."));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("πολλοί", "govuk-error-summary");
        assertThat(page(anybody.get(link))).contains("Θέλει ακόμη κάτι");
        assertThat(anybody.post(link + "/end", Map.of()).statusCode()).isEqualTo(422);

        team.post("/desk/editions/asked/" + respondent(kitchen).id() + "/letter", Map.of());
        var another = link();
        assertThat(another).isNotEqualTo(link);
        var resumed = Filled.form(page(anybody.get(another + "/page/1")));
        assertThat(resumed.get("about")).isEqualTo("Μαγειρεύουμε.");
        assertThat(resumed.get("staff")).isEqualTo("πολλοί");
        filled(anybody, another, "1", Map.of("staff", "12"));
        assertThat(page(anybody.get(link))).contains("Αποθηκεύτηκε");
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.BEGUN);
        sent(anybody, link);
        assertThat(page(anybody.get(another))).contains("Ευχαριστούμε");
    }

    @Test
    void ofTwoWhoFillInTheSamePageTheSecondSeesWhatTheFirstWrote() {
        var path = link() + "/page/1";
        var first = Filled.form(page(anybody.get(path)));
        var second = Filled.form(page(anybody.get(path)));
        first.put("staff", "12");
        second.put("staff", "15");
        assertThat(anybody.post(path, first).statusCode()).isEqualTo(302);
        var late = anybody.post(path, second);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Πόσοι εργάζονται με αμοιβή: 12");
        var again = Filled.form(late.body());
        assertThat(again.get("staff")).isEqualTo("15");
        assertThat(Filled.form(page(anybody.get(path))).get("staff")).isEqualTo("12");
        assertThat(anybody.post(path, again).statusCode()).isEqualTo(302);
        assertThat(Filled.form(page(anybody.get(path))).get("staff")).isEqualTo("15");
        assertThat(anybody.post(path, Filled.form(page(anybody.get(path)))).statusCode())
                .as("the same page sent twice")
                .isEqualTo(302);
    }

    @Test
    void ofTwoWhoSendTheAnswerAtOnceOneDoes() throws Exception {
        var link = link();
        filled(anybody, link, PRACTICE, Map.of("referrals", "no"));
        filled(anybody, link, GAPS, Map.of("gap_words", "Λείπουν ντους."));
        try (var people = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> anybody.post(link + "/end", Map.of()).statusCode());
            }
            var codes = new ArrayList<Integer>();
            for (var each : people.invokeAll(all)) {
                codes.add(each.get());
            }
            assertThat(codes).containsOnlyOnce(302).containsOnly(302, 409);
        }
        assertThat(count(
                        "select count(*) from questionnaire.gap where respondent = ?",
                        respondent(kitchen).id()))
                .isOne();
    }

    @Test
    void rowsAreAddedAsManyAsAreNeeded() {
        var link = link();
        var more = fill(anybody, link, GAPS, Map.of("gap--1--people", "20", "gap--1--kind", "showers", "then", "row"));
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"gap--1--people\"", "name=\"gap--2--people\"");
        filled(anybody, link, GAPS, Map.of("gap--2--people", "7"));
        var there = Filled.form(page(anybody.get(link + "/page/" + GAPS)));
        assertThat(there.get("gap--1--people")).isEqualTo("20");
        assertThat(there.get("gap--1--kind")).isEqualTo("showers");
        assertThat(there.get("gap--2--people")).isEqualTo("7");
        filled(anybody, link, GAPS, Map.of("gap--2--people", ""));
        assertThat(page(anybody.get(link + "/page/" + GAPS))).doesNotContain("value=\"7\"");
    }

    @Test
    void somebodysIdentityIsPointedOutBeforeAnythingIsKept() {
        var link = link();
        var words = Map.of("gap_words", "Ρωτήστε τη Μαρία, 6971234567");
        var asked = fill(anybody, link, GAPS, words);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("name=\"knows\"");
        assertThat(respondent(kitchen).saved()).isZero();
        var stays = new LinkedHashMap<>(words);
        stays.put("knows", "yes");
        filled(anybody, link, GAPS, stays);
        assertThat(respondent(kitchen).saved()).isOne();
    }

    @Test
    void whatIsSaidOtherwiseComesIntoTheDirectoryWhenTheDeskAcceptsIt() {
        var link = link();
        filled(
                anybody,
                link,
                SERVICES,
                Map.of(
                        hours(),
                        "Δευτέρα-Παρασκευή 8:30-14:30",
                        field("service", meals, "area"),
                        "Κυψέλη",
                        field("service", id("service", "clothes"), "offered"),
                        "paused"));
        filled(anybody, link, PLACES, Map.of(field("places", id("service_capacity", "c"), "total"), "55"));
        sent(anybody, link);
        assertThat(page(anybody.get("/service/" + meals))).doesNotContain("Κυψέλη");

        var path = "/desk/editions/asked/" + respondent(kitchen).id();
        assertThat(page(team.get("/desk"))).contains("στο ερωτηματολόγιο");
        assertThat(page(team.get(path))).contains("Κυψέλη", "55", "40", "Όχι για την ώρα");
        assertThat(decide(path, meals, "accept", "Περιοχή", "Συσσίτιο · Θέσεις"))
                .isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).contains("Κυψέλη");
        assertThat(jdbc.sql("select maximum from directory.public_service_capacity where service_id = ?")
                        .param(meals)
                        .query(Integer.class)
                        .single())
                .isEqualTo(55);
        assertThat(decide(path, meals, "accept", "Ώρες")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).contains("08:30");
        assertThat(decide(path, id("service", "clothes"), "refuse", "Προσφέρεται"))
                .isEqualTo(302);
        assertThat(page(team.get("/desk/records/service/" + meals + "/history")))
                .contains("Ερωτηματολόγιο «Δεκέμβριος 2021»", "Κυψέλη");
        assertThat(team.post(path + "/settling", Map.of()).statusCode()).isEqualTo(302);
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.SETTLED);
        assertThat(jdbc.sql("select status from directory.public_service where id = ?")
                        .param(id("service", "clothes"))
                        .query(String.class)
                        .single())
                .isEqualTo("active");
    }

    @Test
    void aServiceNobodyKnewIsBroughtWithAllThatIsSaidOfIt() {
        var link = link();
        filled(
                anybody,
                link,
                SERVICES,
                Map.of(
                        "service--1--name",
                        "Πλυντήριο ρούχων",
                        "service--1--hours",
                        "Δευτέρα 9:00-12:00",
                        "service--1--area",
                        "Κυψέλη",
                        "service--1--groups",
                        "women"));
        sent(anybody, link);
        var path = "/desk/editions/asked/" + respondent(kitchen).id();
        var page = page(team.get(path));
        assertThat(page).contains("Νέα υπηρεσία", "Πλυντήριο ρούχων");
        var record = UUID.fromString(page.replaceAll("(?s).*name=\"take-([0-9a-f-]{36})\".*", "$1"));
        assertThat(decide(path, record, "accept")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + record))).contains("Πλυντήριο ρούχων", "09:00", "Γυναίκες");
        assertThat(page(team.get(path))).contains("Δεκτό").doesNotContain("name=\"take-");
        assertThat(page(team.get("/desk/records/service/" + record + "/history")))
                .contains("Δεκέμβριος 2021");
    }

    @Test
    void languagesAreAddedAndTakenAwayOneByOne() {
        var link = link();
        var path = link + "/page/" + SERVICES;
        var fields = Filled.form(page(anybody.get(path)));
        var languages = field("service", meals, "languages");
        assertThat(fields.remove(languages)).isEqualTo("el");
        var typed = new StringBuilder("_csrf=" + anybody.token());
        fields.forEach((name, value) -> typed.append('&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        typed.append('&').append(languages).append("=en&").append(languages).append("=ar");
        var saved = anybody.send(anybody.asked(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(typed.toString())));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        sent(anybody, link);
        assertThat(decide("/desk/editions/asked/" + respondent(kitchen).id(), meals, "accept", "Γλώσσες"))
                .isEqualTo(302);
        assertThat(jdbc.sql("select code from directory.public_language where service_id = ? order by code")
                        .param(meals)
                        .query(String.class)
                        .list())
                .containsExactly("ar", "en");
    }

    @Test
    void anAnswerThatOnlyRepeatsProposesNothingAlsoWhenTheDirectoryMovesOn() {
        var link = link();
        filled(anybody, link, SERVICES, Map.of());
        filled(anybody, link, PLACES, Map.of());
        sent(anybody, link);
        given.take(
                org.opensocialnet.intake.IntakeOptions.singleRows(),
                "service_capacity | id=c | service_id=meals | unit_id=u | available=3 | maximum=60 | updated=2026-02-01T10:00:00Z");
        var page = page(team.get("/desk/editions/asked/" + respondent(kitchen).id()));
        assertThat(page).doesNotContain("name=\"take-").contains("/settling");
    }

    @Test
    void whatChangedSinceItWasShownIsLookedAtAgain() {
        var link = link();
        filled(anybody, link, SERVICES, Map.of(field("service", meals, "area"), "Κυψέλη"));
        sent(anybody, link);
        var path = "/desk/editions/asked/" + respondent(kitchen).id();
        assertThat(team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", "", "take-" + meals, "0"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(team.post(path + "/settling", Map.of()).statusCode()).isEqualTo(409);
        assertThat(decide(path, meals, "accept")).isEqualTo(302);
        assertThat(team.post(path + "/settling", Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void anOrganisationWithoutEmailAnswersOnThePhone() {
        var asked = respondent(shelter);
        assertThat(asked.progress()).isEqualTo(Respondent.Progress.NO_EMAIL);
        var phone = "/desk/editions/asked/" + asked.id() + "/phone";
        filled(team, phone, PRACTICE, Map.of("referrals", "no"));
        filled(team, phone, PLACES, Map.of("places--1--what", "Πλυντήριο"));
        assertThat(team.post(phone + "/end", Map.of("by", "", "role", "")).statusCode())
                .isEqualTo(422);
        var form = Filled.form(page(team.get(phone)));
        form.putAll(Map.of("by", "Δανάη Υποθέτου", "role", "γραμματεία"));
        assertThat(team.post(phone + "/end", form).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/desk/editions/asked/" + asked.id())))
                .contains("Δανάη Υποθέτου", "γραμματεία", "τηλεφωνικά", "Πλυντήριο", "Ο κατάλογος δεν το έχει");
    }

    @Test
    void aMemberOfTheOrganisationAnswersWithoutTheLetter() {
        var editor = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        var own = "/desk/editions/own/" + respondent(kitchen).id();
        assertThat(page(editor.get("/desk"))).contains(own);
        assertThat(page(editor.get(own))).contains("Δεκέμβριος 2021");
        var begun = editor.post(own, Map.of());
        var link = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        sent(anybody, link);
        assertThat(page(editor.get("/desk"))).doesNotContain(own);
        assertThat(AtTheDesk.of(context)
                        .as(Role.EDITOR, shelter)
                        .post(own, Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOrganisationsEyesSeeItsOwnAnswerAlone() {
        filled(anybody, link(), "1", Map.of("staff", "12"));
        for (var table : List.of("respondent", "answer", "sheet")) {
            assertThat(seen(table, kitchen)).as(table).isPositive();
            assertThat(seen(table, UUID.randomUUID())).as(table).isZero();
        }
        assertThat(seen("answer", shelter)).isZero();
        assertThat(seen("form", kitchen)).isZero();
        assertThat(seen("link", kitchen)).isZero();
    }

    int seen(String table, UUID organization) {
        return Sight.link(organization, "questionnaire", "test")
                .call(() -> transactions.execute(_ -> jdbc.sql("select count(*) from questionnaire." + table)
                        .query(Integer.class)
                        .single()));
    }

    /** Ticks the differences of a record whose names begin so, or all, and presses a button. */
    int decide(String path, UUID record, String then, String... fields) {
        var page = page(team.get(path));
        var seen = page.replaceAll("(?s).*/decision/" + record + "\".*?name=\"seen\" value=\"([^\"]+)\".*", "$1");
        var boxes = Pattern.compile("name=\"take-" + record + "\" value=\"(\\d+)\" checked><label[^>]*>([^<]*)<")
                .matcher(page);
        var typed = new StringBuilder();
        while (boxes.find()) {
            var label = boxes.group(2);
            if (fields.length == 0 || List.of(fields).stream().anyMatch(label::startsWith)) {
                typed.append("&take-").append(record).append('=').append(boxes.group(1));
            }
        }
        return team.send(team.asked(path + "/decision/" + record)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + team.token() + "&then=" + then + "&seen=" + seen + typed)))
                .statusCode();
    }
}
