package org.opensocialnet.database;

import java.nio.file.Path;

/** A program of ours that writes without end and says what it has committed, so that a test can kill it. */
final class DoomedProgram {

    private DoomedProgram() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = Postgres.start(Path.of(arguments[0]));
        Scratch.run(postgres, "create table if not exists promise (id bigint primary key)");
        var first = Scratch.number(postgres, "select coalesce(max(id), 0) + 1 from promise");
        try (var connection = Scratch.connect(postgres);
                var insert = connection.prepareStatement("insert into promise values (?)")) {
            for (var id = first; ; id++) {
                insert.setLong(1, id);
                insert.executeUpdate();
                System.out.println("committed " + id);
            }
        }
    }
}
