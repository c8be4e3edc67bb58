package org.opensocialnet.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.upkeep.Filled;

/** What organisations answer, by the link, on the phone or at the desk, and what becomes of it. */
class RoundAnswersTest extends RoundsWorld {

    @Test
    void correctionsWaitUntilTheDeskAcceptsThemFieldByField() {
        assertThat(fill(
                                anybody,
                                said("/edit/basics", meals),
                                Map.of("r0-description", "Δύο πιάτα", "r0-name", "Γεύματα"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(fill(anybody, said("/edit/phones", meals), Map.of("r0-number", "210 999 9999"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(fill(anybody, said("/edit/hours", meals), Map.of("hours", "Δευτέρα-Παρασκευή 8:30-14:30"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(anybody.get(link() + "/record/" + meals)))
                .contains("Δύο πιάτα", "210 999 9999", "Δευτέρα ως Παρασκευή, 08:30 ως 14:30");
        assertThat(page(anybody.get("/service/" + meals))).doesNotContain("Δύο πιάτα", "210 999 9999");
        anybody.post(link() + "/end", Map.of("note", ""));

        var asked = asked(kitchen);
        assertThat(asked.progress()).isEqualTo(Asked.Progress.DIFFERENT);
        assertThat(page(team.get("/desk"))).contains("/desk/rounds/");
        assertThat(decide(asked, "accept", "Περιγραφή", "Αριθμός")).isEqualTo(302);
        var service = page(anybody.get("/service/" + meals));
        assertThat(service).contains("Δύο πιάτα").doesNotContain("Γεύματα</h1>");
        assertThat(decide(asked, "refuse", "Όνομα")).isEqualTo(302);
        assertThat(assured(meals)).isBefore(today());
        assertThat(decide(asked, "accept")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals)))
                .contains("210 999 9999")
                .doesNotContain("Γεύματα</h1>");
        assertThat(assured(meals)).isEqualTo(today());
        assertThat(asked(kitchen).isToBeLookedAt()).isFalse();

        var history = page(team.get("/desk/records/service/" + meals + "/history"));
        assertThat(history).contains("Γύρος επιβεβαίωσης «Φθινόπωρο»", "Δύο πιάτα");
        var undo = history.replaceAll("(?s).*action=\"([^\"]+/undo)\".*", "$1");
        assertThat(team.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).doesNotContain("Δύο πιάτα");
    }

    @Test
    void whatChangedSinceItWasShownIsLookedAtAgain() {
        fill(anybody, said("/edit/basics", meals), Map.of("r0-description", "Δύο πιάτα"));
        anybody.post(link() + "/end", Map.of("note", "Ξεκινάμε και πρωινό."));
        var path = "/desk/rounds/asked/" + asked(kitchen).id();
        var seen = page(team.get(path)).replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        fill(team, "/desk/records/service/" + meals + "/edit/basics", Map.of("r0-description", "Τρία πιάτα"));
        team.post("/desk/records/service/" + meals + "/draft/publication", Map.of());

        var late = team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", seen, "take-" + meals, "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Τρία πιάτα", "Δείτε ξανά");
        assertThat(team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", seen))
                        .statusCode())
                .isEqualTo(422);
        assertThat(decide(asked(kitchen), "refuse")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).contains("Τρία πιάτα");
        assertThat(asked(kitchen).isToBeLookedAt()).isTrue();
        assertThat(team.post(path + "/settling", Map.of()).statusCode()).isEqualTo(302);
        assertThat(asked(kitchen).isToBeLookedAt()).isFalse();
    }

    @Test
    void aServiceThatIsNoLongerOfferedGoesOutOfUseWhenTheDeskSaysSo() {
        fill(anybody, said("/edit/state", meals), Map.of("r0-status", "inactive"));
        anybody.post(link() + "/end", Map.of());
        assertThat(anybody.get("/service/" + meals).statusCode()).isEqualTo(200);
        assertThat(decide(asked(kitchen), "accept")).isEqualTo(302);
        assertThat(page(team.get("/desk/records?shown=out-of-use&q=Συσσίτιο"))).contains(meals.toString());
    }

    @Test
    void whoTakesCorrectionsBackMayStillSayThatAllIsRight() {
        fill(anybody, said("/edit/phones", meals), Map.of("r0-gone", "yes"));
        assertThat(anybody.post(said("/same", meals), Map.of()).statusCode()).isEqualTo(409);
        assertThat(anybody.post(said("/again", meals), Map.of()).statusCode()).isEqualTo(302);
        assertThat(anybody.post(said("/same", meals), Map.of()).statusCode()).isEqualTo(302);
        assertThat(asked(kitchen).told()).isOne();
        fill(anybody, said("/edit/phones", meals), Map.of("r1-number", "210 222 2222"));
        assertThat(page(anybody.get(link()))).contains("210 222 2222");
        assertThat(fill(anybody, said("/edit/phones", meals), Map.of("r1-number", "hello"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void hoursNobodyCanReadStayAsTheyWereWritten() {
        fill(anybody, said("/edit/hours", meals), Map.of("hours", "όποτε έχει ήλιο"));
        assertThat(page(anybody.get(link()))).contains("όποτε έχει ήλιο");
    }

    @Test
    void anOrganisationWithoutEmailAnswersOnThePhone() {
        var asked = asked(shelter);
        assertThat(asked.progress()).isEqualTo(Asked.Progress.NO_EMAIL);
        var phone = "/desk/rounds/asked/" + asked.id() + "/phone";
        var beds = id("service", "beds");
        assertThat(fill(team, phone + "/record/" + beds + "/edit/phones", Map.of("r0-number", "210 333 3333"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(team.post(phone + "/end", Map.of("by", "", "role", "")).statusCode())
                .isEqualTo(422);
        assertThat(fill(team, phone, Map.of()).statusCode()).isEqualTo(404);
        var form = Filled.form(page(team.get(phone)));
        form.putAll(Map.of("by", "Δανάη Υποθέτου", "role", "γραμματεία"));
        assertThat(team.post(phone + "/end", form).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/desk/rounds/asked/" + asked.id())))
                .contains("Δανάη Υποθέτου", "γραμματεία", "τηλεφωνικά", "210 333 3333");
        assertThat(decide(asked(shelter), "accept")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + beds))).contains("210 333 3333");
        assertThat(page(team.get("/desk/records/service/" + beds + "/history")))
                .contains("το είπε ο φορέας στο τηλέφωνο")
                .doesNotContain("Δανάη");
    }

    @Test
    void aMemberOfTheOrganisationAnswersWithoutTheLetter() {
        var editor = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        var own = "/desk/rounds/own/" + asked(kitchen).id();
        assertThat(page(editor.get("/desk"))).contains(own);
        assertThat(page(editor.get(own))).contains("Ισχύουν ακόμη");
        var begun = editor.post(own, Map.of());
        var link = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(page(anybody.get(link))).contains("Συσσίτιο");
        anybody.post(link + "/all", Map.of());
        assertThat(asked(kitchen).isAnswered()).isTrue();
        assertThat(page(editor.get("/desk"))).doesNotContain(own);
        var other = AtTheDesk.of(context).as(Role.EDITOR, shelter);
        assertThat(other.post(own, Map.of()).statusCode()).isEqualTo(404);
    }
}
