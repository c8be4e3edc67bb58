package org.opensocialnet.vault;

import java.security.GeneralSecurityException;
import java.util.List;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ./run rotate-keys}: new keys for people's records, also while the server runs. */
@Component
@Command.Words(
        name = "rotate-keys",
        usage = "[--add | --promote | --retire]",
        purpose = "gives people's records new keys and seals them anew, while the server runs")
final class RotateKeys implements Command {

    private static final int AT_ONCE = 500;

    private final VaultKeys keys;
    private final ObjectProvider<Sealed> sealed;

    RotateKeys(VaultKeys keys, ObjectProvider<Sealed> sealed) {
        this.keys = keys;
        this.sealed = sealed;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws GeneralSecurityException {
        switch (String.join(" ", arguments)) {
            case "" -> {
                keys.become(keys.current().withOneMore().withNewestFirst());
                terminal.say("New keys seal from now on; the old ones still open.");
                resealAll(terminal);
                terminal.say(
                        "When all nodes and the backups you want to read have moved on: ./run rotate-keys --retire");
            }
            case "--add" -> {
                keys.become(keys.current().withOneMore());
                terminal.say("New keys are there. Copy the file to every node, then: ./run rotate-keys --promote");
            }
            case "--promote" -> {
                keys.become(keys.current().withNewestFirst());
                resealAll(terminal);
            }
            case "--retire" -> {
                resealAll(terminal);
                keys.become(keys.current().withoutOld());
                terminal.say(
                        "The old keys are gone. What was sealed with them in older backups cannot be read any more.");
            }
            default -> throw new OperatorError(2, "./run rotate-keys [--add | --promote | --retire]");
        }
        return 0;
    }

    private void resealAll(Terminal terminal) {
        for (var texts : sealed) {
            long total = 0;
            var renewed = new int[1];
            do {
                Sight.job("reseal").run(() -> renewed[0] = texts.reseal(AT_ONCE));
                total += renewed[0];
            } while (renewed[0] > 0);
            terminal.say("%,d sealed anew: %s.".formatted(total, texts.what()));
        }
    }
}
