package org.opensocialnet.successions;

import java.time.Duration;
import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.messaging.LetterKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its pages, its card, and the letter to a member whose organisation has an heir. */
@Configuration(proxyBeanMethods = false)
class SuccessionsDesk {

    @Bean
    DeskEntry successionsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 64, SuccessionPages.PATH, Permission.DIRECTORY_KEEP, t -> t.of("successions.title"));
    }

    @Bean
    DeskEntry heirsEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                25,
                HeirPages.PATH,
                Permission.MEMBERS_MANAGE_ALL,
                t -> t.of("successions.heirs.title"));
    }

    @Bean
    ToDo heirsToDo(Heirs heirs) {
        return (me, t) -> {
            int waiting = me.may(Permission.MEMBERS_MANAGE_ALL) ? heirs.waiting() : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            62,
                            t.of("successions.heirs.todo", waiting),
                            t.of("successions.heirs.todo.why"),
                            t.of("successions.heirs.act"),
                            HeirPages.PATH));
        };
    }

    @Bean
    LetterKind heirLetter() {
        return LetterKind.needed(Heirs.LETTER, t -> t.of("successions.letter"), Duration.ofDays(7))
                .with("name", "former", "heir", "link");
    }
}
