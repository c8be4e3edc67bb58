package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.workspace.FormToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;

/**
 * The chain of filters everybody walks through. Pages for everybody leave it as they came: no session, no cookie, no
 * header more. Another way to sign in joins as a bean {@code Customizer<HttpSecurity>}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class DoorConfig {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Each request is measured once, by the server; not once more by every filter it walks through. */
    @Bean
    SecurityObservationSettings unwatchedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Routes routes(ApplicationContext context) {
        return new Routes(rooms(context));
    }

    /** The figures have a port of their own, which only this machine sees. */
    @Bean
    @Order(1)
    SecurityFilterChain figuresChain(HttpSecurity http, Environment settings) {
        return http.securityMatcher(request -> isForFigures(request, settings))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorChain(
            HttpSecurity http,
            Routes routes,
            Entrance entrance,
            Privileges privileges,
            Glazing glazing,
            Threshold threshold,
            ObjectProvider<Keeper> keepers,
            Clock clock) {
        var gate = new Gate(
                routes,
                entrance,
                privileges,
                keepers.stream().collect(Collectors.toMap(Keeper::kind, Function.identity())),
                glazing,
                threshold,
                clock);
        return http.securityContext(context -> context.securityContextRepository(new DeskContexts(entrance)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .requireCsrfProtectionMatcher(request -> carriesToken(request, routes)))
                .headers(AbstractHttpConfigurer::disable) // room web writes them, on every answer
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .addFilterBefore(gate, AuthorizationFilter.class)
                .build();
    }

    /** Every form but those for everybody, which no session stands behind. */
    private static boolean carriesToken(HttpServletRequest request, Routes routes) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        var matched = routes.of(request);
        return matched != null && matched.first().asks().token();
    }

    /** In a cookie only this host can have set, so that a form outlives the session it was opened in. */
    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-token");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Asked for on pages that carry forms of members alone: asking writes the cookie. */
    @Bean
    FormToken.Source formToken() {
        return request -> Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .filter(_ -> request.getAttribute(SignedIn.class.getName()) != null
                        || request.getAttribute(Routes.ATTRIBUTE) instanceof Routes.Matched matched
                                && matched.first().asks().token())
                .map(token -> new FormToken(token.getParameterName(), token.getToken()));
    }

    private static boolean isForFigures(HttpServletRequest request, Environment settings) {
        var port = settings.getProperty("local.management.port", "");
        return port.equals(Integer.toString(request.getLocalPort()))
                && !port.equals(settings.getProperty("local.server.port"));
    }

    /** The rooms that answer anything, by their packages; "web" also serves files. */
    private static Set<String> rooms(ApplicationContext context) {
        var home = DoorConfig.class.getPackageName().replaceFirst("\\.access$", "");
        var rooms = new TreeSet<String>(Set.of("", "web", "access"));
        for (var controller : context.getBeanNamesForAnnotation(Controller.class)) {
            var type = context.getType(controller);
            if (type != null && type.getPackageName().startsWith(home + ".")) {
                rooms.add(type.getPackageName().substring(home.length() + 1));
            }
        }
        return rooms;
    }
}
