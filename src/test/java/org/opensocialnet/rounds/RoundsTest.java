package org.opensocialnet.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.messaging.LetterUndelivered;
import org.opensocialnet.messaging.LetterWithheld;
import org.opensocialnet.upkeep.Filled;

/** Rounds from the form to their end: who is asked, reminded, marked, forgotten. */
class RoundsTest extends RoundsWorld {

    @Test
    void aRoundAsksAboutWhatNobodyConfirmedLately() {
        var draft = page(team.get("/desk/rounds/" + made(21, Subject.Kind.SERVICE)));
        assertThat(draft).contains("Κουζίνα", "Ξενώνας", email, "Χωρίς e-mail");
        assertThat(asked(kitchen).records()).isEqualTo(5);
        var page = page(anybody.get(link()));
        assertThat(page).contains("Συσσίτιο", "Ρούχα", "210 000 0001").doesNotContain("Φρέσκια", "Κρεβάτια");
    }

    @Test
    void theDeskMakesARoundFromItsForm() {
        var form = Filled.form(page(team.get("/desk/rounds/new")));
        form.putAll(Map.of("name", "Άνοιξη", "q", "κουζινα", "months", "6"));
        var made = team.post("/desk/rounds/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        var path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(page(team.get(path))).contains("Άνοιξη", "Κουζίνα").doesNotContain("Ξενώνας");
        form.put("message", "Ρωτήστε τη Νεφέλη στο 6900000055");
        var naming = team.post("/desk/rounds/new", form);
        assertThat(naming.statusCode()).isEqualTo(422);
        assertThat(naming.body()).contains("Εδώ φαίνεται να υπάρχει: τηλέφωνο", "6900000055", "name=\"knows\"");
        form.put("knows", "yes");
        assertThat(team.post("/desk/rounds/new", form).statusCode()).isEqualTo(302);
        form.put("deadline-year", "2019");
        assertThat(team.post("/desk/rounds/new", form).statusCode()).isEqualTo(422);
        form.remove("kinds");
        assertThat(team.post("/desk/rounds/new", form).body()).contains("govuk-error-summary");
    }

    @Test
    void remindersGoOnTheDeclaredDaysOnceAndNotToWhoAnswered() {
        var deadline = asked(kitchen).deadline();
        assertThat(mailsAfter(deadline.minusDays(8))).isEqualTo(1);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(4))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(1))).isEqualTo(3);
        assertThat(mailsAfter(deadline.plusDays(1))).isEqualTo(3);
        var links = links();
        assertThat(Set.copyOf(links)).hasSize(3);
        for (var each : links) {
            assertThat(anybody.get(each).statusCode()).as("earlier links go on").isEqualTo(200);
        }
        team.post("/desk/rounds/" + round + "/reminders", Map.of());
        assertThat(links()).hasSize(4);
        anybody.post(link() + "/all", Map.of());
        team.post("/desk/rounds/" + round + "/reminders", Map.of());
        assertThat(links()).hasSize(4);
    }

    @Test
    void whatHadItsTimeIsForgotten() {
        var asked = asked(kitchen);
        team.post("/desk/rounds/" + round + "/closing", Map.of());
        Sight.job("rounds").run(() -> jobs(today().plusDays(20)).forget());
        assertThat(jdbcCount("select count(*) from rounds.link where asked = ?", asked.id()))
                .isOne();
        Sight.job("rounds").run(() -> jobs(today().plusDays(91)).forget());
        assertThat(jdbcCount("select count(*) from rounds.link where asked = ?", asked.id()))
                .isZero();
        assertThat(asked(kitchen).email()).isNull();
        Sight.job("rounds").run(() -> jobs(today().plusDays(731)).forget());
        assertThat(jdbcCount("select count(*) from rounds.round where id = ?", round))
                .isZero();
    }

    @Test
    void whatThePostCannotDeliverIsSeenAtTheDesk() {
        var asked = asked(kitchen);
        as(() -> {
            context.publishEvent(
                    new LetterUndelivered(UUID.randomUUID(), "rounds.request", null, asked.id(), "refused"));
            return 1;
        });
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.UNDELIVERED);
        var path = "/desk/rounds/asked/" + asked.id();
        assertThat(team.post(path + "/address", Map.of("email", "nobody")).statusCode())
                .isEqualTo(422);
        email = "new-" + UUID.randomUUID() + "@example.org";
        assertThat(team.post(path + "/address", Map.of("email", email)).statusCode())
                .isEqualTo(302);
        assertThat(team.post(path + "/letter", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get(link()))).contains("Συσσίτιο");
    }

    @Test
    void whoWantsNoSuchLettersIsMarkedSoAndNotRemindedUntilThereIsAnotherAddress() {
        var asked = asked(kitchen);
        as(() -> {
            context.publishEvent(new LetterWithheld(UUID.randomUUID(), "rounds.request", null, asked.id()));
            return 1;
        });
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.WITHHELD);
        assertThat(page(team.get("/desk/rounds/" + round + "?state=withheld"))).contains("Κουζίνα");
        var path = "/desk/rounds/asked/" + asked.id();
        assertThat(page(team.get(path))).contains("έχει ζητήσει να μη λαμβάνει");
        var before = jdbcCount("select count(*) from rounds.letter where asked = ?", asked.id());
        Sight.job("rounds").run(() -> jobs(asked.deadline().minusDays(1)).remind());
        assertThat(jdbcCount("select count(*) from rounds.letter where asked = ?", asked.id()))
                .isEqualTo(before);
        team.post(path + "/address", Map.of("email", "other-" + UUID.randomUUID() + "@example.org"));
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.SENT);
    }

    @Test
    void theListIsNarrowedPagedAndTakenAwayAsATable() {
        anybody.post(link() + "/all", Map.of());
        assertThat(page(team.get("/desk/rounds/" + round + "?state=unchanged")))
                .contains("Κουζίνα")
                .doesNotContain("Ξενώνας</a>");
        assertThat(page(team.get("/desk/rounds/" + round + "?state=no-email&q=ξεν")))
                .contains("Ξενώνας");
        assertThat(page(team.get("/desk/rounds"))).contains("Φθινόπωρο");
        var csv = team.get("/desk/rounds/" + round + "/progress.csv");
        assertThat(page(csv)).contains("Κουζίνα", email, "τίποτα δεν άλλαξε", "Ξενώνας");
    }

    @Test
    void theTrailKnowsTheActsAndNoAddresses() {
        anybody.post(link() + "/all", Map.of());
        var asked = asked(kitchen).id();
        var acts = as(() -> jdbc.sql("select what || ' ' || coalesce(why, '') from audit.act where subject = any(?)")
                .param(new UUID[] {round, asked})
                .query(String.class)
                .list());
        assertThat(acts).contains("rounds.round.sent ", "rounds.answer.given answer.by-link");
    }
}
