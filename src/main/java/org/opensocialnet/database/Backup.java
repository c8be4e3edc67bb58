package org.opensocialnet.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;

/**
 * Copies the running database, by the low-level calls PostgreSQL documents for it: start, copy the files as they are,
 * stop, and add the write-ahead log in between, which a replication slot keeps from being thrown away meanwhile.
 *
 * @param keeper how to reach the database with every right
 */
record Backup(Address keeper, Path data, Clock clock) {

    /** Folders whose content PostgreSQL makes anew at each start. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private static final Pattern START_SEGMENT = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    /** What was done. */
    record Outcome(Path file, int files, long bytes) {}

    /** The end of PostgreSQL's own account of a backup. */
    private record Stop(String label, String lastSegment) {}

    Outcome write(Path file, Terminal terminal) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new OperatorError(2, file + " is already there. Choose another name, or move it away first.");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var files = copy(half, terminal);
            check(half, files, terminal);
            force(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome(file, files, Files.size(file));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private int copy(Path half, Terminal terminal) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(keeper.url(), keeper.user(), keeper.password());
                var progress = terminal.progress("Copying  ", size());
                var archive = new BackupArchive(Files.newOutputStream(half, StandardOpenOption.WRITE), progress)) {
            archive.json(BackupArchive.ABOUT, about(connection));
            ask(
                    connection,
                    "select slot_name from pg_create_physical_replication_slot('osn_backup_' || pg_backend_pid(), true, true)");
            ask(connection, "select pg_backup_start('Open Social Net', fast => true)");
            copyCluster(archive);
            var stop = stop(connection);
            copyLog(archive, stop);
            archive.text("postgres/backup_label", stop.label());
            for (var login : Login.values()) {
                archive.file(login.file(data).getFileName().toString(), login.file(data));
            }
            copyKeys(archive);
            return archive.finish();
        }
    }

    /** What rooms keep encrypted is of no use without the keys they keep beside it. */
    private void copyKeys(BackupArchive archive) throws IOException {
        try (var keys = Files.newDirectoryStream(data, "key-of-*")) {
            for (var key : keys) {
                archive.file(key.getFileName().toString(), key);
            }
        }
    }

    private BackupArchive.About about(Connection connection) throws SQLException {
        var version = ask(connection, "show server_version").split(" ")[0];
        var schema = ask(connection, "select to_regclass('public.flyway_schema_history') is not null")
                        .equals("t")
                ? ask(connection, "select coalesce(max(version), '') from public.flyway_schema_history where success")
                : "";
        return new BackupArchive.About(BackupArchive.FORMAT, ProgramVersion.ours(), version, schema, clock.instant());
    }

    private void copyCluster(BackupArchive archive) throws IOException {
        var root = Cluster.files(data);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isOfThisRunOnly(root.relativize(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                archive.folder(name(root, folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isKept(root.relativize(file))) {
                    archive.file(name(root, file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Such as the folder of our own replication slot, over which a restored PostgreSQL would stumble. */
    private static boolean isOfThisRunOnly(Path folder) {
        var first = folder.getName(0).toString();
        return folder.getNameCount() > 1 && EMPTIED.contains(first) && !first.equals("pg_wal");
    }

    private static boolean isKept(Path file) {
        var name = file.getFileName().toString();
        return !EMPTIED.contains(file.getName(0).toString())
                && !LEFT_OUT.contains(name)
                && StreamSupport.stream(file.spliterator(), false)
                        .noneMatch(part -> part.toString().startsWith("pgsql_tmp"));
    }

    private static String name(Path root, Path file) {
        var relative = root.relativize(file).toString();
        return relative.isEmpty() ? "postgres" : "postgres/" + relative;
    }

    private static Stop stop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            return new Stop(row.getString(1), row.getString(2));
        }
    }

    private void copyLog(BackupArchive archive, Stop stop) throws IOException {
        var start = START_SEGMENT.matcher(stop.label());
        if (!start.find()) {
            throw new IOException("PostgreSQL's backup label names no first segment: " + stop.label());
        }
        var folder = Cluster.files(data).resolve("pg_wal");
        try (var segments = Files.list(folder)) {
            for (var segment : segments.sorted().toList()) {
                var name = segment.getFileName().toString();
                if (name.matches("[0-9A-F]{24}")
                        && name.compareTo(start.group(1)) >= 0
                        && name.compareTo(stop.lastSegment()) <= 0) {
                    archive.file("postgres/pg_wal/" + name, segment);
                }
            }
        }
    }

    private void check(Path half, int written, Terminal terminal) throws IOException {
        try (var progress = terminal.progress("Checking ", size())) {
            var read = new BackupReader(half, progress).check();
            if (read != written) {
                throw new IOException("%d files were written, %d were found again".formatted(written, read));
            }
        }
    }

    private long size() throws IOException {
        var sum = new long[1];
        Files.walkFileTree(Cluster.files(data), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += isKept(Cluster.files(data).relativize(file)) ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
