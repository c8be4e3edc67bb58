package org.opensocialnet.signin;

import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.signin.Links.Purpose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters this room sends; both hold a way in. */
@Configuration(proxyBeanMethods = false)
class WayInLetters {

    static final String FIRST_ENTRY = "signin.first-entry";
    static final String FORGOTTEN = "signin.forgotten";

    @Bean
    LetterKind firstEntryLetter() {
        return LetterKind.needed(FIRST_ENTRY, t -> t.of("signin.letter.first"), Purpose.FIRST_ENTRY.goodFor())
                .with("name")
                .withSecret("link");
    }

    @Bean
    LetterKind forgottenLetter() {
        return LetterKind.needed(FORGOTTEN, t -> t.of("signin.letter.forgotten"), Purpose.FORGOTTEN.goodFor())
                .with("name")
                .withSecret("link");
    }
}
