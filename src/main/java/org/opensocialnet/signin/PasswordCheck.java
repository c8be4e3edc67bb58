package org.opensocialnet.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares an address and a password. For an address nobody has it does the same work, and says the same. Tries are
 * slowed down for each account and for each neighbourhood of the network.
 */
@Component
class PasswordCheck {

    static final Limit BY_ACCOUNT = new Limit("password", 10, Duration.ofSeconds(60));
    static final Limit BY_ORIGIN = new Limit("password-from", 60, Duration.ofSeconds(10));
    static final Limit CODES = new Limit("code", 6, Duration.ofSeconds(60));

    private final Members members;
    private final Passwords passwords;
    private final Authenticators authenticators;
    private final Attempts attempts;
    private final Trail trail;
    private final TransactionOperations transactions;

    PasswordCheck(
            Members members,
            Passwords passwords,
            Authenticators authenticators,
            Attempts attempts,
            Trail trail,
            TransactionOperations transactions) {
        this.members = members;
        this.passwords = passwords;
        this.authenticators = authenticators;
        this.attempts = attempts;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** What came of a try. */
    enum Outcome {
        RIGHT,
        WRONG,
        TOO_OFTEN
    }

    /** The outcome, and who it is where it is right. */
    record Answer(Outcome outcome, @Nullable Member member) {}

    private record Known(@Nullable Member member, String hash) {}

    Answer check(String email, String password, String origin) {
        if (!attempts.allow(BY_ORIGIN, origin) || !attempts.allow(BY_ACCOUNT, email.toLowerCase(Locale.ROOT))) {
            return new Answer(Outcome.TOO_OFTEN, null);
        }
        var known = InSight.call(transactions, () -> known(members.byEmail(email)));
        var right = passwords.matches(password, known.hash());
        var member = known.member();
        if (right && member != null && member.state() == State.ACTIVE) {
            return new Answer(Outcome.RIGHT, member);
        }
        if (member != null) {
            note(member.id(), "signin.password.failed", origin);
        }
        return new Answer(Outcome.WRONG, null);
    }

    private Known known(Optional<Member> found) {
        var id = found.map(Member::id).orElse(null);
        return new Known(found.orElse(null), passwords.hash(id));
    }

    /** The same for somebody known already, who shows it again. */
    boolean again(UUID member, String password, String origin) {
        if (!attempts.allow(BY_ACCOUNT, member.toString())) {
            return false;
        }
        var right = passwords.matches(password, InSight.call(transactions, () -> passwords.hash(member)));
        if (!right) {
            note(member, "signin.password.failed", origin);
        }
        return right;
    }

    /** A code of the app or one from paper. Which, the trail knows. */
    Outcome code(UUID member, String typed, String origin) {
        if (!attempts.allow(CODES, member.toString())) {
            return Outcome.TOO_OFTEN;
        }
        var way = InSight.call(transactions, () -> {
            if (authenticators.accepts(member, typed)) {
                return "signin.code.used";
            }
            return authenticators.useRecoveryCode(member, typed) ? "signin.recovery-code.used" : "signin.code.failed";
        });
        note(member, way, origin);
        return way.endsWith("failed") ? Outcome.WRONG : Outcome.RIGHT;
    }

    void note(UUID member, String what, String origin) {
        new Sight(member, null, "member", Reach.SYSTEM, "sign-in", origin)
                .run(() -> transactions.executeWithoutResult(_ -> trail.note(Act.on(what, "member", member))));
    }
}
