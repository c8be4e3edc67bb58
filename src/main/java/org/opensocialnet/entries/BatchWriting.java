package org.opensocialnet.entries;

import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.database.Sight;
import org.springframework.stereotype.Component;

/** Writes a long file into the ledger, with the eyes of who asked for it, all of it or nothing. */
@Component
class BatchWriting implements ChoreKind {

    static final String CODE = "entries.writing";

    private final Batches batches;

    BatchWriting(Batches batches) {
        this.batches = batches;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) {
        var organization = Objects.requireNonNull(Sight.current()).organization();
        batches.bring(Objects.requireNonNull(organization), id, progress);
    }
}
