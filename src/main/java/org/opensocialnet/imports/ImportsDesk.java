package org.opensocialnet.imports;

import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.settings.Declared;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its page, a card for what waits, and how long files are kept. */
@Configuration(proxyBeanMethods = false)
class ImportsDesk {

    @Bean
    DeskEntry importsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 60, ImportPages.PATH, Permission.DIRECTORY_IMPORT, t -> t.of("imports.title"));
    }

    @Bean
    Declared importSettings() {
        return new Declared(FileShredder.FILES_KEPT, FileShredder.DETAILS_KEPT);
    }

    /** Compared files that nobody brought in, and records left alone by an undo. */
    @Bean
    ToDo importsToDecide(Loads loads) {
        return (me, t) -> {
            if (!me.may(Permission.DIRECTORY_IMPORT)) {
                return List.of();
            }
            long waiting = loads.waiting();
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            40,
                            t.of("imports.todo", waiting),
                            t.of("imports.todo.reason"),
                            t.of("imports.todo.action"),
                            ImportPages.PATH));
        };
    }
}
