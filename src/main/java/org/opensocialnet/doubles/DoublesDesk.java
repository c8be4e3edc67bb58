package org.opensocialnet.doubles;

import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its page, and a card for the pairs that wait. */
@Configuration(proxyBeanMethods = false)
class DoublesDesk {

    @Bean
    DeskEntry doublesEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 62, PairPages.PATH, Permission.DIRECTORY_KEEP, t -> t.of("doubles.title"));
    }

    @Bean
    ToDo doublesToDecide(Lookalikes pairs) {
        return (me, t) -> {
            long waiting = me.may(Permission.DIRECTORY_KEEP) ? pairs.waiting() : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            25,
                            t.of("doubles.todo", waiting),
                            t.of("doubles.todo.reason"),
                            t.of("doubles.todo.action"),
                            PairPages.PATH));
        };
    }
}
