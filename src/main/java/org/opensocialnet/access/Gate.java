package org.opensocialnet.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request against the tables of addresses. What none of them names does not exist; what asks for a member
 * runs inside of that member's sight; where existence is a secret, no is said as "not found".
 */
final class Gate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** How long ago somebody may have shown who they are, for what asks for it again. */
    static final Duration RECENT = Duration.ofMinutes(10);

    private final Routes routes;
    private final Entrance entrance;
    private final Privileges privileges;
    private final Map<String, Keeper> keepers;
    private final Glazing glazing;
    private final Threshold threshold;
    private final Clock clock;

    Gate(
            Routes routes,
            Entrance entrance,
            Privileges privileges,
            Map<String, Keeper> keepers,
            Glazing glazing,
            Threshold threshold,
            Clock clock) {
        this.routes = routes;
        this.entrance = entrance;
        this.privileges = privileges;
        this.keepers = keepers;
        this.glazing = glazing;
        this.threshold = threshold;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var matched = routes.of(request);
        if (matched == null) {
            unknown(request, response, chain);
            return;
        }
        switch (matched.first().asks()) {
            case PUBLIC -> chain.doFilter(request, response);
            case DOOR, LINK -> {
                neverKept(response);
                chain.doFilter(request, response);
            }
            case SIGNED_IN, PERMISSION -> {
                neverKept(response);
                member(matched, request, response, chain);
            }
        }
    }

    /** An address for everybody answers a wrong method by itself; all else is not there. */
    private void unknown(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (routes.knows(request)) {
            chain.doFilter(request, response);
        } else {
            if (request.getRequestURI().startsWith("/desk/")) {
                remember(entrance.presence(request).me(), request);
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Controllers and the page that says no get to know who is there. */
    private static void remember(@Nullable SignedIn me, HttpServletRequest request) {
        if (me != null) {
            request.setAttribute(SignedIn.class.getName(), me);
        }
    }

    private void member(
            Routes.Matched matched, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presence = entrance.presence(request);
        var me = presence.me();
        if (me == null) {
            threshold.toSignIn(request, response, presence.before());
            return;
        }
        remember(me, request);
        var granted = matched.routes().stream()
                .filter(route -> route.permission() == null || me.may(route.permission()))
                .filter(route -> route.isFor(me.organization() != null))
                .toList();
        if (granted.isEmpty()) {
            refused(matched, me);
            response.sendError(
                    matched.namesARecord() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (matched.first().recent() && presence.provenAt().plus(RECENT).isBefore(clock.instant())) {
            threshold.toProveAgain(request, response, me.member());
            return;
        }
        var ticket = new Ticket(me, granted.getFirst(), matched.variables());
        var eyes = granted.stream().allMatch(Route::own)
                ? eyesOnRecord(ticket, request)
                : Optional.of(sight(ticket, request));
        if (eyes.isEmpty()) {
            refused(matched, me);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        inside(eyes.get(), request, response, chain);
    }

    /** For whoever watches the log: the address as the table writes it and the member's number, never a record's. */
    private static void refused(Routes.Matched matched, SignedIn me) {
        LOG.atInfo()
                .addKeyValue("pattern", matched.pattern())
                .addKeyValue("member", me.member())
                .log("A member asked for what is not theirs");
    }

    /** Who comes in, by which line, and what the address names. */
    private record Ticket(SignedIn me, Route route, Map<String, String> variables) {}

    /** The member's own eyes on a record of the own organisation, lent ones while the glass is broken, else none. */
    private Optional<Sight> eyesOnRecord(Ticket ticket, HttpServletRequest request) {
        var kind = ticket.route().kind().orElseThrow();
        var keeper = keepers.get(kind);
        if (keeper == null) {
            throw new IllegalStateException("no room says who keeps a " + kind);
        }
        var id = id(ticket.variables().get(kind));
        if (id == null) {
            return Optional.empty();
        }
        var own = sight(ticket, request);
        var keeps = new AtomicReference<Optional<UUID>>(Optional.empty());
        own.run(() -> keeps.set(keeper.organization(id)));
        if (keeps.get()
                .filter(found -> found.equals(ticket.me().organization()))
                .isPresent()) {
            return Optional.of(own);
        }
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads ? glazing.sight(ticket.me(), own, keeper, id) : Optional.empty();
    }

    private Sight sight(Ticket ticket, HttpServletRequest request) {
        var me = ticket.me();
        var permission = ticket.route().permission();
        var role = Privileges.acting(me, permission == null ? me.roles() : privileges.granting(permission));
        return Entrance.sight(me, role, request);
    }

    private static void inside(Sight sight, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            sight.call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static void neverKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
