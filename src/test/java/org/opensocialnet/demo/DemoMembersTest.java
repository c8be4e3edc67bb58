package org.opensocialnet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.OpenSocialNet;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.kernel.Greeting;
import org.opensocialnet.signin.Browsing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The demo city's sign-ins: there with it, gone with it. */
class DemoMembersTest {

    final String database = TestDatabase.another("demo_members");

    ConfigurableApplicationContext server(boolean demo) {
        // the last word, above what all tests share
        return new SpringApplicationBuilder(OpenSocialNet.class)
                .profiles("desk-sample")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own database", Map.of("osn.database.url", database))))
                .run("--server.port=0", "--osn.demo.enabled=" + demo, "--logging.level.root=warn");
    }

    static int statusAtTheDesk(ConfigurableApplicationContext server, Role role) {
        var browser = new Browsing(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        browser.fill("/sign-in", "email", DemoMembers.email(role), "password", DemoMembers.PASSWORD);
        return browser.get("/desk/sample/me").statusCode();
    }

    static String greeting(ConfigurableApplicationContext server) {
        return String.join(
                "\n",
                server.getBeansOfType(Greeting.class).values().stream()
                        .flatMap(greeting -> greeting.lines("http://localhost:8080/").stream())
                        .toList());
    }

    @Test
    void everyRoleSignsInWithTheDemoCityAndNobodyWithoutIt() {
        try (var server = server(true)) {
            for (var role : Role.values()) {
                assertThat(statusAtTheDesk(server, role)).as(role.code()).isEqualTo(200);
                assertThat(greeting(server)).contains(DemoMembers.email(role));
            }
            assertThat(greeting(server)).contains(DemoMembers.PASSWORD).doesNotContain("/sign-in/link/");
        }
        try (var server = server(false)) {
            for (var role : Role.values()) {
                assertThat(statusAtTheDesk(server, role)).as(role.code()).isEqualTo(303);
            }
            Sight.job("sign-in")
                    .run(() -> assertThat(server.getBean(Members.class).byEmail(DemoMembers.email(Role.EDITOR)))
                            .isEmpty());
            assertThat(greeting(server)).contains("/sign-in/link/").doesNotContain(DemoMembers.PASSWORD);
        }
    }
}
