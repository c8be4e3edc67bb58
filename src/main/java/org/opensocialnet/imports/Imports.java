package org.opensocialnet.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.imports.Loads.Sent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Imports that nobody waits for at the desk: brought in and taken back at once, by the same steps. */
@Component
public class Imports {

    private final Loads loads;
    private final SentFile files;
    private final Comparing comparing;
    private final BringingIn bringingIn;
    private final TakingBack takingBack;
    private final TransactionOperations transactions;

    Imports(
            Loads loads,
            SentFile files,
            Comparing comparing,
            BringingIn bringingIn,
            TakingBack takingBack,
            TransactionOperations transactions) {
        this.loads = loads;
        this.files = files;
        this.comparing = comparing;
        this.bringingIn = bringingIn;
        this.takingBack = takingBack;
        this.transactions = transactions;
    }

    /** Whether a source's last import is in the directory. */
    public boolean isThere(String source) {
        return loads.applied(source).isPresent();
    }

    /** Brings a file in on somebody's behalf, as if it had been looked at. */
    public void bring(SignedIn by, String source, String sourceName, String fileName, byte[] file) {
        var id = transactions.execute(_ -> {
            var load = loads.receive(by, new Sent(source, sourceName, fileName, file.length, false));
            try {
                files.keep(load, new ByteArrayInputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            loads.decided(load, by, false);
            return load;
        });
        carryOut(java.util.Objects.requireNonNull(id));
    }

    private void carryOut(UUID load) {
        try {
            comparing.carryOut(load, Progress.unseen());
            bringingIn.carryOut(load, Progress.unseen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a source's last import back, if there is one. */
    public void takeBack(String source) {
        loads.applied(source).ifPresent(load -> takingBack.carryOut(load, Progress.unseen()));
    }
}
