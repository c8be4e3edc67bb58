package org.opensocialnet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.desk.DeskRooms.MOON;
import static org.opensocialnet.desk.DeskRooms.MOON_SHELTER;
import static org.opensocialnet.desk.DeskRooms.SUN;
import static org.opensocialnet.desk.DeskRooms.SUN_KITCHEN;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.Role;

/** Today, navigation, search and what was opened lately. */
class DeskTest extends DeskWorld {

    @Test
    void atMostSevenThingsWaitAndTheMostPressingComesFirst() {
        var today = desk.as(Role.EDITOR, SUN).get("/desk").body();

        assertThat(today).contains("9 αποφάσεις για σήμερα", "Ακόμη 2, δείτε τις όλες");
        assertThat(today.indexOf("Εκκρεμότητα 9")).isLessThan(today.indexOf("Εκκρεμότητα 8"));
        assertThat(today).contains("Εκκρεμότητα 3").doesNotContain("Εκκρεμότητα 2");
    }

    @Test
    void theOthersAreOneStepAway() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk?all=true").body()).contains("Εκκρεμότητα 1<");
    }

    @Test
    void whereNothingWaitsThePageSaysSo() {
        assertThat(desk.as(Role.RESEARCHER, null).get("/desk").body())
                .contains("Τίποτε δεν σας περιμένει", "θα το δείτε εδώ")
                .doesNotContain("osn-todo\"");
        assertThat(desk.as(Role.COORDINATOR, null).get("/desk").body()).containsPattern("\\d+ αποφάσεις για σήμερα");
    }

    @Test
    void aRoomThatBreaksTakesNothingFromTheOthersAndIsSaid() {
        DeskRooms.BREAKS.set(true);
        var today = desk.as(Role.EDITOR, SUN).get("/desk");

        assertThat(today.statusCode()).isEqualTo(200);
        assertThat(today.body()).contains("Εκκρεμότητα 9", "Ίσως λείπει κάτι");
    }

    @Test
    void aRoomThatIsLateIsNotWaitedFor() {
        DeskRooms.DAWDLES.set(true);
        var editor = desk.as(Role.EDITOR, SUN);
        var begun = System.nanoTime();

        assertThat(editor.get("/desk").body()).contains("Εκκρεμότητα 9", "Ίσως λείπει κάτι");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(4000);
    }

    @Test
    void figuresStandBelowForWhomTheyAre() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body()).contains("51 από 58");
        assertThat(desk.as(Role.CASEWORKER, SUN).get("/desk").body()).doesNotContain("51 από 58");
    }

    @Test
    void theNavigationHoldsWhatTheMemberMayOpenAndNothingElse() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body())
                .contains("Οι υπηρεσίες μας")
                .doesNotContain("Όλος ο κατάλογος", "Ίχνος πράξεων");
        assertThat(desk.as(Role.AUDITOR, null).get("/desk").body())
                .contains("Ίχνος πράξεων")
                .doesNotContain("Οι υπηρεσίες μας", "Όλος ο κατάλογος");
        assertThat(desk.as(Role.COORDINATOR, null).get("/desk").body()).contains("Όλος ο κατάλογος");
    }

    @Test
    void thePageOneIsOnIsMarked() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body())
                .containsPattern("<a href=\"/desk\" aria-current=\"page\">");
    }

    @Test
    void theSearchFindsWhatIsOnesOwnAndNotWhatBelongsToOthers() {
        var sun = desk.as(Role.CASEWORKER, SUN)
                .get("/desk/search?q=" + encoded("κουζίνα"))
                .body();
        var moon = desk.as(Role.CASEWORKER, MOON)
                .get("/desk/search?q=" + encoded("κουζίνα"))
                .body();

        assertThat(sun)
                .contains("Κουζίνα του Ήλιου", "Αναφορές", "3 αποτελέσματα")
                .doesNotContain("Σελήνης");
        assertThat(moon).contains("Κουζίνα της Σελήνης", "Ένα αποτέλεσμα").doesNotContain("Ήλιου");
    }

    @Test
    void namesFromRecordsAreTextNotMarkup() {
        assertThat(desk.as(Role.CASEWORKER, SUN)
                        .get("/desk/search?q=" + encoded("δεύτερη"))
                        .body())
                .contains("&lt;b&gt;δεύτερη")
                .doesNotContain("<b>δεύτερη");
    }

    @Test
    void aLongAnswerHasPages() {
        var member = desk.as(Role.CASEWORKER, SUN);
        var first = member.get("/desk/search?q=" + encoded("πολλά")).body();
        var second = member.get("/desk/search?page=2&q=" + encoded("πολλά")).body();

        assertThat(first).contains("Πολλά 10", "Επόμενη σελίδα").doesNotContain("Πολλά 11");
        assertThat(second).contains("Πολλά 15").doesNotContain("Πολλά 10", "Επόμενη σελίδα");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "α",
                "%00",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "%25_%25",
                "\uD83D\uDE00",
                "κκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκ"
            })
    void whateverIsAskedIsAnsweredCalmly(String typed) {
        var answer = desk.as(Role.CASEWORKER, SUN)
                .get("/desk/search?q=" + encoded(typed.repeat(typed.length() > 30 ? 20 : 1)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99", "999999999999", "x"})
    void aPageThatIsNoneIsTheFirstOrTheLast(String page) {
        assertThat(desk.as(Role.CASEWORKER, SUN)
                        .get("/desk/search?q=" + encoded("κουζίνα") + "&page=" + page)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void recordsOpenedLatelyAreShownToWhomOpenedThemAsLongAsTheyMaySeeThem() {
        var maria = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> {
            opened.note("sample-service", SUN_KITCHEN);
            opened.note("sample-service", MOON_SHELTER);
        });

        assertThat(maria.get("/desk").body())
                .contains("Τα ανοίξατε τελευταία", "Κουζίνα του Ήλιου")
                .doesNotContain("Ξενώνας της Σελήνης");
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body()).doesNotContain("Τα ανοίξατε τελευταία");
    }

    @Test
    void whatOneOpenedIsHiddenFromEveryoneElseInTheDatabaseToo() {
        var maria = desk.as(Role.EDITOR, SUN);
        var nikos = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> opened.note("sample-service", SUN_KITCHEN));

        seenBy(nikos, SUN, () -> assertThat(rows("opened")).isZero());
        seenBy(maria, SUN, () -> assertThat(rows("opened")).isOne());
        assertThat(rows("opened")).isZero();
    }

    @Test
    void onlySoManyAreKept() {
        var maria = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> {
            for (var i = 0; i < 30; i++) {
                opened.note("sample-service", new UUID(1, i));
            }
            assertThat(rows("opened")).isLessThanOrEqualTo(21);
        });
    }
}
