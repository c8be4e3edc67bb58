package org.opensocialnet.signin;

import java.time.Duration;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.signin.Links.Purpose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters this room sends; all but the last hold a way in. */
@Configuration(proxyBeanMethods = false)
class WayInLetters {

    static final String FIRST_ENTRY = "signin.first-entry";
    static final String FORGOTTEN = "signin.forgotten";
    static final String NEW_APP = "signin.new-app";
    static final String APP_CHANGED = "signin.app-changed";

    @Bean
    LetterKind firstEntryLetter() {
        return LetterKind.needed(FIRST_ENTRY, t -> t.of("signin.letter.first"), Purpose.FIRST_ENTRY.goodFor())
                .with("name")
                .withSecret("link");
    }

    /** The second step was taken away by an administrator. */
    @Bean
    LetterKind newAppLetter() {
        return LetterKind.needed(NEW_APP, t -> t.of("signin.letter.new-app"), Purpose.NEW_APP.goodFor())
                .with("name")
                .withSecret("link");
    }

    /** Said to the member, in case it was somebody else. */
    @Bean
    LetterKind appChangedLetter() {
        return LetterKind.needed(APP_CHANGED, t -> t.of("signin.letter.app-changed"), Duration.ofDays(7))
                .with("name");
    }

    @Bean
    LetterKind forgottenLetter() {
        return LetterKind.needed(FORGOTTEN, t -> t.of("signin.letter.forgotten"), Purpose.FORGOTTEN.goodFor())
                .with("name")
                .withSecret("link");
    }
}
