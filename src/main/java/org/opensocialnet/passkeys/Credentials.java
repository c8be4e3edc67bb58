package org.opensocialnet.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys as the ceremonies need them: public key, counter and what the device said when it was added. */
@Component
class Credentials implements UserCredentialRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("""
                select credential, member, public_key, counter, verified, copyable, backed_up, transports,
                       attestation, client_data, name, added_at, used_at
                from passkeys.passkey
                where credential = :credential
                """)
                .param("credential", credential.getBytes())
                .query(Credentials::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return jdbc.sql("""
                select credential, member, public_key, counter, verified, copyable, backed_up, transports,
                       attestation, client_data, name, added_at, used_at
                from passkeys.passkey
                where member = :member
                order by added_at, id
                limit :most
                """)
                .param("member", Owners.member(owner))
                .param("most", Passkeys.MOST)
                .query(Credentials::read)
                .list();
    }

    /** Adds a new one; of a known one only the counter and the moment change, as after each sign-in. */
    @Override
    public void save(CredentialRecord record) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var used = jdbc.sql("""
                update passkeys.passkey
                set counter = :counter, backed_up = :backedUp, used_at = :now
                where credential = :credential
                """)
                .param("counter", record.getSignatureCount())
                .param("backedUp", record.isBackupState())
                .param("now", now)
                .param("credential", record.getCredentialId().getBytes())
                .update();
        if (used == 0) {
            add(record, now);
        }
    }

    private void add(CredentialRecord record, OffsetDateTime now) {
        jdbc.sql("""
                insert into passkeys.passkey (id, credential, member, name, public_key, counter, verified, copyable,
                                              backed_up, transports, attestation, client_data, added_at)
                values (:id, :credential, :member, :name, :publicKey, :counter, :verified, :copyable,
                        :backedUp, :transports, :attestation, :clientData, :now)
                """)
                .param("id", Uuid7.next())
                .param("credential", record.getCredentialId().getBytes())
                .param("member", Owners.member(record.getUserEntityUserId()))
                .param("name", record.getLabel())
                .param("publicKey", record.getPublicKey().getBytes())
                .param("counter", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param("copyable", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param(
                        "attestation",
                        Objects.requireNonNull(record.getAttestationObject()).getBytes())
                .param(
                        "clientData",
                        Objects.requireNonNull(record.getAttestationClientDataJSON())
                                .getBytes())
                .param("now", now)
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from passkeys.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        var added = row.getObject("added_at", OffsetDateTime.class).toInstant();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(Owners.handle(row.getObject("member", java.util.UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("counter"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("copyable"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Arrays.stream(row.getString("transports").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("name"))
                .created(added)
                .lastUsed(used == null ? added : used.toInstant())
                .build();
    }
}
