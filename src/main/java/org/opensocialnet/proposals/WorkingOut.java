package org.opensocialnet.proposals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.opensocialnet.allocation.Allocation;
import org.opensocialnet.allocation.Effort;
import org.opensocialnet.allocation.More;
import org.opensocialnet.chores.ChoreKind;
import org.opensocialnet.chores.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works a proposal out: the proposal itself, then envelope by envelope what more money would buy. */
@Component
class WorkingOut implements ChoreKind {

    static final String CODE = "proposals.working-out";
    static final String PROPOSING = "proposing";
    static final String ASKING_FOR_MORE = "asking-for-more";

    private static final long A_THOUSAND = 1_000_00;
    private static final Effort FOR_MORE = new Effort(0.5, Duration.ofSeconds(30), 0);

    private final ProposalBook proposals;
    private final TransactionOperations transactions;

    WorkingOut(ProposalBook proposals, TransactionOperations transactions) {
        this.proposals = proposals;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void carryOut(UUID id, Progress progress) {
        var kept = proposals.one(id);
        var asked = kept.sheet().portfolio();
        progress.step(PROPOSING, null);
        var proposal = new Allocation(Effort.USUAL).propose(asked, kept.seed());
        progress.step(ASKING_FOR_MORE, (long) kept.sheet().pots().size());
        var more = new ArrayList<More>();
        for (var pot : kept.sheet().pots()) {
            more.add(new Allocation(FOR_MORE).more(asked, proposal, pot.id().toString(), A_THOUSAND));
            progress.advance(1);
        }
        transactions.executeWithoutResult(_ -> {
            proposals.found(id, new Found(proposal, more));
            progress.finish();
        });
    }
}
