package org.opensocialnet.ledger;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.LedgerFigures.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A soup kitchen that keeps the book, for the tests of this room. */
@SpringBootTest
abstract class SoupKitchen {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Bookkeeper nina;

    @BeforeEach
    void aSoupKitchen() {
        nina = new Bookkeeper(ledger, transactions, Uuid7.next());
    }

    Line line(Asked asked) {
        return nina.sight()
                .call(() -> figures.lines(asked.of(nina.organization())))
                .getFirst();
    }

    long open(LocalDate day) {
        return line(Asked.asOf(day)).open().people();
    }
}
