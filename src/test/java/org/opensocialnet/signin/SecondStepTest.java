package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.Role;
import org.springframework.boot.health.contributor.Status;

/** The second step: the app, paper for the day it is lost, and a new one. */
class SecondStepTest extends SignInWorld {

    @Test
    void aCodeOfTheAppWorksOnce() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));

        browser = new Browsing(port);
        assertThat(Browsing.location(browser.fill("/sign-in", "email", maria.email(), "password", GOOD)))
                .isEqualTo(SecondStepPages.CODE);
        assertThat(browser.fill(SecondStepPages.CODE, "code", phone.code(clock)).statusCode())
                .isEqualTo(422);
        assertThat(desk()).isEqualTo(303);
        var next = phone.code(clock, 1);
        assertThat(browser.fill(SecondStepPages.CODE, "code", next).statusCode())
                .isEqualTo(302);
        assertThat(desk()).isEqualTo(200);

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(browser.fill(SecondStepPages.CODE, "code", next).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatTheAppAndWeShareLiesClosedInTheDatabase() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        assertThat(InSight.call(
                        transactions,
                        () -> jdbc.sql("select count(*) from access.session_attributes where position(:secret in"
                                        + " encode(attribute_bytes, 'escape')) > 0")
                                .param("secret", Base64.getEncoder().encodeToString(phone.secret()))
                                .query(Integer.class)
                                .single()))
                .isZero();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));

        assertThat(kept(maria)).hasSize(12 + 20 + 16);
        assertThat(new String(kept(maria), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.secret(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aSecretThatAnEarlierReleaseLeftOpenWorksAndIsClosedAtTheNextStart() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var phone = phone();
        browser.post(SecondStepPages.SET_UP, "code", phone.code(clock));
        InSight.call(
                transactions,
                () -> jdbc.sql("update signin.authenticator set secret = :open, key = null where member = :member")
                        .param("open", phone.secret())
                        .param("member", maria.id())
                        .update());

        secrets.close();

        assertThat(kept(maria)).hasSize(12 + 20 + 16);
        assertThat(secrets.health().getStatus()).isEqualTo(Status.UP);
        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(browser.fill(SecondStepPages.CODE, "code", phone.code(clock, 1))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aRecoveryCodeLetsInOnceAndAForgottenPasswordKeepsTheSecondStep() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var page = browser.post(SecondStepPages.SET_UP, "code", phone().code(clock))
                .body();
        var found = Pattern.compile("<code>([A-Z2-7-]{29})</code>").matcher(page);
        assertThat(found.find()).isTrue();
        var paper = found.group(1);

        browser = new Browsing(port);
        var forgotten = browser.fill(
                InSight.call(transactions, () -> links.make(maria.id(), Links.Purpose.FORGOTTEN)),
                "password",
                GOOD + "!");
        assertThat(Browsing.location(forgotten)).isEqualTo(SecondStepPages.CODE);
        assertThat(browser.fill(SecondStepPages.CODE, "code", paper.toLowerCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(302);

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD + "!");
        assertThat(browser.fill(SecondStepPages.CODE, "code", paper).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoLostThePhoneComesInByPaperAndSetsUpANewApp() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var lost = phone();
        var paper = paper(browser.post(SecondStepPages.SET_UP, "code", lost.code(clock)));
        var thief = browser;

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        browser.fill(SecondStepPages.CODE, "code", paper.getFirst());
        assertThat(browser.get("/desk/account").body()).contains("απομένουν: 7.");
        var page = SECRET.matcher(browser.get(AppPages.PATH).body());
        assertThat(page.find()).isTrue();
        var found = new Phone(page.group(1));
        assertThat(browser.fill(AppPages.PATH, "code", lost.code(clock, 1)).statusCode())
                .isEqualTo(422);
        var fresh = paper(browser.post(AppPages.PATH, "code", found.code(clock)));
        assertThat(fresh).hasSize(8).doesNotContainAnyElementsOf(paper);
        assertThat(thief.get("/desk/sample/me").statusCode()).isEqualTo(303);
        assertThat(letters(maria)).contains("signin.app-changed");

        browser = new Browsing(port);
        browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        for (var old : List.of(lost.code(clock, 1), paper.get(1))) {
            assertThat(browser.fill(SecondStepPages.CODE, "code", old).statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.fill(SecondStepPages.CODE, "code", found.code(clock, 1))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void afterAResetTheLinkAndThePasswordTogetherSetUpANewAppOnce() {
        var maria = person(Role.CASEWORKER);
        browser.fill(invitations.link(maria.id()), "password", GOOD);
        var lost = phone();
        var paper = paper(browser.post(SecondStepPages.SET_UP, "code", lost.code(clock)));
        assertThat(desk()).isEqualTo(200);

        var link = reset(maria);

        assertThat(desk()).isEqualTo(303);
        assertThat(letters(maria)).contains("signin.new-app");
        browser = new Browsing(port);
        var signedIn = browser.fill("/sign-in", "email", maria.email(), "password", GOOD);
        assertThat(Browsing.location(signedIn)).isEqualTo(NewAppPages.PATH);
        assertThat(browser.get(NewAppPages.PATH).body())
                .contains("γράμμα")
                .doesNotContain("<form action=\"/sign-in/new");
        assertThat(browser.get(SecondStepPages.SET_UP).statusCode()).isEqualTo(302);
        assertThat(browser.fill(link, "password", GOOD + "?").statusCode()).isEqualTo(422);
        assertThat(browser.get(link.replace("new-app", "link")).statusCode()).isEqualTo(410);
        assertThat(Browsing.location(browser.fill(link, "password", GOOD))).isEqualTo(SecondStepPages.SET_UP);
        assertThat(desk()).isEqualTo(303);
        var found = phone();
        assertThat(paper(browser.post(SecondStepPages.SET_UP, "code", found.code(clock))))
                .hasSize(8)
                .doesNotContainAnyElementsOf(paper);
        assertThat(desk()).isEqualTo(200);

        browser = new Browsing(port);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        browser.get("/sign-in");
        assertThat(browser.post(link, "password", GOOD).statusCode()).isEqualTo(410);
        assertThat(browser.get(NewAppPages.PATH + "/nonsense").statusCode()).isEqualTo(410);
    }

    @Test
    void aForgottenPasswordDoesNotEndTheLinkForANewAppNorOpenWithoutIt() {
        var maria = withPassword(Role.CASEWORKER);
        var link = reset(maria);
        var chosen = browser.fill(
                InSight.call(transactions, () -> links.make(maria.id(), Links.Purpose.FORGOTTEN)),
                "password",
                GOOD + "!");
        assertThat(Browsing.location(chosen)).isEqualTo(NewAppPages.PATH);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        assertThat(Browsing.location(browser.fill(link, "password", GOOD + "!")))
                .isEqualTo(SecondStepPages.SET_UP);
    }
}
