package org.opensocialnet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opensocialnet.kernel.OperatorError;

class BackupTest {

    static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-21T01:30:00Z"), ZoneId.of("Europe/Athens"));

    static Path data;
    static Postgres postgres;

    @BeforeAll
    static void aDatabaseWithTwoPurses() throws Exception {
        data = Scratch.directory("backed-up");
        postgres = Postgres.start(data);
        Scratch.run(postgres, """
                create table note (id bigint primary key, text text not null);
                create table purse (id int primary key, euros bigint not null);
                insert into purse values (1, 500000), (2, 500000);
                insert into note select -n, repeat('γέμισμα', 40) from generate_series(1, 20000) n""");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    Backup backup() {
        return new Backup(postgres.keeperAddress(), data, NIGHT);
    }

    static Path file(String name) throws IOException {
        var file = Path.of("target/scratch", name).toAbsolutePath();
        Files.deleteIfExists(file);
        return file;
    }

    @Test
    void everythingCommittedBeforeTheEndIsThereAgainAndFitsTogether() throws Exception {
        var file = file("under-load.tar.gz");
        var writing = new AtomicBoolean(true);
        var committed = new AtomicLong();
        var writers = new ArrayList<Future<?>>();
        long committedBeforeTheEnd;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            writers.add(people.submit(() -> writeNotes(writing, committed)));
            writers.add(people.submit(() -> moveMoney(writing)));
            while (committed.get() < 50) {
                Thread.onSpinWait();
            }
            var seen = new AtomicLong();
            backup().write(file, new WhenCopying(() -> seen.set(committed.get())));
            committedBeforeTheEnd = seen.get();
            writing.set(false);
        }
        for (var writer : writers) {
            writer.get();
        }
        assertThat(committed.get()).as("notes written while it ran").isGreaterThan(committedBeforeTheEnd);
        assertThat(committedBeforeTheEnd).isGreaterThanOrEqualTo(50);

        var restored = Scratch.directory("restored");
        new Restoration(file, restored).run(Scratch.SILENT);

        try (var again = Postgres.start(restored)) {
            var notes = Scratch.number(again, "select count(*) from note where id > 0");
            assertThat(notes).isGreaterThanOrEqualTo(committedBeforeTheEnd);
            assertThat(Scratch.number(again, "select max(id) from note"))
                    .as("no hole among the notes")
                    .isEqualTo(notes);
            assertThat(Scratch.number(again, "select sum(euros) from purse")).isEqualTo(1_000_000);
            assertThat(Scratch.number(again, "select count(*) from note where id < 0"))
                    .isEqualTo(20_000);
            Scratch.run(again, "insert into note values (1000000, 'και μετά')");
        }
    }

    private static Object writeNotes(AtomicBoolean writing, AtomicLong committed) throws SQLException {
        try (var connection = Scratch.connect(postgres);
                var insert = connection.prepareStatement("insert into note values (?, repeat('νέο', 200))")) {
            for (var id = 1L; writing.get(); id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
                committed.set(id);
            }
        }
        return "done";
    }

    private static Object moveMoney(AtomicBoolean writing) throws SQLException {
        try (var connection = Scratch.connect(postgres);
                var move = connection.prepareStatement(
                        "update purse set euros = euros + case id when 1 then -1 else 1 end")) {
            while (writing.get()) {
                move.executeUpdate();
            }
        }
        return "done";
    }

    @Test
    void aRowCommittedBeforeTheBackupEndsIsInIt() throws Exception {
        Scratch.run(postgres, "create table if not exists last_word (id int)");
        var file = file("last-word.tar.gz");
        var told = new CompletableFuture<Void>();
        var terminal = new WhenCopying(() -> {
            Scratch.run(postgres, "insert into last_word values (1)");
            told.complete(null);
        });
        backup().write(file, terminal);
        assertThat(told).isDone();

        var restored = Scratch.directory("last-word");
        new Restoration(file, restored).run(Scratch.SILENT);

        try (var again = Postgres.start(restored)) {
            assertThat(Scratch.number(again, "select count(*) from last_word")).isEqualTo(1);
        }
    }

    @Test
    void onlyTheOwnerReadsABackup() throws Exception {
        var file = file("private.tar.gz");
        backup().write(file, Scratch.SILENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingOfTheBackupStaysBehindInPostgres() throws Exception {
        backup().write(file("clean.tar.gz"), Scratch.SILENT);
        assertThat(Scratch.number(postgres, "select count(*) from pg_replication_slots"))
                .isZero();
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws Exception {
        var file = file("damaged.tar.gz");
        backup().write(file, Scratch.SILENT);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        var target = Scratch.directory("never");

        assertThatThrownBy(() -> new Restoration(file, target).run(Scratch.SILENT))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("no sound backup");
        assertThat(target).doesNotExist();
        assertThat(target.resolveSibling("never.being-restored")).doesNotExist();
    }

    @Test
    void aBackupCutShortIsRefused() throws Exception {
        var file = file("cut.tar.gz");
        backup().write(file, Scratch.SILENT);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) * 2 / 3)));
        var target = Scratch.directory("never-either");

        assertThatThrownBy(() -> new Restoration(file, target).run(Scratch.SILENT))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("cut short");
        assertThat(target).doesNotExist();
    }

    @Test
    void aRestoreNeverOverwrites() throws Exception {
        var file = file("again.tar.gz");
        backup().write(file, Scratch.SILENT);
        var full = Scratch.directory("full");
        Files.createDirectories(full);
        Files.writeString(full.resolve("letter.txt"), "κάτι");

        assertThatThrownBy(() -> new Restoration(file, full).run(Scratch.SILENT))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("never overwrites");
        assertThat(full.resolve("letter.txt")).hasContent("κάτι");
    }

    @Test
    void aBackupNeverOverwrites() throws Exception {
        var file = file("there.tar.gz");
        Files.writeString(file, "older");
        assertThatThrownBy(() -> backup().write(file, Scratch.SILENT)).hasMessageContaining("already there");
        assertThat(file).hasContent("older");
    }

    @Test
    void theNightlyBackupKeepsTheNewest() throws Exception {
        var folder = Scratch.directory("nights");
        Files.createDirectories(folder);
        for (var day = 10; day < 20; day++) {
            Files.writeString(folder.resolve("nightly-2026-11-%d-033000.tar.gz".formatted(day)), "old");
        }
        Files.writeString(folder.resolve("before-the-move.tar.gz"), "by hand");
        var settings = new BackupSettings(true, "", folder, 3);

        new NightlyBackup(
                        postgres,
                        new DataDirectory(data),
                        settings,
                        () -> {
                            throw new IllegalStateException("backs up without the book");
                        },
                        NIGHT)
                .backUp();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "before-the-move.tar.gz",
                            "nightly-2026-11-18-033000.tar.gz",
                            "nightly-2026-11-19-033000.tar.gz",
                            "nightly-2026-11-21-033000.tar.gz");
        }
    }
}
