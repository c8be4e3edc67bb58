package org.opensocialnet.finding;

import java.util.List;
import org.opensocialnet.directory.Criterion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a good record is, said to everyone: the criteria by which records are measured. */
@Controller
class QualityPage {

    /** The criteria, the heaviest first. */
    record Published(List<Criterion> criteria) {}

    @GetMapping("/quality")
    ModelAndView quality() {
        return new ModelAndView("finding/quality", "page", new Published(Criterion.published()));
    }
}
