package org.opensocialnet.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Sends who is not signed in to where one signs in, and afterwards back to where they were. */
@Component
public class Threshold {

    public static final String SIGN_IN = "/sign-in";
    public static final String PROVE_AGAIN = "/sign-in/again";
    private static final String DESK = "/desk";

    private static final String WAY_BACK = "__Host-next";
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final LocaleResolver locales;
    private final Kept kept;

    Threshold(LocaleResolver locales, Kept kept) {
        this.locales = locales;
        this.kept = kept;
    }

    void toSignIn(HttpServletRequest request, HttpServletResponse response, @Nullable UUID before) throws IOException {
        if (before != null && wantsPage(request)) {
            kept.keep(before, request, response);
        }
        send(SIGN_IN, request, response);
    }

    void toProveAgain(HttpServletRequest request, HttpServletResponse response, UUID member) throws IOException {
        if (wantsPage(request)) {
            kept.keep(member, request, response);
        }
        send(PROVE_AGAIN, request, response);
    }

    /** Where somebody was before they were asked who they are, without language: at a form, on a page; else the desk. */
    public String wayBack(HttpServletRequest request, HttpServletResponse response) {
        var wanted = cookie(request).flatMap(Threshold::read).filter(Threshold::isOurs);
        wanted.ifPresent(_ -> response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO)));
        return kept.isThere(request) ? KeptPages.PATH : wanted.orElse(DESK);
    }

    /** A program asks for data and understands no page: it is told, not sent. */
    private void send(String to, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!wantsPage(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            var here = (request.getRequestURI() + query).getBytes(StandardCharsets.UTF_8);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(here), A_WHILE));
        }
        var language = Language.of(locales.resolveLocale(request).getLanguage()).orElse(Language.GREEK);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, language.link(to));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                .contains("text/html");
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(WAY_BACK, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(WAY_BACK))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<String> read(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A cookie is not proof that we wrote it: it leads to the desk and nowhere else. */
    private static boolean isOurs(String address) {
        return address.length() < 2000 && address.matches("/desk([/?][\\x21-\\x7e]*)?");
    }
}
