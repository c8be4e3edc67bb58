package org.opensocialnet.admissions;

import java.util.UUID;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals lists that wait anew when keys change. */
@Component
@Transactional
class SealedLists implements Sealed {

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedLists(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public String what() {
        return "lists of people that wait";
    }

    @Override
    public int reseal(int atMost) {
        record Old(UUID admission, int number, byte[] sealed) {}
        var old = jdbc.sql("""
                select admission, number, sealed from admissions.line
                where substring(sealed from 1 for 5) <> :prefix
                order by admission, number
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) ->
                        new Old(row.getObject("admission", UUID.class), row.getInt("number"), row.getBytes("sealed")))
                .list();
        for (var line : old) {
            var field = Lines.field(line.number());
            jdbc.sql("update admissions.line set sealed = :sealed where admission = :admission and number = :number")
                    .param("sealed", anew(line.admission(), field, line.sealed()))
                    .param("admission", line.admission())
                    .param("number", line.number())
                    .update();
        }
        return old.size() + heads(atMost);
    }

    private int heads(int atMost) {
        record Old(UUID id, byte[] sealed) {}
        var old = jdbc.sql("""
                select id, sealed from admissions.admission
                where substring(sealed from 1 for 5) <> :prefix
                order by id
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", atMost)
                .query((row, _) -> new Old(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list();
        for (var head : old) {
            jdbc.sql("update admissions.admission set sealed = :sealed where id = :id")
                    .param("sealed", anew(head.id(), Admissions.HEAD, head.sealed()))
                    .param("id", head.id())
                    .update();
        }
        return old.size();
    }

    private byte[] anew(UUID owner, String field, byte[] sealed) {
        return vault.seal(owner, field, vault.open(owner, field, sealed));
    }
}
