package org.opensocialnet.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** Where no other house was named. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NoFederationTest {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in/elsewhere", "/sign-in/elsewhere/go", "/sign-in/elsewhere/back?code=x&state=y"})
    void thereIsNoWayThere(String path) {
        assertThat(AtTheDesk.of(context).stranger().get(path).statusCode()).isEqualTo(404);
    }
}
