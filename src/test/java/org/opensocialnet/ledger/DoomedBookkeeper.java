package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.opensocialnet.Doomed;
import org.springframework.transaction.support.TransactionOperations;

/** A program of ours that writes into the ledger without end and says what it has written, so that a test can kill it. */
final class DoomedBookkeeper {

    static final UUID ORGANIZATION = UUID.fromString("01990000-0000-7000-8000-000000000001");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private DoomedBookkeeper() {}

    public static void main(String[] arguments) {
        Doomed.orDie();
        var program = Doomed.program(arguments[0]);
        var ledger = program.getBean(Ledger.class);
        var rollups = program.getBean(Rollups.class);
        var transactions = program.getBean(TransactionOperations.class);
        for (int writer = 0; writer < 3; writer++) {
            Thread.ofPlatform().start(() -> {
                var nina = new Bookkeeper(ledger, transactions, ORGANIZATION);
                while (true) {
                    nina.write(nina.need(DAY, "showers", "", "", 1));
                    Doomed.say("written");
                }
            });
        }
        while (true) {
            rollups.fold();
        }
    }
}
