package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.directory.Subject.Kind;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Goes through the whole directory and notes pairs that may be one. It changes no record. */
@Component
class Searching implements ChoreKind {

    static final String CODE = "doubles.searching";

    /** There is one search at a time: this is what the work is about. */
    static final UUID SUBJECT = UUID.fromString("0192d000-0000-7000-8000-000000000001");

    static final String READING = "reading";
    static final String COMPARING = "comparing";

    private static final int TELL_EVERY = 1_000;

    private final Likenesses likenesses;
    private final Lookalikes pairs;
    private final TransactionOperations transactions;

    Searching(Likenesses likenesses, Lookalikes pairs, TransactionOperations transactions) {
        this.likenesses = likenesses;
        this.pairs = pairs;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID subject, Progress progress) {
        var found = new java.util.EnumMap<Kind, List<Candidates.Pair>>(Kind.class);
        for (var kind : Kind.values()) {
            found.put(kind, among(kind, progress));
        }
        transactions.executeWithoutResult(_ -> {
            var search = Uuid7.next();
            found.forEach((kind, some) -> pairs.found(kind, search, some));
            pairs.forgetBut(search);
            progress.finish();
        });
    }

    private List<Candidates.Pair> among(Kind kind, Progress progress) {
        progress.step(READING, null);
        var all = new ArrayList<Likeness>();
        @Nullable UUID last = null;
        for (var some = likenesses.after(kind, last); !some.isEmpty(); some = likenesses.after(kind, last)) {
            all.addAll(some);
            progress.advance(some.size());
            last = some.stream()
                    .map(Likeness::id)
                    .max(java.util.Comparator.comparing(UUID::toString))
                    .orElseThrow();
        }
        var told = new long[1];
        return Candidates.among(all, Candidates.MOST, (groups, of) -> {
            if (groups == 1) {
                progress.step(COMPARING, of);
            }
            if (groups % TELL_EVERY == 0 || groups == of) {
                progress.advance(groups - told[0]);
                told[0] = groups;
            }
        });
    }
}
