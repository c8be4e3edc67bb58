package org.opensocialnet.asks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.asks.AskLinks.Found;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.support.PublicAsking;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.ModelAndView;

/**
 * Opens links, which are all the proof there is: one request, for so long, so often. No other site is told the address, no
 * search engine keeps it, and whoever tries links that are none waits.
 */
@Component
class AskLinkDoor {

    private static final Limit STRANGERS = new Limit("ask-strangers", 300, Duration.ofSeconds(5));
    private static final Limit EACH = new Limit("ask-link", 120, Duration.ofSeconds(3));

    private final AskLinks links;
    private final PublicAsking asking;
    private final Attempts attempts;
    private final TransactionOperations transactions;
    private final Clock clock;

    AskLinkDoor(
            AskLinks links, PublicAsking asking, Attempts attempts, TransactionOperations transactions, Clock clock) {
        this.links = links;
        this.asking = asking;
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A request behind a link; who: whose link it is, for limits, told by a fingerprint. */
    record Place(String base, UUID request, String who) {}

    ModelAndView at(
            String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Place, ModelAndView> work) {
        var place = open(typed, request, response);
        if (place == null) {
            var status = response.getStatus() == HttpStatus.GONE.value() ? HttpStatus.GONE : HttpStatus.NOT_FOUND;
            return new ModelAndView("asks/shut", Map.of("expired", status == HttpStatus.GONE), status);
        }
        return inside(place, request, work);
    }

    /** The same for what is no page; a link that opens nothing is one that is not there. */
    <T> T file(String typed, HttpServletRequest request, HttpServletResponse response, Function<Place, T> work) {
        var place = open(typed, request, response);
        if (place == null) {
            throw Refusal.notFound("asks.unknown");
        }
        return inside(place, request, work);
    }

    private static <T> T inside(Place place, HttpServletRequest request, Function<Place, T> work) {
        return AskPages.eyes(request).call(() -> work.apply(place));
    }

    private @Nullable Place open(String typed, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var token = SecretToken.read(typed);
        var found = token.flatMap(known -> find(known, request)).orElse(null);
        if (token.isEmpty() || found == null) {
            if (!attempts.allow(STRANGERS, Origin.coarse(request))) {
                throw Refusal.busy("asks.busy");
            }
            return null;
        }
        var who = HexFormat.of().formatHex(token.get().fingerprint());
        if (!attempts.allow(EACH, who)) {
            throw Refusal.busy("asks.busy");
        }
        if (!found.opens(clock.instant().atOffset(ZoneOffset.UTC))) {
            response.setStatus(HttpStatus.GONE.value());
            return null;
        }
        return new Place(AskLinks.PATH + token.get().text(), found.request(), who);
    }

    /** Who looks keeps her link alive while the request lives. */
    private Optional<Found> find(SecretToken token, HttpServletRequest request) {
        return AskPages.eyes(request)
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> {
                    var found = links.find(token);
                    found.map(Found::request)
                            .flatMap(asking::find)
                            .filter(standing -> !standing.isOver())
                            .ifPresent(standing -> links.extend(standing.id()));
                    return found;
                })));
    }
}
