package org.opensocialnet.federation;

import java.util.List;
import java.util.Optional;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.signin.OtherWay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The other house, as the operator's settings name it. Without an issuer and a client id there is none. */
@Component
class House {

    private static final Setting<String> ISSUER = new Setting<>(
            "federation.issuer",
            Group.ACCESS,
            210,
            Forms.address(),
            "",
            "federation.setting.issuer",
            "federation.setting.issuer.hint");
    private static final Setting<String> CLIENT = new Setting<>(
            "federation.client",
            Group.ACCESS,
            220,
            Forms.text(200),
            "",
            "federation.setting.client",
            "federation.setting.client.hint");
    private static final Setting<String> SECRET = new Setting<>(
            "federation.secret",
            Group.ACCESS,
            230,
            Forms.secret(500),
            "",
            "federation.setting.secret",
            "federation.setting.secret.hint");
    private static final Setting<String> CLAIM = new Setting<>(
            "federation.claim",
            Group.ACCESS,
            240,
            Forms.needed(60),
            "email",
            "federation.setting.claim",
            "federation.setting.claim.hint");
    private static final Setting<String> LABEL = new Setting<>(
            "federation.label",
            Group.ACCESS,
            250,
            Forms.text(60),
            "",
            "federation.setting.label",
            "federation.setting.label.hint");
    private static final Setting<List<String>> SECOND_STEP = new Setting<>(
            "federation.second-step",
            Group.ACCESS,
            260,
            Forms.lines(10, 200),
            List.of(),
            "federation.setting.second-step",
            "federation.setting.second-step.hint");

    private final Settings settings;

    House(Settings settings) {
        this.settings = settings;
    }

    /**
     * What we and the other house have agreed on.
     *
     * @param claim which of its statements is the e-mail address
     * @param secondStep what it says in "acr" when it has asked for more than a password
     */
    record Agreement(String issuer, String client, String secret, String claim, String label, List<String> secondStep) {

        /** So that no log line carries the secret. */
        @Override
        public String toString() {
            return "Agreement with " + issuer;
        }
    }

    Optional<Agreement> agreement() {
        var agreement = new Agreement(
                settings.value(ISSUER),
                settings.value(CLIENT),
                settings.value(SECRET),
                settings.value(CLAIM),
                settings.value(LABEL),
                settings.value(SECOND_STEP));
        return agreement.issuer().isEmpty() || agreement.client().isEmpty() ? Optional.empty() : Optional.of(agreement);
    }

    /** Tells the settings' room of them, and offers the way beside the password. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        OtherWay byAnotherHouse(House house) {
            return new OtherWay(
                    20,
                    t -> house.agreement()
                            .map(Agreement::label)
                            .filter(label -> !label.isEmpty())
                            .orElseGet(() -> t.of("federation.label")),
                    "/sign-in/elsewhere",
                    null,
                    () -> house.agreement().isPresent());
        }

        @Bean
        Declared federationSettings() {
            return new Declared(ISSUER, CLIENT, SECRET, CLAIM, LABEL, SECOND_STEP);
        }
    }
}
