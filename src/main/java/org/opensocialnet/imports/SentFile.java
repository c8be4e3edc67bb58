package org.opensocialnet.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.opensocialnet.imports.SentFile.Laid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a file in the database, in pieces, and lays it out on the disk of whoever reads it. */
@Component
@Transactional
class SentFile {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    SentFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file laid out to be read; closing takes it away. */
    record Laid(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (var folder = Stream.of(path, path.getParent())) {
                for (var each : folder.toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** What is left of a name that was sent: its last part, without what a disk or a page could take amiss. */
    static String name(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .replaceAll("^[. ]+", "")
                .strip();
        var kept = plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
        return kept.isEmpty() ? "file" : kept;
    }

    public void keep(UUID load, InputStream in) throws IOException {
        int number = 0;
        for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
            jdbc.sql("insert into imports.piece (load, number, bytes) values (:load, :number, :bytes)")
                    .param("load", load)
                    .param("number", number++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Laid lay(Load load) throws IOException {
        var folder = Files.createTempDirectory("osn-import");
        var laid = new Laid(folder.resolve(name(load.fileName())));
        try (var out = Files.newOutputStream(laid.path())) {
            for (int number = 0; ; number++) {
                var piece = jdbc.sql("select bytes from imports.piece where load = :load and number = :number")
                        .param("load", load.id())
                        .param("number", number)
                        .query(byte[].class)
                        .optional();
                if (piece.isEmpty()) {
                    return laid;
                }
                out.write(piece.get());
            }
        }
    }

    public void remove(UUID load) {
        jdbc.sql("delete from imports.piece where load = :load")
                .param("load", load)
                .update();
    }
}
