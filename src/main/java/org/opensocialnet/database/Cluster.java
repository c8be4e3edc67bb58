package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.kernel.OperatorError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of PostgreSQL in the data directory: made once, in Greek order, and started and stopped. */
record Cluster(Path data, Program program) {

    static final String MAJOR_VERSION = "18";
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final long LOG_KEPT = 10_000_000;

    /** For short questions on a disk without moving parts; and a log that holds no one's data. */
    private static final List<String> SETTINGS = List.of(
            "timezone=Europe/Athens",
            "shared_buffers=256MB",
            "random_page_cost=1.1",
            "jit=off",
            "max_wal_size=2GB",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    static Path files(Path data) {
        return data.resolve("postgres");
    }

    private Path files() {
        return files(data);
    }

    /** Makes the files where there are none; refuses those of another major version. */
    void make() throws IOException {
        if (Files.exists(files().resolve("PG_VERSION"))) {
            refuseOtherVersion();
            return;
        }
        var half = data.resolve("postgres-being-made");
        if (Files.exists(half)) {
            Binaries.delete(half);
        }
        Login.KEEPER.password(data);
        must(
                "PostgreSQL could not make its files",
                program.run(
                        "initdb",
                        "-D",
                        half.toString(),
                        "-U",
                        Login.KEEPER.user(),
                        "--auth=scram-sha-256",
                        "--pwfile=" + Login.KEEPER.file(data),
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=icu",
                        "--icu-locale=el-GR",
                        "--data-checksums"));
        Files.move(half, files(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherVersion() throws IOException {
        var version = Files.readString(files().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new OperatorError(4, """
                    The data in %s was written by PostgreSQL %s; this program brings PostgreSQL %s, which cannot read it.
                    Start the release of Open Social Net that wrote it and take its data out there: "Upgrade" in docs/operate.md.""".formatted(files(), version, MAJOR_VERSION));
        }
    }

    void start(int port, List<String> more) throws IOException {
        var options = new StringBuilder("-p %d -h 127.0.0.1 -k ''".formatted(port));
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        more.forEach(setting -> options.append(" -c ").append(setting));
        var logFile = data.resolve("postgres.log");
        if (Files.exists(logFile) && Files.size(logFile) > LOG_KEPT) {
            Files.move(logFile, data.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        must(
                "PostgreSQL did not start; its last words are in " + logFile,
                program.run(
                        "pg_ctl",
                        "-D",
                        files().toString(),
                        "-w",
                        "-t",
                        "120",
                        "-l",
                        logFile.toString(),
                        "-o",
                        options.toString(),
                        "start"));
    }

    void stop() throws IOException {
        must(
                "PostgreSQL does not stop",
                program.run("pg_ctl", "-D", files().toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }

    /** To be called only by who has claimed the directory: whatever still runs on it was left by a program that died. */
    void stopOrphan() throws IOException {
        var orphan = process().filter(Cluster::isPostgres);
        if (orphan.isPresent()) {
            log.atWarn().addKeyValue("pid", orphan.get().pid()).log("stopping a PostgreSQL that a crash left running");
            stop();
        }
        // A number left in the file may meanwhile belong to another program, which PostgreSQL would take for itself.
        Files.deleteIfExists(pidFile());
    }

    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    /** A dead process that nobody has buried yet has no command, nor has a stranger's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private Path pidFile() {
        return files().resolve("postmaster.pid");
    }

    private static void must(String trouble, Program.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new OperatorError(4, trouble + ":\n" + outcome.output().strip());
        }
    }
}
