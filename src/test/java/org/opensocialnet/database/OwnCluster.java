package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.Terminal;
import org.springframework.context.ApplicationContext;

/** A program with a cluster of its own, for tests that copy it, bring it back and look into its files. */
public final class OwnCluster {

    /** A terminal nobody sits at. */
    public static final Terminal SILENT = Scratch.SILENT;

    private OwnCluster() {}

    /** A path below target/ where nothing is. */
    public static Path place(String name) throws IOException {
        return Scratch.directory(name);
    }

    /** PostgreSQL's superuser in the program's own database. */
    public static Connection keeper(ApplicationContext program) throws SQLException {
        return program.getBean(Postgres.class).keeper(Postgres.DATABASE);
    }

    /** What {@code ./run backup FILE} does beside the running program. */
    public static Path backUp(ApplicationContext program, String name) throws Exception {
        var file = Path.of("target/scratch", name).toAbsolutePath();
        Files.deleteIfExists(file);
        Command backup = program.getBean(BackupCommand.class);
        backup.run(List.of(file.toString()), SILENT);
        return file;
    }

    /** What {@code ./run restore FILE} does. */
    public static void restore(Path file, Path into) throws Exception {
        new Restoration(file, into).run(SILENT);
    }
}
