package org.opensocialnet.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * With whose eyes the database is read: who acts, for which organisation, in which role and for what. Every transaction
 * carries the sight it began under, and PostgreSQL's row-level security shows it those rows alone. Outside of a sight,
 * and outside of a transaction, protected tables are empty.
 *
 * <p>A sight holds for the code it is given to and what that calls on the same thread:
 * {@code Sight.job("retention").call(() -> …)}. It never changes inside of an open transaction.
 *
 * @param member who acts; none for a job and for someone who came by a link
 * @param organization on whose behalf; none for a member of the network's own bodies
 * @param role the role that was chosen for this act, as the trail will call it
 * @param reach how far the eyes go
 * @param purpose what for, in one word of the room that acts: "desk", "upkeep", "link", "retention"
 * @param from where from, coarse: never a whole network address
 */
public record Sight(
        @Nullable UUID member, @Nullable UUID organization, String role, Reach reach, String purpose, String from) {

    private static final ScopedValue<Sight> CURRENT = ScopedValue.newInstance();

    /** How far the eyes go; each table's policies say what that means there. */
    public enum Reach {

        /** One organisation's own records. */
        ORGANIZATION,

        /** What the whole network's bodies (coordination, audit, administration) may see: never persons. */
        NETWORK,

        /** The program's own work: sending, sealing, retention. Never given to a request of a person. */
        SYSTEM
    }

    /** The program's own work under its name, such as "retention". */
    public static Sight job(String purpose) {
        return new Sight(null, null, "system", Reach.SYSTEM, purpose, "here");
    }

    /** Somebody without an account who came by a link that an organisation was sent. */
    public static Sight link(UUID organization, String purpose, String from) {
        return new Sight(null, organization, "link", Reach.ORGANIZATION, purpose, from);
    }

    /** The sight that holds here; none for a public page. */
    public static @Nullable Sight current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** @throws X what the work throws, and nothing else */
    public <T extends @Nullable Object, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        mustBeOutsideOfATransaction();
        return ScopedValue.where(CURRENT, this).<T, X>call(work);
    }

    public void run(Runnable work) {
        mustBeOutsideOfATransaction();
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** An open transaction already told the database whose it is: what follows would see with the wrong eyes. */
    private static void mustBeOutsideOfATransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a sight never changes inside of an open transaction");
        }
    }
}
