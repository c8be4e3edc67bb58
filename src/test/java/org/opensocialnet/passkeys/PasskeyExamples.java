package org.opensocialnet.passkeys;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A passkey of a member, without a device behind it. */
@Component
@Profile("matrix")
class PasskeyExamples implements RouteExamples {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    PasskeyExamples(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "passkey";
    }

    @Override
    public String of(UUID organization, UUID member) {
        var id = UUID.randomUUID();
        Sight.job("passkey")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                insert into passkeys.passkey (id, credential, member, name, public_key, counter, verified, copyable,
                                              backed_up, transports, attestation, client_data, added_at)
                values (:id, :credential, :member, :name, '', 0, true, false, false, '', '', '', :now)
                """)
                        .param("id", id)
                        .param(
                                "credential",
                                ByteBuffer.allocate(16)
                                        .putLong(id.getMostSignificantBits())
                                        .putLong(id.getLeastSignificantBits())
                                        .array())
                        .param("member", member)
                        .param("name", RouteExamples.marker(organization))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()));
        return id.toString();
    }
}
