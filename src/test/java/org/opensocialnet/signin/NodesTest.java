package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Language;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes on one database, behind any balancer: what one knows the other knows, and one may die. */
class NodesTest {

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    ConfigurableApplicationContext first = node();
    ConfigurableApplicationContext second = node();
    String email = "";

    static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .profiles("desk-sample")
                .run("--server.port=0", "--logging.level.root=warn");
    }

    static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void somebodyHasAPassword() {
        var members = first.getBean(Members.class);
        var transactions = first.getBean(TransactionOperations.class);
        email = "n" + Uuid7.next() + "@example.org";
        var member = InSight.call(transactions, () -> {
            var id = members.add(email, "Δύο Κόμβοι", Language.GREEK);
            members.give(id, SUN, Set.of(Role.EDITOR));
            return id;
        });
        new Browsing(port(first)).fill(first.getBean(Invitations.class).link(member), "password", SignInTest.GOOD);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void aSessionHoldsOnBothAndOutlivesTheNodeItBeganOn() {
        var browser = new Browsing(port(first));
        assertThat(browser.fill("/sign-in", "email", email, "password", SignInTest.GOOD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.at(port(second)).get("/desk/sample/me").statusCode()).isEqualTo(200);
        first.close();
        assertThat(browser.get("/desk/sample/me").statusCode()).isEqualTo(200);
        assertThat(browser.fill("/sign-in", "email", email, "password", SignInTest.GOOD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void triesAreCountedOverBoth() {
        var browser = new Browsing(port(first));
        for (int tried = 0; tried < 5; tried++) {
            browser.at(port(first)).fill("/sign-in", "email", email, "password", "wrong wrong wrong");
            browser.at(port(second)).fill("/sign-in", "email", email, "password", "wrong wrong wrong");
        }
        assertThat(browser.at(port(second))
                        .fill("/sign-in", "email", email, "password", SignInTest.GOOD)
                        .body())
                .contains("πολλές προσπάθειες");
        first.close();
        assertThat(browser.fill("/sign-in", "email", email, "password", SignInTest.GOOD)
                        .statusCode())
                .isEqualTo(422);
    }
}
