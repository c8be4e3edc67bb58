package org.opensocialnet.database;

import java.nio.file.Path;
import java.util.List;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;

/** {@code ./run restore FILE}. */
@Command.Words(
        name = "restore",
        usage = "FILE",
        purpose = "puts a backup into an empty data directory (--data DIR)",
        needsDatabase = false)
final class RestoreCommand implements Command {

    @Override
    public int run(List<String> arguments, Terminal terminal) throws Exception {
        if (arguments.size() != 1) {
            throw new OperatorError(2, "Say which file: ./run --data DIR restore FILE");
        }
        if (System.getenv("OSN_DATABASE_URL") != null) {
            throw BackupCommand.notOurs();
        }
        var data = Path.of(System.getProperty("osn.data", "data")).toAbsolutePath();
        var about = new Restoration(Path.of(arguments.getFirst()), data).run(terminal);
        terminal.say(
                "Restored into %s what was backed up at %s by release %s. PostgreSQL started on it and stopped again."
                        .formatted(data, about.startedAt(), about.program()));
        terminal.say("Start it with: ./run --data " + data);
        return 0;
    }
}
