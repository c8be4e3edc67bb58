package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;

/** Sessions: their beginning, their end, and links that work once. */
class OwnSessionsTest extends SignInWorld {

    @Test
    void aLinkWorksOnceAndOnlyTheLast() {
        var petros = person(Role.EDITOR);
        var first = invitations.link(petros.id());
        var second = invitations.link(petros.id());
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(browser.fill(second, "password", GOOD).statusCode()).isEqualTo(302);
        assertThat(browser.get(second).statusCode()).isEqualTo(410);
        assertThat(browser.post(second, "password", GOOD).statusCode()).isEqualTo(410);
        assertThat(browser.get(LinkPages.PATH + "/nonsense").statusCode()).isEqualTo(410);
    }

    @Test
    void whoLeavesIsOutOnTheServerToo() {
        var petros = withPassword(Role.EDITOR);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        var session = browser.cookies.get("__Host-session");
        browser.get("/sign-in");
        browser.post("/sign-out");
        browser.cookies.put("__Host-session", String.valueOf(session));
        assertThat(desk()).isEqualTo(303);
    }

    @Test
    void theSessionGetsANewNumberWhenSomebodyComesIn() {
        var petros = withPassword(Role.EDITOR);
        browser.cookies.put("__Host-session", "planted-by-somebody-else-0123456789abcdef00");
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.cookies.get("__Host-session")).isNotEqualTo("planted-by-somebody-else-0123456789abcdef00");
        assertThat(desk()).isEqualTo(200);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutEverywhere() {
        var petros = withPassword(Role.EDITOR);
        var phone = new Browsing(port);
        phone.fill("/sign-in", "email", petros.email(), "password", GOOD);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        var page = browser.get("/desk/account").body();
        assertThat(page).contains("Firefox, Linux (εδώ)", "127.0.0.x");
        assertThat(Browsing.location(browser.post("/desk/account/sessions"))).isEqualTo("/sign-in");
        assertThat(desk()).isEqualTo(303);
        assertThat(phone.get("/desk/sample/me").statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() {
        var petros = withPassword(Role.EDITOR);
        var phone = new Browsing(port);
        phone.fill("/sign-in", "email", petros.email(), "password", GOOD);
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.fill("/desk/account/password", "password", "σύντομος")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.fill("/desk/account/password", "password", GOOD + " και χιόνι")
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk()).isEqualTo(200);
        assertThat(phone.get("/desk/sample/me").statusCode()).isEqualTo(303);
        assertThat(browser.fill("/sign-in", "email", petros.email(), "password", GOOD)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoWorksForTwoChoosesForWhomAndForNobodyElse() {
        var petros = withPassword(Role.EDITOR);
        var moon = Uuid7.next();
        InSight.call(transactions, () -> {
            members.give(petros.id(), moon, Set.of(Role.CASEWORKER));
            members.give(petros.id(), moon, Set.of(Role.EDITOR));
            return true;
        });
        browser.fill("/sign-in", "email", petros.email(), "password", GOOD);
        assertThat(browser.get("/desk/sample/me").body()).contains(SUN.toString());
        var there = InSight.call(transactions, () -> members.memberships(petros.id()))
                .getLast()
                .id();
        browser.fill("/desk/organization", "membership", there.toString());
        assertThat(browser.get("/desk/sample/me").body()).contains(moon.toString());
        var stranger = person(Role.EDITOR);
        var others = InSight.call(transactions, () -> members.memberships(stranger.id()))
                .getFirst()
                .id();
        assertThat(browser.fill("/desk/organization", "membership", others.toString())
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/desk/sample/me").body()).contains(moon.toString());
    }
}
