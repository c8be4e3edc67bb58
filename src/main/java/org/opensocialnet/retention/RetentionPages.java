package org.opensocialnet.retention;

import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** For how long what is kept, what would go tonight, and what went. Reading changes nothing. */
@Controller
class RetentionPages {

    private static final int NIGHTS = 60;

    private final Nights nights;

    RetentionPages(Nights nights) {
        this.nights = nights;
    }

    /** What the page shows; members of an organisation see its own figures, the network's bodies the sums. */
    record Page(SignedIn me, List<Kept> kept, List<Went> went, boolean own) {}

    /** One type of record. */
    record Kept(String what, String time, int due) {}

    /** What went on one night. */
    record Went(String night, String what, int rows) {}

    @GetMapping("/desk/retention")
    ModelAndView show(SignedIn me, Words t) {
        return new ModelAndView("retention/retention")
                .addObject("page", new Page(me, kept(me, t), went(t), me.organization() != null));
    }

    /** The network's bodies may see no person; how many there are is counted for them. */
    private List<Kept> kept(SignedIn me, Words t) {
        return nights.all().stream()
                .map(keeping -> new Kept(
                        keeping.what(t),
                        RetentionWords.time(keeping.unit(), nights.time(keeping), t),
                        me.organization() != null
                                ? nights.due(keeping)
                                : Sight.job("retention").call(() -> nights.due(keeping))))
                .toList();
    }

    private List<Went> went(Words t) {
        return nights.gone(NIGHTS).stream()
                .map(gone -> new Went(
                        t.moment(gone.at()),
                        nights.all().stream()
                                .filter(keeping -> keeping.code().equals(gone.code()))
                                .map(keeping -> keeping.what(t))
                                .findFirst()
                                .orElse(gone.code()),
                        gone.rows()))
                .toList();
    }

    @Bean
    static DeskEntry retentionEntry() {
        return new DeskEntry(
                Group.ADMINISTRATION, 66, "/desk/retention", Permission.PROCESSING_READ, t -> t.of("retention.title"));
    }
}
