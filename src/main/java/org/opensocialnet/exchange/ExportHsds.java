package org.opensocialnet.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opensocialnet.kernel.Command;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;
import org.springframework.stereotype.Component;

/** Writes the public directory to a folder or a ZIP, for another directory to take in. */
@Component
@Command.Words(
        name = "export-hsds",
        usage = "DIR [--zip] [--source ID]",
        purpose = "writes the public directory as HSDS 3.1 tables into DIR (with --zip: into one file)")
class ExportHsds implements Command {

    private static final String USAGE =
            ExportHsds.class.getAnnotation(Command.Words.class).usage();

    private final TabularExport export;

    ExportHsds(TabularExport export) {
        this.export = export;
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException, SQLException {
        var asked = Arguments.of(arguments, 1, List.of("--source"), List.of("--zip"), "export-hsds " + USAGE);
        var target = Path.of(asked.values().getFirst());
        var source = asked.options().get("--source");
        if (asked.has("--zip")) {
            if (Files.isDirectory(target)) {
                throw new OperatorError(2, target + " is a folder; with --zip, name the file to write");
            }
            try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
                export.write(into(zip), source, (file, rows) -> say(terminal, file, rows));
            }
        } else {
            Files.createDirectories(target);
            export.write(
                    file -> Files.newOutputStream(target.resolve(file)),
                    source,
                    (file, rows) -> say(terminal, file, rows));
        }
        terminal.say("Written to " + target);
        return 0;
    }

    /** Each file an entry of an archive; closing the file ends the entry, not the archive. */
    static TabularExport.Target into(ZipOutputStream zip) {
        return name -> {
            zip.putNextEntry(new ZipEntry(name));
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    zip.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        };
    }

    private static void say(Terminal terminal, String file, long rows) {
        terminal.say("%-32s %,10d rows".formatted(file, rows));
    }
}
