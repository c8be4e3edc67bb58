package org.opensocialnet.admissions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk: its page, a card for lists that wait, and whose a list is. */
@Configuration(proxyBeanMethods = false)
class AdmissionDesk {

    @Bean
    DeskEntry admissionsEntry() {
        return new DeskEntry(
                Group.PEOPLE, 30, AdmissionPages.PATH, Permission.PEOPLE_DECIDE, t -> t.of("admissions.title"));
    }

    @Bean
    Keeper admissionKeeper(Admissions admissions) {
        return new Keeper() {
            @Override
            public String kind() {
                return "admission";
            }

            @Override
            public Optional<UUID> organization(UUID record) {
                return admissions.find(record).map(Admission::organization);
            }
        };
    }

    @Bean
    ToDo admissionsToDecide(Admissions admissions) {
        return (me, t) -> {
            var organization = me.organization();
            int waiting =
                    me.may(Permission.PEOPLE_DECIDE) && organization != null ? admissions.waiting(organization) : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            42,
                            t.of("admissions.todo", waiting),
                            t.of("admissions.todo.reason"),
                            t.of("admissions.todo.action"),
                            AdmissionPages.PATH));
        };
    }
}
