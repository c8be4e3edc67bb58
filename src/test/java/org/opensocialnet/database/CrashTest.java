package org.opensocialnet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.OperatorError;

/** What PostgreSQL and we do to each other when one of us dies without a word. */
class CrashTest {

    @Test
    void nothingIsLostWhenTheProgramIsKilled() throws Exception {
        var data = Scratch.directory("killed-program");
        var promised = 0L;
        for (var life = 0; life < 2; life++) {
            promised = killAfterPromises(data, promised + 200);
        }
        var orphan = postmaster(data);
        assertThat(orphan.isAlive()).as("PostgreSQL outlives the program").isTrue();

        try (var postgres = Postgres.start(data)) {
            assertThat(orphan.info().command()).as("the orphan, stopped").isEmpty();
            assertThat(Scratch.number(postgres, "select count(*) from promise")).isGreaterThanOrEqualTo(promised);
            assertThat(Scratch.number(postgres, "select max(id) - count(*) from promise"))
                    .isZero();
        }
    }

    @Test
    void nothingIsLostWhenBothAreKilled() throws Exception {
        var data = Scratch.directory("killed-both");
        var promised = killAfterPromises(data, 100);
        kill(postmaster(data));

        try (var postgres = Postgres.start(data)) {
            assertThat(Scratch.number(postgres, "select count(*) from promise")).isGreaterThanOrEqualTo(promised);
        }
    }

    @Test
    void postgresIsStartedAgainWhenItIsKilled() throws Exception {
        var data = Scratch.directory("killed-postgres");
        try (var postgres = Postgres.start(data)) {
            Scratch.run(postgres, "create table promise as select 1 as id");

            kill(postmaster(data));

            awaitBack(postgres);
            assertThat(Scratch.number(postgres, "select count(*) from promise")).isEqualTo(1);
        }
        assertThat(Files.exists(Cluster.files(data).resolve("postmaster.pid"))).isFalse();
    }

    @Test
    void aPidFileLeftBehindThatNamesAnotherProgramIsNoObstacle() throws Exception {
        var data = Scratch.directory("stale-pid");
        Postgres.start(data).close();
        Files.writeString(
                Cluster.files(data).resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + Cluster.files(data) + "\n0\n0\n\n127.0.0.1\n");
        try (var postgres = Postgres.start(data)) {
            assertThat(Scratch.number(postgres, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void twoProgramsNeverShareADirectory() throws Exception {
        var data = Scratch.directory("shared");
        try (var postgres = Postgres.start(data)) {
            assertThatThrownBy(() -> Postgres.start(data))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            assertThat(Postgres.beside(data)).contains(postgres.address());
        }
        assertThat(Postgres.beside(data)).isEmpty();
    }

    @Test
    void filesOfAnotherMajorVersionAreRefusedWithWords() throws Exception {
        var data = Scratch.directory("older");
        Files.createDirectories(Cluster.files(data));
        Files.writeString(Cluster.files(data).resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Postgres.start(data))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("docs/operate.md");
        Files.delete(Cluster.files(data).resolve("PG_VERSION"));
    }

    @Test
    void passwordsAreAskedForAndKeptFromOthers() throws Exception {
        var data = Scratch.directory("passwords");
        try (var postgres = Postgres.start(data)) {
            for (var login : Login.values()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(login.file(data))))
                        .isEqualTo("rw-------");
            }
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(
                            postgres.address().url(), postgres.address().user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
        }
    }

    private static String setting(Postgres postgres, String name) throws SQLException {
        try (var connection = Scratch.connect(postgres);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Runs the doomed program until it has promised enough, kills it, and answers its last promise. */
    private static long killAfterPromises(Path data, long enough) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedProgram.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var promised = 0L;
        try (var lines = process.inputReader()) {
            while (promised < enough) {
                var line = lines.readLine();
                assertThat(line).as("the program lives").isNotNull();
                if (line.startsWith("committed ")) {
                    promised = Long.parseLong(line.substring("committed ".length()));
                }
            }
            kill(process.toHandle());
        }
        return promised;
    }

    private static void kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        while (process.isAlive()) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Files.readAllLines(Cluster.files(data).resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void awaitBack(Postgres postgres) throws InterruptedException {
        for (var attempt = 0; attempt < 200; attempt++) {
            try {
                Scratch.number(postgres, "select 1");
                return;
            } catch (SQLException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }
}
