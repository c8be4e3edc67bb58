package org.opensocialnet.passkeys;

import org.opensocialnet.signin.OtherWay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the passkey beside the password. */
@Configuration(proxyBeanMethods = false)
class PasskeyWay {

    @Bean
    OtherWay byPasskey() {
        return new OtherWay(
                10, t -> t.of("passkeys.sign-in.title"), "/sign-in/passkey", "/sign-in/again/passkey", () -> true);
    }
}
