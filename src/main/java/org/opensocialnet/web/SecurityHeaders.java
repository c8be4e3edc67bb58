package org.opensocialnet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what our pages never do: run foreign or inline code, sit in frames, tell where readers came from. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends OncePerRequestFilter {

    /** When browsers are told to come by TLS alone, for a year, here and below. */
    enum Strictly {

        /** In answers to what came by TLS, as the proxy tells. */
        SECURE,

        /** In every answer, for a proxy that does not tell; browsers heed it over TLS only. */
        ALWAYS,

        /** Never here: the proxy says it. */
        NEVER
    }

    private final MapStyle map;
    private final Strictly strictly;
    private volatile Policy last = new Policy("", policy(""));

    /** The policy for one source of tiles; made again only when an operator chooses another. */
    private record Policy(String tiles, String words) {}

    SecurityHeaders(MapStyle map, @Value("${osn.site.hsts:secure}") Strictly strictly) {
        this.map = map;
        this.strictly = strictly;
    }

    private String policy() {
        var tiles = map.origin().map(origin -> " " + origin).orElse("");
        var known = last;
        if (!known.tiles().equals(tiles)) {
            known = new Policy(tiles, policy(tiles));
            last = known;
        }
        return known.words();
    }

    private static String policy(String tiles) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data: blob:" + tiles,
                "connect-src 'self'" + tiles,
                "worker-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (strictly == Strictly.ALWAYS || strictly == Strictly.SECURE && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }
}
