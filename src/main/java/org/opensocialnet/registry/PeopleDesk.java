package org.opensocialnet.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.DeskFigures;
import org.opensocialnet.desk.DeskSearch.Hit;
import org.opensocialnet.desk.OpenedKind;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.people.Pairs;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this room adds to the desk. Names are not found from the desk's own search field: its text stands in the address.
 */
@Configuration(proxyBeanMethods = false)
class PeopleDesk {

    static final String KIND = "person";

    @Bean
    DeskEntry peopleEntry() {
        return new DeskEntry(
                Group.PEOPLE, 10, PeoplePages.PATH, Permission.PEOPLE_READ, t -> t.of("registry.find.title"));
    }

    @Bean
    DeskEntry peopleDoublesEntry() {
        return new DeskEntry(
                Group.PEOPLE, 40, DoublePages.PATH, Permission.PEOPLE_DECIDE, t -> t.of("registry.doubles.title"));
    }

    @Bean
    ToDo peopleDoublesToDecide(Pairs pairs) {
        return (me, t) -> {
            var organization = me.organization();
            int waiting = me.may(Permission.PEOPLE_DECIDE) && organization != null ? pairs.countOpen(organization) : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            45,
                            t.of("registry.todo.doubles", waiting),
                            t.of("registry.todo.doubles.reason"),
                            t.of("registry.todo.doubles.action"),
                            DoublePages.PATH));
        };
    }

    @Bean
    DeskFigures peopleFigures(People people) {
        return (me, t) -> me.may(Permission.PEOPLE_READ) && me.organization() != null
                ? List.of(new DeskFigures.Figure(
                        t.number(people.count(Objects.requireNonNull(me.organization()))),
                        t.of("registry.figure.people"),
                        PeoplePages.PATH))
                : List.of();
    }

    /** The way back to people opened lately, by their pseudonyms: a first page may be looked at over a shoulder. */
    @Bean
    OpenedKind openedPeople(People people) {
        return new OpenedKind() {
            @Override
            public String code() {
                return KIND;
            }

            @Override
            public Map<UUID, Hit> known(Collection<UUID> records, Words t) {
                var known = new LinkedHashMap<UUID, Hit>();
                for (var record : records) {
                    if (people.organization(new PersonId(record)).isPresent()) {
                        known.put(
                                record,
                                new Hit(
                                        t.of("registry.kind"),
                                        t.of("registry.nameless", PersonId.pseudonym(record)),
                                        "",
                                        PeoplePages.PATH + "/" + record));
                    }
                }
                return known;
            }
        };
    }
}
