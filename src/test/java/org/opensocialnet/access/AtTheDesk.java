package org.opensocialnet.access;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.database.Sight;
import org.opensocialnet.web.Language;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Members at the desk for the tests of every room, over real HTTP and in the browser, without walking through sign-in:
 *
 * <pre>{@code
 * var eleni = AtTheDesk.of(context).as(Role.EDITOR, organization);
 * eleni.get("/desk/notices");                             // the cookie goes along
 * eleni.post("/desk/notices", Map.of("message", "…"));    // with the token
 * eleni.entersWith(page.context());                       // the same in Playwright
 * }</pre>
 */
public final class AtTheDesk {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ApplicationContext context;

    private AtTheDesk(ApplicationContext context) {
        this.context = context;
    }

    public static AtTheDesk of(ApplicationContext context) {
        return new AtTheDesk(context);
    }

    /** A new active member with one role; for a role of the network the organisation is null. */
    public Visitor as(Role role, @Nullable UUID organization) {
        return as(Set.of(role), organization);
    }

    public Visitor as(Set<Role> roles, @Nullable UUID organization) {
        return signedIn(member(roles, organization));
    }

    /** A new active member who is not signed in. */
    public UUID member(Set<Role> roles, @Nullable UUID organization) {
        var members = context.getBean(Members.class);
        return inSight(() -> {
            var email = "test-%s@example.org".formatted(UUID.randomUUID());
            var id = members.add(email, "Ελένη Δοκιμή", Language.GREEK);
            members.become(id, State.ACTIVE);
            members.give(id, organization, roles);
            return id;
        });
    }

    /** The session of a member who came in with all proofs this moment. */
    public Visitor signedIn(UUID member) {
        return signedIn(member, Duration.ZERO);
    }

    /** The same of a member who came in a while ago and has not moved since. */
    public Visitor signedIn(UUID member, Duration ago) {
        var sessions = context.getBean(FindByIndexNameSessionRepository.class);
        return new Visitor(member, begin(sessions, member, ago), port());
    }

    /** Somebody without a session. */
    public Visitor stranger() {
        return new Visitor(NOBODY, null, port());
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private <S extends Session> String begin(SessionRepository<S> sessions, UUID member, Duration ago) {
        var now = context.getBean(Clock.class).millis() - ago.toMillis();
        var session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, member.toString());
        session.setAttribute(Entrance.MEMBER, member.toString());
        session.setAttribute(Entrance.SECOND_STEP, true);
        session.setAttribute(Entrance.SINCE, now);
        session.setAttribute(Entrance.SEEN, now);
        session.setAttribute(Entrance.PROVEN, now);
        session.setMaxInactiveInterval(Duration.ofHours(12));
        sessions.save(session);
        return session.getId();
    }

    private static <T> T inSight(Callable<T> work) {
        try {
            return Sight.job("sign-in").call(work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One person with a browser: sends the session's cookie and, with forms, the token. */
    public record Visitor(UUID member, @Nullable String session, int port) {

        private static final String TOKEN = "0f1e2d3c-4b5a-4968-8776-655443322110";
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        public HttpResponse<String> get(String path) {
            return send(asked(path).GET());
        }

        public HttpResponse<String> post(String path, Map<String, String> fields) {
            return send(form(path, fields, true));
        }

        /** As another site would send it: the cookies go along, the token does not. */
        public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
            return send(form(path, fields, false));
        }

        /** A request to change before it is sent; with more cookies than the usual ones. */
        public HttpRequest.Builder asked(String path, String... more) {
            var cookies = session == null
                    ? "__Host-token=" + TOKEN
                    : "__Host-token=%s; %s=%s".formatted(TOKEN, SessionConfig.COOKIE, session);
            for (var cookie : more) {
                cookies += "; " + cookie;
            }
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .header("Cookie", cookies);
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return CLIENT.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** A form with the token, to change before it is sent. */
        public HttpRequest.Builder form(String path, Map<String, String> fields, String... cookies) {
            return form(path, fields, true, cookies);
        }

        /** Gives a browser the session. */
        public void entersWith(BrowserContext browser) {
            browser.addCookies(List.of(new Cookie(SessionConfig.COOKIE, Objects.requireNonNull(session))
                    .setUrl("https://localhost:" + port)
                    .setSecure(true)
                    .setHttpOnly(true)
                    .setSameSite(SameSiteAttribute.LAX)));
        }

        private HttpRequest.Builder form(
                String path, Map<String, String> fields, boolean withToken, String... cookies) {
            var typed = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return asked(path, cookies)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            withToken ? "_csrf=" + masked() + (typed.isEmpty() ? "" : "&" + typed) : typed));
        }

        /** What a form brings back in its field {@code _csrf}, for forms with files. */
        public String token() {
            return masked();
        }

        /** As the page writes it, except that the mask is nothing. */
        private static String masked() {
            var token = TOKEN.getBytes(StandardCharsets.UTF_8);
            var masked = new byte[token.length * 2];
            System.arraycopy(token, 0, masked, token.length, token.length);
            return Base64.getUrlEncoder().encodeToString(masked);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
