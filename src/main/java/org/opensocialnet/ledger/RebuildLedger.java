package org.opensocialnet.ledger;

import java.util.List;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.springframework.stereotype.Component;

/** {@code ./run rebuild-ledger}: proves the roll-ups equal to the book, and puts right what is not. */
@Component
@Command.Words(
        name = "rebuild-ledger",
        usage = "[--check]",
        purpose = "reckons the ledger's figures anew from its entries, while the server runs")
final class RebuildLedger implements Command {

    private final Rollups rollups;

    RebuildLedger(Rollups rollups) {
        this.rollups = rollups;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) {
        var check = arguments.equals(List.of("--check"));
        if (!check && !arguments.isEmpty()) {
            throw new OperatorError(2, "./run rebuild-ledger [--check]");
        }
        rollups.fold();
        var found = rollups.compare(!check);
        terminal.say(
                "%,d entries in the book, %,d figures of days rolled up.".formatted(found.entries(), found.places()));
        if (found.wrong() == 0) {
            terminal.say("All figures are equal to the book.");
            return 0;
        }
        if (check) {
            terminal.say("%,d figures are not. To put them right: ./run rebuild-ledger".formatted(found.wrong()));
            return 1;
        }
        var left = rollups.compare(false).wrong();
        terminal.say("%,d figures were not, and were put right; %,d are wrong now.".formatted(found.wrong(), left));
        return left == 0 ? 0 : 1;
    }
}
