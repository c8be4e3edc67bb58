package org.opensocialnet.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.federation.House.Agreement;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.signin.NextStep;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

/** The way to the other house and back. Where none is agreed on, these pages are not there. */
@Controller
class SignInElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(SignInElsewhere.class);

    private static final String HERE = "/sign-in/elsewhere";
    private static final String BACK = HERE + "/back";

    private final House house;
    private final Embassy embassy;
    private final Acquaintances acquaintances;
    private final NextStep next;

    SignInElsewhere(House house, Embassy embassy, Acquaintances acquaintances, NextStep next) {
        this.house = house;
        this.embassy = embassy;
        this.acquaintances = acquaintances;
        this.next = next;
    }

    /**
     * The page with the one button.
     *
     * @param label what the operator calls the other house
     * @param problem why it did not work, in the reader's words; none at first
     */
    record Offer(String label, @Nullable String problem) {}

    @GetMapping(HERE)
    ModelAndView page(Words t) {
        return page(agreement(), null, HttpStatus.OK, t);
    }

    /** A link and no form: browsers keep forms from being sent on to another site. */
    @GetMapping(HERE + "/go")
    ModelAndView go(HttpServletResponse response, Words t) {
        var agreement = agreement();
        var errand = Errand.begin();
        try {
            var address = embassy.address(agreement, errand, back(t));
            response.addHeader(HttpHeaders.SET_COOKIE, errand.cookie());
            return new ModelAndView("redirect:" + address);
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            return silent(agreement, e, t);
        }
    }

    @GetMapping(BACK)
    ModelAndView back(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var agreement = agreement();
        var errand = Errand.of(request).filter(known -> known.state().equals(state));
        response.addHeader(HttpHeaders.SET_COOKIE, Errand.noCookie());
        if (errand.isEmpty() || code.isEmpty()) {
            return page(agreement, t.of("federation.refused"), HttpStatus.FORBIDDEN, t);
        }
        Optional<Told> told;
        try {
            told = Optional.of(embassy.ask(agreement, errand.get(), back(t), code, state));
        } catch (AuthenticationException | OAuth2AuthorizationException | JwtException e) {
            LOG.atWarn().addKeyValue("why", code(e)).log("The other house's word was not believed");
            return page(agreement, t.of("federation.refused"), HttpStatus.FORBIDDEN, t);
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            return silent(agreement, e, t);
        }
        var member = told.flatMap(acquaintances::of);
        if (member.isEmpty()) {
            return page(agreement, t.of("federation.unknown"), HttpStatus.FORBIDDEN, t);
        }
        return new ModelAndView(
                told.get().secondStep()
                        ? next.in(member.get(), "federation", true, request, response)
                        : next.after(member.get(), "federation", request, response, t));
    }

    private Agreement agreement() {
        return house.agreement().orElseThrow(() -> Refusal.notFound("federation.none"));
    }

    /** One address for all languages, because the other house must know it. */
    private static String back(Words t) {
        return t.address(Language.GREEK, BACK);
    }

    private ModelAndView silent(Agreement agreement, RuntimeException e, Words t) {
        LOG.atWarn().addKeyValue("why", e.getClass().getSimpleName()).log("The other house does not answer");
        return page(agreement, t.of("federation.silent"), HttpStatus.SERVICE_UNAVAILABLE, t);
    }

    /** A code, never the words, which may hold what the other house said. */
    private static String code(RuntimeException e) {
        return switch (e) {
            case OAuth2AuthenticationException refused -> refused.getError().getErrorCode();
            case OAuth2AuthorizationException refused -> refused.getError().getErrorCode();
            default -> e.getClass().getSimpleName();
        };
    }

    private static ModelAndView page(Agreement agreement, @Nullable String problem, HttpStatus status, Words t) {
        var label = agreement.label().isEmpty() ? t.of("federation.label") : agreement.label();
        var page = new ModelAndView("federation/offer");
        page.addObject("page", new Offer(label, problem));
        page.setStatus(status);
        return page;
    }
}
