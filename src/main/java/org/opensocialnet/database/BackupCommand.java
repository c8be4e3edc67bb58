package org.opensocialnet.database;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ./run backup FILE}: also while the server runs. */
@Component
@Command.Words(name = "backup", usage = "FILE", purpose = "copies the database, running or not, into one checked file")
final class BackupCommand implements Command {

    private final DataDirectory data;
    private final DatabaseSettings settings;
    private final ObjectProvider<Postgres> postgres;
    private final Clock clock;

    BackupCommand(DataDirectory data, DatabaseSettings settings, ObjectProvider<Postgres> postgres, Clock clock) {
        this.data = data;
        this.settings = settings;
        this.postgres = postgres;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws Exception {
        if (arguments.size() != 1) {
            throw new OperatorError(2, "Say into which file: ./run backup FILE");
        }
        var outcome = new Backup(keeper(), data.path(), clock).write(Path.of(arguments.getFirst()), terminal);
        terminal.say("Backed up %s into %s: %,d files, %,d bytes, read again and found sound."
                .formatted(data.path(), outcome.file(), outcome.files(), outcome.bytes()));
        terminal.say("It holds everything, passwords too: keep it as you keep the data.");
        return 0;
    }

    private Address keeper() throws Exception {
        if (settings.database().beside()) {
            return Postgres.keeperBeside(data.path())
                    .orElseThrow(() -> new OperatorError(
                            5, "The server that worked in " + data.path() + " has just stopped. Try again."));
        }
        var ours = postgres.getIfAvailable();
        if (ours == null) {
            throw notOurs();
        }
        return ours.keeperAddress();
    }

    static OperatorError notOurs() {
        return new OperatorError(2, """
                OSN_DATABASE_URL names a database of your own, so back it up and restore it with its own tools:
                pg_basebackup or pg_dump --format=custom, and pg_restore. The data directory itself holds nothing that cannot be made again.""");
    }
}
