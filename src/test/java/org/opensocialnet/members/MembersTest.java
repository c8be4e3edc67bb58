package org.opensocialnet.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Privileges;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MembersTest {

    final UUID sun = Uuid7.next();
    final UUID moon = Uuid7.next();

    @Autowired
    ApplicationContext context;

    @Autowired
    Members members;

    @Autowired
    Privileges privileges;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    AtTheDesk desk() {
        return AtTheDesk.of(context);
    }

    Visitor admin() {
        return desk().as(Role.ORGANIZATION_ADMIN, sun);
    }

    Member find(UUID id) {
        var found = new Member[1];
        Sight.job("sign-in").run(() -> found[0] = members.find(id).orElseThrow());
        return found[0];
    }

    Set<Role> roles(UUID member, UUID organization) {
        var found = new HashSet<Role>();
        Sight.job("sign-in")
                .run(() -> members.memberships(member).stream()
                        .filter(held -> organization.equals(held.organization()))
                        .forEach(held -> found.addAll(held.roles())));
        return found;
    }

    static String path(UUID member, String rest) {
        return "/desk/members/" + member + rest;
    }

    @Test
    void onlyWhoKeepsMembersSeesThem() {
        assertThat(privileges.of(Set.of(Role.ORGANIZATION_ADMIN)))
                .contains(Permission.MEMBERS_MANAGE)
                .doesNotContain(Permission.MEMBERS_MANAGE_ALL);
        assertThat(admin().get("/desk/members").statusCode()).isEqualTo(200);
        assertThat(desk().as(Role.ADMINISTRATOR, null).get("/desk/members").statusCode())
                .isEqualTo(200);
        for (var role : List.of(Role.EDITOR, Role.CASEWORKER, Role.SITE_STAFF)) {
            var visitor = desk().as(role, sun);
            assertThat(visitor.get("/desk/members").statusCode()).isEqualTo(403);
            assertThat(visitor.get(path(visitor.member(), "")).statusCode()).isEqualTo(404);
        }
        assertThat(desk().as(Role.COORDINATOR, null).get("/desk/members").statusCode())
                .isEqualTo(403);
    }

    @Test
    void somebodyIsInvitedAndALetterIsLeft() {
        var email = "new" + Uuid7.next() + "@example.org";
        var answer = admin().post(
                        "/desk/members/new",
                        Map.of("name", "Νέα Συνεργάτιδα", "email", email, "roles", "editor", "language", "el"));
        assertThat(answer.statusCode()).isEqualTo(302);
        var added = new Member[1];
        Sight.job("sign-in").run(() -> added[0] = members.byEmail(email).orElseThrow());
        assertThat(added[0].state()).isEqualTo(State.INVITED);
        assertThat(roles(added[0].id(), sun)).containsExactly(Role.EDITOR);
        assertThat(acts(added[0].id())).contains("members.member.invited");
        assertThat(admin().post(path(added[0].id(), "/invitation"), Map.of()).statusCode())
                .isEqualTo(302);
    }

    List<String> acts(UUID member) {
        var acts = new ArrayList<String>();
        Sight.job("sign-in")
                .run(() -> transactions.executeWithoutResult(
                        _ -> acts.addAll(jdbc.sql("select what from audit.act where subject = :member order by at, id")
                                .param("member", member)
                                .query(String.class)
                                .list())));
        return acts;
    }

    @Test
    void whoIsAMemberElsewhereIsTakenInWithoutBeingShown() {
        var other = desk().member(Set.of(Role.EDITOR), moon);
        var admin = admin();
        assertThat(admin.get(path(other, "")).statusCode()).isEqualTo(404);
        var answer = admin.post(
                "/desk/members/new",
                Map.of("name", "Άλλη", "email", find(other).email(), "roles", "caseworker", "language", "el"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(roles(other, sun)).containsExactly(Role.CASEWORKER);
        assertThat(roles(other, moon)).containsExactly(Role.EDITOR);
        assertThat(admin.get(path(other, "")).body()).doesNotContain(moon.toString());
    }

    @Test
    void anothersMemberIsNotThere() {
        var other = desk().member(Set.of(Role.EDITOR), moon);
        var admin = admin();
        for (var act : List.of("/roles", "/removal", "/invitation", "/closing", "/opening")) {
            assertThat(admin.post(path(other, act), Map.of("roles", "editor", "organization", moon.toString()))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(roles(other, moon)).containsExactly(Role.EDITOR);
        assertThat(admin.get("/desk/members?q=" + find(other).email()).body()).doesNotContain(other.toString());
    }

    @Test
    void aRoleThatIsNotOnesToGiveIsRefused() {
        var mine = desk().member(Set.of(Role.EDITOR), sun);
        var admin = admin();
        assertThat(admin.post(path(mine, "/roles"), Map.of("roles", "administrator", "organization", sun.toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post(path(mine, "/roles"), Map.of("roles", "administrator", "organization", ""))
                        .statusCode())
                .isIn(404, 422);
        assertThat(admin.post(path(mine, "/roles"), Map.of("roles", "editor", "organization", moon.toString()))
                        .statusCode())
                .isIn(404, 422);
        assertThat(roles(mine, sun)).containsExactly(Role.EDITOR);
    }

    @Test
    void rolesAreChangedAndHoldAtTheNextStep() {
        var mine = desk().as(Role.EDITOR, sun);
        assertThat(admin().post(
                                path(mine.member(), "/roles"),
                                Map.of("roles", "organization-admin", "organization", sun.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(mine.get("/desk/members").statusCode()).isEqualTo(200);
        assertThat(acts(mine.member())).contains("members.roles.changed");
    }

    @Test
    void theLastAdministratorStays() {
        var lone = Uuid7.next();
        var first = desk().as(Role.ORGANIZATION_ADMIN, lone);
        var network = desk().as(Role.ADMINISTRATOR, null);
        assertThat(network.post(path(first.member(), "/removal"), Map.of("organization", lone.toString()))
                        .statusCode())
                .isEqualTo(409);
        assertThat(network.post(path(first.member(), "/closing"), Map.of()).statusCode())
                .isEqualTo(409);
        desk().as(Role.ORGANIZATION_ADMIN, lone);
        assertThat(network.post(path(first.member(), "/removal"), Map.of("organization", lone.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(first.get("/desk/members").statusCode()).isEqualTo(303);
    }

    @Test
    void theSecondStepIsTakenAwayFromOnesOwnMembersAndToldInALetter() {
        var mine = desk().as(Role.CASEWORKER, sun);
        var admin = admin();
        assertThat(admin.get(path(mine.member(), "")).body()).contains("/second-step");
        assertThat(admin.post(path(mine.member(), "/second-step"), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(acts(mine.member())).contains("signin.second-step.reset");
        assertThat(mine.get("/desk").statusCode()).isEqualTo(303);

        var other = desk().as(Role.CASEWORKER, moon);
        assertThat(admin.post(path(other.member(), "/second-step"), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(other.get("/desk").statusCode()).isEqualTo(200);
        assertThat(admin.post(path(admin.member(), "/second-step"), Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(desk().as(Role.CASEWORKER, sun)
                        .post(path(other.member(), "/second-step"), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk().as(Role.ADMINISTRATOR, null)
                        .post(path(other.member(), "/second-step"), Map.of())
                        .statusCode())
                .isEqualTo(302);
        var stale = desk().signedIn(admin.member(), Duration.ofMinutes(11));
        assertThat(stale.post(path(mine.member(), "/second-step"), Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/sign-in/again"));
    }

    @Test
    void nobodyChangesTheirOwnRoles() {
        var admin = admin();
        admin();
        assertThat(admin.post(path(admin.member(), "/roles"), Map.of("roles", "editor", "organization", sun.toString()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoIsClosedOutIsOutEverywhereAndMayBeLetInAgain() {
        var mine = desk().as(Role.EDITOR, sun);
        var network = desk().as(Role.ADMINISTRATOR, null);
        assertThat(network.post(path(mine.member(), "/closing"), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(find(mine.member()).state()).isEqualTo(State.DISABLED);
        assertThat(mine.get("/desk/members").statusCode()).isEqualTo(303);
        assertThat(network.post(path(mine.member(), "/opening"), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(find(mine.member()).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void changingMembersAsksAgainWhoOneIs() {
        var admin = desk().signedIn(desk().member(Set.of(Role.ORGANIZATION_ADMIN), sun), Duration.ofMinutes(12));
        var answer = admin.post("/desk/members/new", Map.of("name", "x"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in/again");
    }

    @Test
    void aLongListComesInPagesWithoutNamesInTheAddress() {
        var many = Uuid7.next();
        var admin = desk().as(Role.ORGANIZATION_ADMIN, many);
        for (int number = 0; number < 30; number++) {
            desk().member(Set.of(Role.EDITOR), many);
        }
        var first = admin.get("/desk/members");
        var next = Pattern.compile("/desk/members\\?after=[0-9a-f-]{36}").matcher(first.body());
        assertThat(next.find()).isTrue();
        var second = admin.get(next.group());
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(lines(first.body()) + lines(second.body())).isEqualTo(31);
    }

    static long lines(String page) {
        return Pattern.compile("<th scope=\"row\"").matcher(page).results().count();
    }

    @Test
    void whateverIsTypedIsOnlyText() {
        var admin = admin();
        for (var typed :
                List.of("'; drop table access.member; --", "<script>alert(1)</script>", "%_\\", "x".repeat(5000))) {
            assertThat(admin.post(
                                    "/desk/members/new",
                                    Map.of("name", typed, "email", typed, "roles", typed, "language", typed))
                            .statusCode())
                    .isEqualTo(422);
            var searched = admin.get(
                    "/desk/members?after=" + Uuid7.next() + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
            assertThat(searched.statusCode()).isEqualTo(200);
            assertThat(searched.body()).doesNotContain("<script>alert");
        }
    }
}
