package org.opensocialnet.finding;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a good record is, said to everyone: the criteria by which records are measured. */
@Controller
class QualityPage {

    /** The page needs nothing but its words. */
    record Quality() {}

    @GetMapping("/quality")
    ModelAndView quality() {
        return new ModelAndView("finding/quality", "page", new Quality());
    }
}
