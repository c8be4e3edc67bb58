package org.opensocialnet.asks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people without an account are reached is sealed anew when keys change. */
@Component
@Transactional
class SealedContacts implements Sealed {

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedContacts(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Old(UUID request, byte @Nullable [] email, byte @Nullable [] phone) {}

    @Override
    public String what() {
        return "how those who asked by the public form are reached";
    }

    @Override
    public int reseal(int atMost) {
        var old = jdbc.sql("""
                select request, email, phone from asks.ask
                where substring(email from 1 for 5) <> :prefix or substring(phone from 1 for 5) <> :prefix
                order by request
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) ->
                        new Old(row.getObject("request", UUID.class), row.getBytes("email"), row.getBytes("phone")))
                .list();
        for (var one : old) {
            jdbc.sql("update asks.ask set email = :email, phone = :phone where request = :request")
                    .param("request", one.request())
                    .param("email", anew(one.request(), Asks.EMAIL, one.email()), java.sql.Types.BINARY)
                    .param("phone", anew(one.request(), Asks.PHONE, one.phone()), java.sql.Types.BINARY)
                    .update();
        }
        return old.size();
    }

    private byte @Nullable [] anew(UUID request, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.seal(request, field, vault.openBytes(request, field, sealed));
    }
}
