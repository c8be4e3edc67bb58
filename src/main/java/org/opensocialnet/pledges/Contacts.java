package org.opensocialnet.pledges;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.opensocialnet.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How citizens who promised something are reached, sealed, and the links by which they see what became of it. */
@Component
@Transactional
class Contacts implements Sealed {

    private static final String NAME = "pledge-name";
    private static final String EMAIL = "pledge-email";
    private static final String PHONE = "pledge-phone";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** How somebody is reached; empty what she did not say. */
    record Contact(String name, String email, String phone, Language language) {

        /** So that no log line carries how somebody is reached. */
        @Override
        public String toString() {
            return "Contact";
        }
    }

    void keep(UUID pledge, @Nullable UUID receiver, Contact contact) {
        jdbc.sql("""
                insert into pledges.contact (pledge, receiver, language, name, email, phone)
                values (:pledge, :receiver, :language, :name, :email, :phone)
                """)
                .param("pledge", pledge)
                .param("receiver", receiver, Types.OTHER)
                .param("language", contact.language().code())
                .param("name", sealed(pledge, NAME, contact.name()), Types.BINARY)
                .param("email", sealed(pledge, EMAIL, contact.email()), Types.BINARY)
                .param("phone", sealed(pledge, PHONE, contact.phone()), Types.BINARY)
                .update();
    }

    /** None for an organisation's pledge, for whoever may not know, and once it was forgotten. */
    @Transactional(readOnly = true)
    public Optional<Contact> of(UUID pledge) {
        return jdbc.sql("select language, name, email, phone from pledges.contact where pledge = :pledge")
                .param("pledge", pledge)
                .query((row, _) -> new Contact(
                        opened(pledge, NAME, row.getBytes("name")),
                        opened(pledge, EMAIL, row.getBytes("email")),
                        opened(pledge, PHONE, row.getBytes("phone")),
                        Language.of(row.getString("language")).orElse(Language.GREEK)))
                .optional();
    }

    /** From now on that link opens the pledge. */
    void link(UUID pledge, SecretToken token) {
        jdbc.sql("insert into pledges.link (hash, pledge, made_at) values (:hash, :pledge, :now)")
                .param("hash", token.fingerprint())
                .param("pledge", pledge)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a link opens. */
    @Transactional(readOnly = true)
    public Optional<UUID> pledge(SecretToken token) {
        return jdbc.sql("select pledge from pledges.link where hash = :hash")
                .param("hash", token.fingerprint())
                .query(UUID.class)
                .optional();
    }

    private byte @Nullable [] sealed(UUID pledge, String field, String text) {
        return text.isEmpty() ? null : vault.seal(pledge, field, text);
    }

    private String opened(UUID pledge, String field, byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(pledge, field, sealed);
    }

    @Override
    public String what() {
        return "how citizens who promised something are reached";
    }

    @Override
    public int reseal(int atMost) {
        var old = jdbc.sql("""
                select pledge from pledges.contact
                where substring(name from 1 for 5) <> :prefix or substring(email from 1 for 5) <> :prefix
                   or substring(phone from 1 for 5) <> :prefix
                order by pledge
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) -> row.getObject("pledge", UUID.class))
                .list();
        for (var pledge : old) {
            var contact = of(pledge).orElseThrow();
            jdbc.sql("update pledges.contact set name = :name, email = :email, phone = :phone where pledge = :pledge")
                    .param("pledge", pledge)
                    .param("name", sealed(pledge, NAME, contact.name()), Types.BINARY)
                    .param("email", sealed(pledge, EMAIL, contact.email()), Types.BINARY)
                    .param("phone", sealed(pledge, PHONE, contact.phone()), Types.BINARY)
                    .update();
        }
        return old.size();
    }
}
