package org.opensocialnet.database;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.opensocialnet.kernel.Terminal.Progress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup as it goes: a tar, compressed, that says first what it needs to be restored and last what it holds.
 */
final class BackupArchive implements AutoCloseable {

    static final int FORMAT = 1;
    static final String ABOUT = "about.json";
    static final String MANIFEST = "manifest.json";

    /**
     * Stands first in the archive.
     *
     * @param postgres the version of PostgreSQL that wrote the files, "18.6"
     * @param schema the newest migration of our tables in it
     */
    record About(int format, String program, String postgres, String schema, Instant startedAt) {

        String postgresMajor() {
            return postgres.split("\\.")[0];
        }
    }

    /** Stands last: every file before it, so that a cut or changed archive is noticed. */
    record Manifest(List<File> files) {}

    /** One file with the length and the SHA-256 of its content. */
    record File(String path, long bytes, String sha256) {}

    private final TarArchiveOutputStream tar;
    private final Progress progress;
    private final List<File> files = new ArrayList<>();

    BackupArchive(OutputStream out, Progress progress) throws IOException {
        this.tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(out, 1 << 16), 1 << 16), "UTF-8");
        this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        this.progress = progress;
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    /**
     * A file of a running PostgreSQL may grow, shrink or vanish meanwhile. As many bytes are kept as it had at first,
     * filled up with zeros; replaying the write-ahead log puts it right.
     */
    void file(String name, Path path) throws IOException {
        try (var content = Files.newInputStream(path)) {
            add(name, content, Files.size(path));
        } catch (NoSuchFileException vanished) {
            // A table dropped meanwhile; the log says so too.
        }
    }

    void text(String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(name, new ByteArrayInputStream(bytes), bytes.length);
    }

    void json(String name, Object value) throws IOException {
        text(name, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    /** Writes the list of files and ends the archive. */
    int finish() throws IOException {
        var count = files.size();
        json(MANIFEST, new Manifest(List.copyOf(files)));
        tar.finish();
        return count;
    }

    private void add(String name, InputStream content, long bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        var digest = sha256();
        var buffer = new byte[1 << 16];
        for (var left = bytes; left > 0; ) {
            var wanted = (int) Math.min(left, buffer.length);
            var got = content.readNBytes(buffer, 0, wanted);
            Arrays.fill(buffer, got, wanted, (byte) 0);
            tar.write(buffer, 0, wanted);
            digest.update(buffer, 0, wanted);
            progress.advance(wanted);
            left -= wanted;
        }
        tar.closeArchiveEntry();
        files.add(new File(name, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
