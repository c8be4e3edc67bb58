package org.opensocialnet.database;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup from end to end, comparing every file with the list at its end; optionally putting them somewhere. */
final class BackupReader {

    private static final int LARGEST_LIST = 100_000_000;

    private final Path backup;
    private final Progress progress;

    BackupReader(Path backup, Progress progress) {
        this.backup = backup;
        this.progress = progress;
    }

    /** What the backup says of itself, without reading the rest. */
    BackupArchive.About about() throws IOException {
        return opened(tar -> {
            var first = tar.getNextEntry();
            if (first == null || !first.getName().equals(BackupArchive.ABOUT)) {
                throw notOurs("it does not begin as one");
            }
            return read(tar, first, BackupArchive.About.class);
        });
    }

    /** Reads all and compares; nothing is written. */
    int check() throws IOException {
        return unpackInto(null);
    }

    /** Puts its folders and files below the target, which the caller throws away should this fail. */
    int unpackInto(@Nullable Path target) throws IOException {
        return opened(tar -> {
            var found = new ArrayList<BackupArchive.File>();
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(BackupArchive.MANIFEST)) {
                    compare(read(tar, entry, BackupArchive.Manifest.class).files(), found);
                    return found.size();
                }
                var path = target == null ? null : Binaries.inside(target, target.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    if (path != null) {
                        Files.createDirectories(path);
                    }
                } else if (entry.isFile()) {
                    found.add(copy(tar, entry, path));
                } else {
                    throw notOurs("it holds the link " + entry.getName());
                }
            }
            throw notOurs("it ends too early");
        });
    }

    private BackupArchive.File copy(InputStream content, TarArchiveEntry entry, @Nullable Path target)
            throws IOException {
        var digest = BackupArchive.sha256();
        var buffer = new byte[1 << 16];
        if (target != null) {
            Files.createDirectories(target.getParent());
        }
        try (var out = target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
            for (var got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                write(out, buffer, got);
                digest.update(buffer, 0, got);
                progress.advance(got);
            }
        }
        return new BackupArchive.File(
                entry.getName(), entry.getSize(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Keeps trouble with writing, such as a full disk, apart from a damaged archive. */
    private static void write(OutputStream out, byte[] buffer, int bytes) {
        try {
            out.write(buffer, 0, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(List<BackupArchive.File> listed, List<BackupArchive.File> found) {
        if (!listed.equals(found)) {
            var wrong = listed.stream().filter(file -> !found.contains(file)).findFirst();
            throw notOurs(wrong.map(file -> "its file " + file.path() + " is not what it was when it was written")
                    .orElse("it holds files it does not list"));
        }
    }

    private <T> T read(InputStream content, TarArchiveEntry entry, Class<T> type) throws IOException {
        if (entry.getSize() > LARGEST_LIST) {
            throw notOurs("its list of files is impossibly long");
        }
        return JsonMapper.shared().readValue(content.readAllBytes(), type);
    }

    private interface Work<T> {
        T with(TarArchiveInputStream tar) throws IOException;
    }

    private <T> T opened(Work<T> work) throws IOException {
        try (var file = Files.newInputStream(backup)) {
            return work.with(
                    new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(file, 1 << 16), 1 << 16)));
        } catch (EOFException e) {
            throw notOurs("it is cut short");
        } catch (IOException | JacksonException e) {
            throw notOurs("it is damaged (" + e.getMessage() + ")");
        }
    }

    private OperatorError notOurs(String why) {
        return new OperatorError(1, backup + " is no sound backup: " + why + ". Use another one.");
    }
}
