package org.opensocialnet.letters;

import java.util.Optional;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.messaging.LetterBook;
import org.opensocialnet.workspace.Workplace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the letters add to the desk: their page, and a word to administrators while nothing can be sent. */
@Configuration(proxyBeanMethods = false)
class LetterDesk {

    @Bean
    DeskEntry letterEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION, 40, "/desk/letters", Permission.MESSAGES_READ, t -> t.of("letters.title"));
    }

    /** Those who may read letters are those whom their table shows to: the network's administrators. */
    @Bean
    Workplace.Lookout noMailServer(LetterBook book) {
        return () -> book.hasServer() || !isAdministrator()
                ? Optional.empty()
                : Optional.of(new Workplace.Warning(
                        t -> t.of("letters.no-server.warning"), "/desk/letters", t -> t.of("letters.no-server.more")));
    }

    private static boolean isAdministrator() {
        var sight = Sight.current();
        return sight != null && sight.role().equals(Role.ADMINISTRATOR.code());
    }
}
