package org.opensocialnet.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells those concerned of what became of a pledge; letters are left in the transaction of the act itself. */
@Component
class PledgeLetters {

    private final Members members;
    private final Outbox outbox;
    private final PledgeWords words;
    private final TransactionOperations transactions;

    PledgeLetters(Members members, Outbox outbox, PledgeWords words, TransactionOperations transactions) {
        this.members = members;
        this.outbox = outbox;
        this.words = words;
        this.transactions = transactions;
    }

    /** Whoever asked and the team hear that something is not coming, where the act took it back. */
    void withdrawn(Pledge pledge, Words t, BooleanSupplier act) {
        var readers = new ArrayList<>(of(pledge.receiver()));
        readers.addAll(team());
        told(readers, act, reader -> withdrawn(pledge, reader, t.in(reader.language())));
    }

    private Letter withdrawn(Pledge pledge, Member reader, Words t) {
        return new Letter(
                PledgesConfig.WITHDRAWN,
                reader.email(),
                reader.language(),
                onBehalf(),
                pledge.id(),
                Map.of(
                        "what",
                        words.what(pledge, t),
                        "quantity",
                        PledgeWords.quantity(pledge, pledge.quantity(), t),
                        "link",
                        PromisePages.PATH + "/" + pledge.id()));
    }

    private void told(List<Member> readers, BooleanSupplier act, Function<Member, Letter> letter) {
        transactions.executeWithoutResult(_ -> {
            if (act.getAsBoolean()) {
                readers.stream().distinct().map(letter).forEach(outbox::leave);
            }
        });
    }

    /** Who looks after an organisation: not the own member's to see, so the program itself looks them up, to write to them. */
    List<Member> of(@Nullable UUID organization) {
        return organization == null
                ? List.of()
                : Sight.job("pledges").call(() -> members.holding(Role.ORGANIZATION_ADMIN, organization));
    }

    List<Member> team() {
        return Sight.job("pledges").call(() -> members.holding(Role.COORDINATOR, null));
    }

    private static @Nullable UUID onBehalf() {
        return Objects.requireNonNull(Sight.current()).organization();
    }
}
