package org.opensocialnet.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.federation.House.Agreement;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;

/**
 * Speaks with the other house as OpenID Connect wants it, by Spring Security's client: authorization code, PKCE with
 * S256, state and nonce, and a signature by one of the keys it publishes. Asks nothing before somebody wants to come in.
 */
@Component
class Embassy {

    /** How long what it published about itself is believed; keys are asked for anew when an unknown one signs. */
    private static final Duration BELIEVED = Duration.ofHours(1);

    private static final Set<String> SEVERAL_PROOFS = Set.of("mfa");

    private final Clock clock;
    private final OidcAuthorizationCodeAuthenticationProvider provider;
    private volatile @Nullable Known known;

    Embassy(Clock clock) {
        this.clock = clock;
        this.provider = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, request.getIdToken()));
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(registration -> {
            var moments = new JwtTimestampValidator();
            moments.setClock(clock);
            var claims = new OidcIdTokenValidator(registration);
            claims.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(moments, claims);
        });
        provider.setJwtDecoderFactory(decoders);
    }

    private record Known(Agreement agreement, ClientRegistration registration, Instant until) {}

    /** Where to send a visitor. */
    String address(Agreement agreement, Errand errand, String back) {
        return request(agreement, errand, back).getAuthorizationRequestUri();
    }

    /** What the other house says of who came back; throws where it, or who came, is not to be believed. */
    Told ask(Agreement agreement, Errand errand, String back, String code, String state) {
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(back)
                .state(state)
                .build();
        var exchange = new OAuth2AuthorizationExchange(request(agreement, errand, back), response);
        var authentication = Objects.requireNonNull(
                provider.authenticate(new OAuth2LoginAuthenticationToken(registration(agreement), exchange)));
        var user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        return told(agreement, user.getIdToken());
    }

    private static Told told(Agreement agreement, OidcIdToken token) {
        var said = token.getClaimAsString(agreement.claim());
        var vouched = !agreement.claim().equals(StandardClaimNames.EMAIL)
                || Boolean.TRUE.equals(token.getClaimAsBoolean(StandardClaimNames.EMAIL_VERIFIED));
        return new Told(
                Objects.requireNonNull(token.getIssuer()).toString(),
                Objects.requireNonNull(token.getSubject()),
                said == null || !vouched ? "" : said.strip().toLowerCase(Locale.ROOT),
                hasSecondStep(agreement, token));
    }

    private static boolean hasSecondStep(Agreement agreement, OidcIdToken token) {
        var ways = token.getAuthenticationMethods();
        var context = token.getAuthenticationContextClass();
        return ways != null && ways.stream().anyMatch(SEVERAL_PROOFS::contains)
                || context != null && agreement.secondStep().contains(context);
    }

    private OAuth2AuthorizationRequest request(Agreement agreement, Errand errand, String back) {
        var registration = registration(agreement);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(agreement.client())
                .redirectUri(back)
                .scopes(registration.getScopes())
                .state(errand.state())
                .attributes(kept -> {
                    kept.put(OidcParameterNames.NONCE, errand.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, errand.verifier());
                })
                .additionalParameters(sent -> {
                    sent.put(OidcParameterNames.NONCE, Errand.hash(errand.nonce()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE, Errand.hash(errand.verifier()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                })
                .build();
    }

    private ClientRegistration registration(Agreement agreement) {
        var last = known;
        if (last == null
                || !last.agreement().equals(agreement)
                || clock.instant().isAfter(last.until())) {
            last = new Known(agreement, discovered(agreement), clock.instant().plus(BELIEVED));
            known = last;
        }
        return last.registration();
    }

    private static ClientRegistration discovered(Agreement agreement) {
        return ClientRegistrations.fromIssuerLocation(agreement.issuer())
                .registrationId(Integer.toHexString(agreement.hashCode())) // decoders are kept by this name
                .clientId(agreement.client())
                .clientSecret(agreement.secret())
                .clientAuthenticationMethod(
                        agreement.secret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope(List.of("openid", "email"))
                .build();
    }
}
