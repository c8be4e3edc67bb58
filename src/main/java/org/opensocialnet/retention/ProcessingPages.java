package org.opensocialnet.registry;

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

/** The register of processing, as the rooms declare it themselves, and who would be forgotten tonight. */
@Controller
class ProcessingPages {

    private final ObjectProvider<PersonRecords> rooms;
    private final Forgetting forgetting;

    ProcessingPages(ObjectProvider<PersonRecords> rooms, Forgetting forgetting) {
        this.rooms = rooms;
        this.forgetting = forgetting;
    }

    /**
     * What the page shows.
     *
     * @param due how many of the own people would be forgotten tonight; none counts where no organisation is acted for
     */
    record Page(SignedIn me, List<Processing> lines, int years, int due) {}

    @GetMapping("/desk/processing")
    ModelAndView show(SignedIn me, Words t) {
        return new ModelAndView("registry/processing")
                .addObject(
                        "page",
                        new Page(
                                me,
                                rooms.orderedStream()
                                        .map(room -> room.declared(t))
                                        .toList(),
                                forgetting.years(),
                                me.organization() == null ? 0 : forgetting.due().size()));
    }

    @Bean
    static DeskEntry processingEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION,
                65,
                "/desk/processing",
                Permission.PROCESSING_READ,
                t -> t.of("registry.processing.title"));
    }
}
