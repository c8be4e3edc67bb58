package org.opensocialnet.care;

import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.people.PersonActions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: a page of each person, and the tasks of the day. */
@Configuration(proxyBeanMethods = false)
class CareDesk {

    @Bean
    PersonActions careOfPerson() {
        return (me, person, t) -> me.may(Permission.PEOPLE_READ)
                ? List.of(new PersonActions.Link(
                        t.of("care.title"), "/desk/people/" + person.id().value() + "/care"))
                : List.of();
    }

    @Bean
    ToDo careTasksDue(Care care) {
        return (me, t) -> {
            var due = me.may(Permission.PEOPLE_KEEP) ? care.due(me.member()) : List.<java.util.UUID>of();
            return due.isEmpty()
                    ? List.of()
                    : List.of(new ToDo.Card(
                            60,
                            t.of("care.todo", due.size()),
                            t.of("care.todo.reason"),
                            t.of("care.todo.action"),
                            "/desk/people/" + due.getFirst() + "/care"));
        };
    }
}
