package org.opensocialnet.administration;

import java.time.Duration;
import java.util.Map;
import org.opensocialnet.audit.TrailDayClosed;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.web.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Sends each closed day's hash out of the house, so that the chain can be proved from outside even against whoever may do
 * anything in the database. The letter is left in the transaction that closes the day.
 */
@Configuration(proxyBeanMethods = false)
class ClosingLetters {

    static final String CLOSED = "administration.trail-closed";

    private static final Setting<String> ADDRESS = new Setting<>(
            "audit.closing-address",
            Group.RETENTION,
            90,
            Forms.email(),
            "",
            "administration.setting.closing",
            "administration.setting.closing.hint");

    @Bean
    Declared closingSetting() {
        return new Declared(ADDRESS);
    }

    @Bean
    LetterKind closingLetter() {
        return LetterKind.needed(CLOSED, t -> t.of("administration.letter.closed"), Duration.ofDays(30))
                .with("day", "lines", "hash")
                .atMost(400);
    }

    /** Hears of closed days. */
    @Bean
    Sender closingSender(Settings settings, Outbox outbox) {
        return new Sender(settings, outbox);
    }

    /** Leaves the letter where somebody is to get it. */
    record Sender(Settings settings, Outbox outbox) {

        @EventListener
        void on(TrailDayClosed closed) {
            var address = settings.value(ADDRESS);
            if (Letter.isAddress(address)) {
                outbox.leave(new Letter(
                        CLOSED,
                        address,
                        Language.GREEK,
                        null,
                        null,
                        Map.of(
                                "day", closed.day().toString(),
                                "lines", Integer.toString(closed.lines()),
                                "hash", closed.hash())));
            }
        }
    }
}
