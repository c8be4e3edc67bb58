package org.opensocialnet.attachments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.vault.Sealed;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files are sealed anew when keys change. */
@Component
@Transactional
class SealedFiles implements Sealed {

    private static final int FEW = 5;

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedFiles(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public String what() {
        return "files kept with requests";
    }

    private record Old(UUID id, byte[] name, byte @Nullable [] content) {}

    /** Few at once: each is megabytes. */
    @Override
    public int reseal(int atMost) {
        var old = jdbc.sql("""
                select id, name, content from attachments.file
                where substring(name from 1 for 5) <> :prefix
                order by id
                limit :most
                for update skip locked
                """)
                .param("prefix", vault.prefix())
                .param("most", Math.min(atMost, FEW))
                .query((row, _) ->
                        new Old(row.getObject("id", UUID.class), row.getBytes("name"), row.getBytes("content")))
                .list();
        for (var file : old) {
            var id = file.id();
            var name = vault.openBytes(id, AttachmentRows.NAME, file.name());
            jdbc.sql("update attachments.file set name = :name, content = coalesce(:content, content) where id = :id")
                    .param("id", id)
                    .param("name", vault.seal(id, AttachmentRows.NAME, name))
                    .param("content", resealed(file), java.sql.Types.BINARY)
                    .update();
        }
        return old.size();
    }

    private byte @Nullable [] resealed(Old file) {
        return file.content() == null
                ? null
                : vault.seal(
                        file.id(),
                        AttachmentRows.CONTENT,
                        vault.openBytes(file.id(), AttachmentRows.CONTENT, file.content()));
    }
}
