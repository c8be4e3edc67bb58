package org.opensocialnet.attachments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.attachments.Attachment.Kind;
import org.opensocialnet.attachments.Attachment.State;
import org.opensocialnet.attachments.AttachmentKeeper.Audience;
import org.opensocialnet.attachments.Attachments.Owner;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where files lie, sealed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AttachmentRows {

    static final String NAME = "attachment-name";
    static final String CONTENT = "attachment";

    private static final String FILE =
            "select id, room, reference, name, kind, bytes, state, at from attachments.file ";

    private final JdbcClient jdbc;
    private final Vault vault;

    AttachmentRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A file and what it is kept with. */
    record Row(String room, Attachment file) {}

    /** Whoever keeps a file beside others is alone with them until the transaction ends, so that their sum holds. */
    void alone(Owner owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 0))::text")
                .param("owner", "attachments " + owner.room() + " " + owner.reference())
                .query(String.class)
                .single();
    }

    long together(Owner owner) {
        return jdbc.sql("""
                select coalesce(sum(bytes), 0) from attachments.file
                where room = :room and reference = :reference and state <> 'INFECTED'
                """)
                .param("room", owner.room())
                .param("reference", owner.reference())
                .query(Long.class)
                .single();
    }

    Optional<UUID> same(Owner owner, long print) {
        return jdbc.sql("""
                select id from attachments.file where room = :room and reference = :reference and print = :print
                """)
                .param("room", owner.room())
                .param("reference", owner.reference())
                .param("print", print)
                .query(UUID.class)
                .optional();
    }

    /** The same for the same content, under the key that is newest. */
    long print(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return vault.token(CONTENT, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void keep(String room, Audience audience, Attachment file, byte[] content, long print) {
        jdbc.sql("""
                insert into attachments.file (id, room, reference, organization, network, kind, name, content, bytes, print,
                                              state, at)
                values (:id, :room, :reference, :organization, :network, :kind, :name, :content, :bytes, :print, :state, :at)
                """)
                .param("id", file.id())
                .param("room", room)
                .param("reference", file.reference())
                .param("organization", audience.organization(), Types.OTHER)
                .param("network", audience.network())
                .param("kind", file.kind().name())
                .param("name", vault.seal(file.id(), NAME, file.name()))
                .param("content", vault.seal(file.id(), CONTENT, content))
                .param("bytes", file.bytes())
                .param("print", print)
                .param("state", file.state().name())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Attachment> of(Owner owner, int atMost) {
        return jdbc.sql(FILE + "where room = :room and reference = :reference order by id limit :most")
                .param("room", owner.room())
                .param("reference", owner.reference())
                .param("most", atMost)
                .query((row, _) -> row(row).file())
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(FILE + "where id = :id")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<UUID> organization(UUID id) {
        return jdbc.sql("select organization from attachments.file where id = :id and organization is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from attachments.file where id = :id and content is not null")
                .param("id", id)
                .query((row, _) -> vault.openBytes(id, CONTENT, row.getBytes(1)))
                .optional();
    }

    void become(UUID id, State state) {
        jdbc.sql("""
                update attachments.file
                set state = :state, content = case when :state = 'INFECTED' then null else content end
                where id = :id
                """).param("id", id).param("state", state.name()).update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from attachments.file where id = :id").param("id", id).update();
    }

    int removeAll(Owner owner) {
        return jdbc.sql("delete from attachments.file where room = :room and reference = :reference")
                .param("room", owner.room())
                .param("reference", owner.reference())
                .update();
    }

    /** Those nobody looked into yet, the oldest first. */
    List<UUID> toBeChecked(int atMost) {
        return jdbc.sql("""
                select id from attachments.file where state in ('UNCHECKED', 'WAITING') order by at, id limit :most
                """)
                .param("most", atMost)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Row(
                row.getString("room"),
                new Attachment(
                        id,
                        row.getObject("reference", UUID.class),
                        new String(vault.openBytes(id, NAME, row.getBytes("name")), StandardCharsets.UTF_8),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("bytes"),
                        State.valueOf(row.getString("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
