package org.opensocialnet.passkeys;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.access.Members;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of Web Authentication, as Spring Security holds them: a device makes a key, a device signs with it.
 * Both ask the device to be sure whom it has before it, and bind what it signs to this site's address.
 */
@Component
class Ceremonies {

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    /** No honest answer of a device is longer. */
    private static final int LONGEST = 20_000;

    private final Credentials credentials;
    private final Owners owners;
    private final Challenges challenges;
    private final Members members;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremonies(
            Credentials credentials,
            Owners owners,
            Challenges challenges,
            Members members,
            Trail trail,
            TransactionOperations transactions) {
        this.credentials = credentials;
        this.owners = owners;
        this.challenges = challenges;
        this.members = members;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** This site, as devices know it. */
    record Site(String name, String origin) {

        /** @param home the address of the first page, with scheme and host */
        static Site at(String name, String home) {
            var address = URI.create(home);
            return new Site(name, address.getScheme() + "://" + address.getRawAuthority());
        }

        PublicKeyCredentialRpEntity party() {
            return PublicKeyCredentialRpEntity.builder()
                    .id(URI.create(origin).getHost())
                    .name(name)
                    .build();
        }
    }

    /** What to ask a device that shall make a key for a member; the member's own sight holds. */
    String askToMake(Site site, UUID member) {
        var operations = operations(site, challenges.next(making(member)));
        return json.writeValueAsString(operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(known(member))));
    }

    /** What to ask a device that shall sign. */
    String askToSign(Site site, String purpose) {
        var operations = operations(site, challenges.next(purpose));
        return json.writeValueAsString(
                operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null)));
    }

    /** Keeps a key that a device has made; answers whether all was right with it. */
    boolean keep(Site site, UUID member, String name, String answer) {
        try {
            var made = read(answer, MADE);
            var challenge = challenge(made.getResponse().getClientDataJSON());
            if (!challenges.isOurs(making(member), challenge)) {
                return false;
            }
            var operations = operations(site, challenge);
            transactions.executeWithoutResult(_ -> {
                mustBeFirst(challenge);
                var asked = operations.createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(known(member)));
                operations.registerCredential(
                        new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(made, name)));
                trail.note(Act.on("passkeys.added", "member", member));
            });
            return true;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | DataIntegrityViolationException _) {
            return false;
        }
    }

    /** Whose key has signed what we asked for this purpose; nobody where anything is wrong, or where they may not come in. */
    Optional<UUID> whoSigned(Site site, String purpose, String answer) {
        try {
            var signed = read(answer, SIGNED);
            var challenge = challenge(signed.getResponse().getClientDataJSON());
            return challenges.isOurs(purpose, challenge) ? verified(site, signed, challenge) : Optional.empty();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<UUID> verified(
            Site site, PublicKeyCredential<AuthenticatorAssertionResponse> signed, Bytes challenge) {
        var operations = operations(site, challenge);
        try {
            return Sight.job("passkey")
                    .call(() -> transactions.execute(_ -> {
                        mustBeFirst(challenge);
                        var asked = operations.createCredentialRequestOptions(
                                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
                        var owner = Owners.member(operations
                                .authenticate(new RelyingPartyAuthenticationRequest(asked, signed))
                                .getId());
                        return members.find(owner)
                                .filter(member -> member.state() == State.ACTIVE)
                                .map(_ -> owner);
                    }));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void mustBeFirst(Bytes challenge) {
        if (!challenges.spend(challenge)) {
            throw new IllegalArgumentException("answered before");
        }
    }

    private Webauthn4JRelyingPartyOperations operations(Site site, Bytes challenge) {
        var operations = new Webauthn4JRelyingPartyOperations(owners, credentials, site.party(), Set.of(site.origin()));
        operations.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private <T> T read(String answer, TypeReference<T> type) {
        if (answer.length() > LONGEST) {
            throw new IllegalArgumentException("no device says so much");
        }
        return Objects.requireNonNull(json.readValue(answer, type));
    }

    private Bytes challenge(Bytes clientData) {
        return Bytes.fromBase64(
                json.readTree(clientData.getBytes()).path("challenge").asString());
    }

    private static String making(UUID member) {
        return "make:" + member;
    }

    private static Authentication known(UUID member) {
        return UsernamePasswordAuthenticationToken.authenticated(member.toString(), "", List.of());
    }
}
