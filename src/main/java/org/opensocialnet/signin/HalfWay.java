package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has shown one proof and owes another, kept in the session for a few minutes, as text: a session holds
 * nothing else.
 *
 * @param way the first proof, as the trail calls it
 * @param secret of an authenticator that is being set up, closed
 * @param byLink whether they came by the link for a new app
 */
record HalfWay(UUID member, String way, long since, byte @Nullable [] secret, boolean byLink) {

    private static final String NAME = "half-way";
    private static final Duration A_FEW_MINUTES = Duration.ofMinutes(15);

    static void begin(HttpServletRequest request, UUID member, String way, Clock clock) {
        begin(request, new HalfWay(member, way, clock.millis(), null, false));
    }

    /** For whoever shows the password and holds the link for a new app. */
    static void beginByLink(HttpServletRequest request, UUID member, Clock clock) {
        begin(request, new HalfWay(member, "new-app", clock.millis(), null, true));
    }

    private static void begin(HttpServletRequest request, HalfWay half) {
        var known = request.getSession(false);
        if (known != null) {
            known.invalidate();
        }
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) A_FEW_MINUTES.toSeconds());
        session.setAttribute(NAME, written(half));
    }

    static Optional<HalfWay> of(HttpServletRequest request, Clock clock) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof String text
                ? Optional.of(JsonMapper.shared().readValue(text, HalfWay.class))
                        .filter(half -> clock.millis() - half.since() < A_FEW_MINUTES.toMillis())
                : Optional.empty();
    }

    private static String written(HalfWay half) {
        return JsonMapper.shared().writeValueAsString(half);
    }

    void keepSecret(HttpServletRequest request, byte[] closed) {
        request.getSession(true).setAttribute(NAME, written(new HalfWay(member, way, since, closed, byLink)));
    }

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "HalfWay " + member;
    }
}
