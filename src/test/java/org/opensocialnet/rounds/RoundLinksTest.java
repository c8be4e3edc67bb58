package org.opensocialnet.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.upkeep.Filled;

/** What the link in a letter opens, for whom and how often. */
class RoundLinksTest extends RoundsWorld {

    @Test
    void nothingHasChangedIsOneClick() {
        assertThat(assured(meals)).isBefore(today());
        assertThat(anybody.post(link() + "/all", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get(link()))).contains("Ευχαριστούμε");
        assertThat(assured(meals)).isEqualTo(today());
        assertThat(assured(id("service", "clothes"))).isEqualTo(today());
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.UNCHANGED);
        assertThat(page(team.get("/desk/records/service/" + meals + "/history")))
                .contains("Κουζίνα", "το είπε ο φορέας με τον σύνδεσμό του");
    }

    @Test
    void aNoteThatSeemsToSayWhoSomebodyIsIsAskedBackAndKeptIfItStays() {
        var path = link();
        var note = "Η κ. Ανθή δεν έρχεται πια, 6900000056";
        var asked = anybody.post(path + "/end", Map.of("note", note));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Εδώ φαίνεται να υπάρχει: τηλέφωνο", note);
        assertThat(asked(kitchen).isAnswered()).isFalse();

        assertThat(anybody.post(path + "/end", Map.of("note", note, "knows", "yes"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(asked(kitchen).isAnswered()).isTrue();
    }

    @Test
    void aMailProgramThatOpensLinksConfirmsNothing() {
        var path = link();
        for (var what : List.of("", "/all", "/end", "/record/" + meals, "/record/" + meals + "/same")) {
            anybody.get(path + what);
            anybody.send(anybody.asked(path + what).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        }
        assertThat(assured(meals)).isBefore(today());
        assertThat(asked(kitchen).isAnswered()).isFalse();
        assertThat(asked(kitchen).told()).isZero();
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.OPENED);
    }

    @Test
    void whereAConfidentialPlaceIsNoLinkTells() {
        var house = id("location", "house");
        var page = page(anybody.get(link() + "/record/" + house));
        assertThat(page).contains("Κέντρο", "απόρρητη").doesNotContain("Μυστική", "Κρυφό σπίτι");
        for (var part : List.of("address", "basics", "position", "secrecy", "contacts")) {
            assertThat(anybody.get(said("/edit/" + part, house)).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLinkOpensNothingThatIsNotItsOrganisationsInThisRound() {
        var beds = id("service", "beds");
        for (var what : List.of("", "/edit/basics")) {
            assertThat(anybody.get(said(what, beds)).statusCode()).isEqualTo(404);
        }
        for (var what : List.of("/edit/basics", "/same", "/again")) {
            assertThat(anybody.post(said(what, beds), Map.of()).statusCode()).isEqualTo(404);
            assertThat(anybody.post(said(what, id("service", "fresh")), Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        var stolen = Filled.form(page(anybody.get(said("/edit/phones", meals))));
        stolen.put("r0", given.id("service", "beds"));
        stolen.put("r0-number", "210 666 6666");
        assertThat(anybody.post(said("/edit/phones", meals), stolen).statusCode())
                .isIn(302, 404, 422);
        var basics = Filled.form(page(anybody.get(said("/edit/basics", meals))));
        basics.put("r0", beds.toString());
        assertThat(anybody.post(said("/edit/basics", meals), basics).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/confirm/" + "x".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(anybody.post(link() + "x/all", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredAWithdrawnAndAClosedLinkSayWhatToDo() {
        var old = link();
        var asked = asked(kitchen);
        as(() -> jdbc.sql("update rounds.link set expires_at = now() - interval '1 minute' where asked = ?")
                .param(asked.id())
                .update());
        assertThat(anybody.get(old).statusCode()).isEqualTo(410);
        assertThat(anybody.get(old).body()).contains("έληξε", "νέο σύνδεσμο").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(old + "/all", Map.of()).statusCode()).isEqualTo(410);

        team.post("/desk/rounds/asked/" + asked.id() + "/letter", Map.of());
        var fresh = link();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(page(anybody.get(fresh))).contains("Συσσίτιο");
        team.post("/desk/rounds/asked/" + asked.id() + "/withdrawal", Map.of());
        assertThat(anybody.get(fresh).body()).contains("αποσύρθηκε").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(fresh + "/all", Map.of()).statusCode()).isEqualTo(410);

        team.post("/desk/rounds/asked/" + asked.id() + "/letter", Map.of());
        var last = link();
        team.post("/desk/rounds/" + round + "/closing", Map.of());
        assertThat(anybody.get(last).body()).contains("Ο γύρος έχει κλείσει");
        assertThat(anybody.post(last + "/record/" + meals + "/same", Map.of()).statusCode())
                .isEqualTo(410);
        assertThat(assured(meals)).isBefore(today());
    }

    @Test
    void aLinkIsUsedOnceAndSaysSoAfterwards() {
        var path = link();
        anybody.post(path + "/all", Map.of());
        var again = anybody.post(path + "/all", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Ευχαριστούμε").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(path + "/record/" + meals + "/edit/basics", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void ofManyWhoAnswerAtOnceOneDoes() throws Exception {
        var path = link();
        try (var many = Executors.newFixedThreadPool(6)) {
            var answers = many.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> anybody.post(path + "/all", Map.of()).statusCode())
                    .toList());
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnly(302, 409).containsOnlyOnce(302);
        }
        assertThat(jdbcCount("select count(*) from drafts.change_set where record = ? and what = 'confirmed'", meals))
                .isOne();
    }

    @Test
    void othersSeeNothingOfRounds() {
        var editor = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        assertThat(editor.get("/desk/rounds").statusCode()).isEqualTo(403);
        assertThat(editor.get("/desk/rounds/" + round).statusCode()).isEqualTo(404);
        var other = AtTheDesk.of(context).as(Role.EDITOR, shelter);
        assertThat(other.get("/desk/rounds/asked/" + asked(kitchen).id()).statusCode())
                .isEqualTo(404);
        int seen = Integer.parseInt(String.valueOf(rowsAs(shelter)));
        assertThat(seen).isOne();
    }
}
