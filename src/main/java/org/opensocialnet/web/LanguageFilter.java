package org.opensocialnet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the language from the address: /en/find is the page /find in English. Only the bare home
 * address asks the browser what it prefers; the language switch is remembered in a cookie.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class LanguageFilter extends OncePerRequestFilter {

    static final String COOKIE = "language";
    static final String SWITCH = "_language";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visit = Visit.of(request);
        var chosen = switched(request);
        if (chosen.isPresent()) {
            remember(chosen.get(), response);
            redirect(chosen.get().link(visit.here()), response);
        } else if (request.getRequestURI().equals("/en")) {
            redirect("/en/", response);
        } else if (request.getRequestURI().equals("/") && prefersEnglish(request, response)) {
            redirect(Language.ENGLISH.link(visit.here()), response);
        } else {
            request.setAttribute(Visit.ATTRIBUTE, visit);
            chain.doFilter(new WithoutLanguage(request, visit), response);
        }
    }

    private static Optional<Language> switched(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Optional.ofNullable(request.getParameter(SWITCH)).flatMap(Language::of)
                : Optional.empty();
    }

    private static boolean prefersEnglish(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        var cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> Language.of(cookie.getValue()))
                .orElseGet(() -> Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .equals(Language.ENGLISH);
    }

    private static void remember(Language language, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static void redirect(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** The request as the rooms see it: the address without the language. */
    private static final class WithoutLanguage extends HttpServletRequestWrapper {

        private final Visit visit;

        WithoutLanguage(HttpServletRequest request, Visit visit) {
            super(request);
            this.visit = visit;
        }

        @Override
        public String getRequestURI() {
            return visit.path();
        }

        @Override
        public String getServletPath() {
            var decoded = super.getServletPath();
            return visit.language() == Language.ENGLISH ? decoded.replaceFirst("^/en", "") : decoded;
        }
    }
}
