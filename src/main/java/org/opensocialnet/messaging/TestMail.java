package org.opensocialnet.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.Terminal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.mail.Answer;
import org.opensocialnet.mail.Courier;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.mail.Envelope.Labels;
import org.opensocialnet.mail.MailOffice;
import org.opensocialnet.mail.MailSettings;
import org.opensocialnet.mail.MailTrouble;
import org.opensocialnet.messaging.Scribe.Draft;
import org.opensocialnet.web.Language;
import org.springframework.stereotype.Component;

/** {@code ./run test-mail ADDRESS}: whether the settings of the mail server are right, said in words. */
@Component
@Command.Words(
        name = "test-mail",
        usage = "ADDRESS",
        purpose = "sends a test letter and says what the mail server answers")
class TestMail implements Command {

    private final MailOffice office;
    private final Kinds kinds;
    private final Scribe scribe;
    private final Clock clock;

    TestMail(MailOffice office, Kinds kinds, Scribe scribe, Clock clock) {
        this.office = office;
        this.kinds = kinds;
        this.scribe = scribe;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws Exception {
        var address =
                arguments.size() == 1 ? EmailAddress.read(arguments.getFirst()).orElse(null) : null;
        if (address == null) {
            terminal.warn("Type one e-mail address: ./run test-mail eleni@example.gr");
            return 2;
        }
        var settings = office.settings();
        if (!settings.isSet()) {
            terminal.warn("""
                    No mail server is set, so letters stay in the outbox. Set OSN_MAIL_HOST and OSN_MAIL_FROM, or the
                    settings of mail at the desk. docs/operate.md, "Mail", tells more.""");
            return 1;
        }
        try {
            return send(address, settings, terminal);
        } catch (MailTrouble e) {
            terminal.warn(e.words());
            terminal.warn("Nothing was sent. docs/operate.md, \"Mail\", says what this may mean.");
            return 1;
        }
    }

    private int send(EmailAddress address, MailSettings settings, Terminal terminal) throws MailTrouble, IOException {
        terminal.say("Calling %s, %s …".formatted(settings, inWords(settings)));
        try (var courier = Courier.to(settings, address.isInternational())) {
            terminal.say("It answers%s.".formatted(settings.user().isBlank() ? "" : " and lets us in"));
            var written = scribe.write(new Draft(
                    kinds.find(OwnLetters.TEST).orElseThrow(),
                    Language.ENGLISH,
                    Map.of("machine", InetAddress.getLocalHost().getHostName()),
                    null));
            var labels = new Labels(Uuid7.next().toString(), address, "en", settings.sender(), clock.instant(), null);
            return say(courier.hand(labels, written.content()), terminal);
        }
    }

    private static String inWords(MailSettings settings) {
        return switch (settings.security()) {
            case STARTTLS -> "protected by STARTTLS";
            case TLS -> "protected by TLS";
            case NONE -> "unprotected on this machine";
        };
    }

    private static int say(Answer answer, Terminal terminal) {
        switch (answer) {
            case Answer.Taken(var text) -> {
                terminal.say("It took the letter and said: " + text);
                terminal.say(
                        "If the letter does not arrive, look into the folder for unwanted mail, and at SPF and DKIM"
                                + " in docs/operate.md.");
                return 0;
            }
            case Answer.Deferred(var text) -> terminal.warn("It does not take the letter now: " + text);
            case Answer.Refused(var text) -> terminal.warn("It refuses the letter: " + text);
            case Answer.Broken(var unsure, var text) ->
                terminal.warn(
                        "The talk broke off%s: %s".formatted(unsure ? " while the letter was handed over" : "", text));
        }
        return 1;
    }
}
