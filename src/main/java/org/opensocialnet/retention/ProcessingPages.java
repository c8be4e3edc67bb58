package org.opensocialnet.retention;

import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.people.PersonRecords.Processing;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The register of processing (GDPR, article 30), as the rooms declare it themselves. */
@Controller
class ProcessingPages {

    private final ObjectProvider<PersonRecords> rooms;
    private final Nights nights;

    ProcessingPages(ObjectProvider<PersonRecords> rooms, Nights nights) {
        this.rooms = rooms;
        this.nights = nights;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Line> lines) {}

    /** One room's processing, and for how long each type of its records is kept. */
    record Line(Processing processing, List<Kept> kept) {}

    /** One type of record and its time. */
    record Kept(String what, String time) {}

    @GetMapping("/desk/processing")
    ModelAndView show(SignedIn me, Words t) {
        var lines = rooms.orderedStream().map(room -> line(room, t)).toList();
        return new ModelAndView("retention/processing").addObject("page", new Page(me, lines));
    }

    private Line line(PersonRecords room, Words t) {
        return new Line(
                room.declared(t),
                nights.all().stream()
                        .filter(keeping -> keeping.code().startsWith(room.room() + "."))
                        .map(keeping ->
                                new Kept(keeping.what(t), RetentionWords.time(keeping.unit(), nights.time(keeping), t)))
                        .toList());
    }

    @Bean
    static DeskEntry processingEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                65,
                "/desk/processing",
                Permission.PROCESSING_READ,
                t -> t.of("retention.processing.title"));
    }
}
