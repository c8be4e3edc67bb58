package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown one proof and owes another, kept in the session for a few minutes.
 *
 * @param way the first proof, as the trail calls it
 * @param secret of an authenticator that is being set up
 */
record HalfWay(UUID member, String way, long since, byte @Nullable [] secret) implements Serializable {

    private static final String NAME = HalfWay.class.getName();
    private static final Duration A_FEW_MINUTES = Duration.ofMinutes(15);

    static void begin(HttpServletRequest request, UUID member, String way, Clock clock) {
        var known = request.getSession(false);
        if (known != null) {
            known.invalidate();
        }
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) A_FEW_MINUTES.toSeconds());
        session.setAttribute(NAME, new HalfWay(member, way, clock.millis(), null));
    }

    static Optional<HalfWay> of(HttpServletRequest request, Clock clock) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(NAME) instanceof HalfWay half
                        && clock.millis() - half.since() < A_FEW_MINUTES.toMillis()
                ? Optional.of(half)
                : Optional.empty();
    }

    void keepSecret(HttpServletRequest request, byte[] made) {
        request.getSession(true).setAttribute(NAME, new HalfWay(member, way, since, made));
    }

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "HalfWay " + member;
    }
}
