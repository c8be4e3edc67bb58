package org.opensocialnet.administration;

import java.util.Objects;
import org.opensocialnet.database.Sight;

/**
 * The purposes for which this room looks: whoever passed the gate for its pages looks with the same eyes, but for
 * settings or for the trail, which the database asks for.
 */
enum Eyes {
    SETTINGS,
    AUDIT;

    /** Does work for this purpose. Called outside of transactions. */
    <T, X extends Throwable> T look(ScopedValue.CallableOp<T, X> work) throws X {
        var me = Objects.requireNonNull(Sight.current(), "a page of nobody");
        var purpose = name().toLowerCase(java.util.Locale.ROOT);
        return new Sight(me.member(), me.organization(), me.role(), me.reach(), purpose, me.from()).call(work);
    }
}
