package org.opensocialnet.desk;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Two pages that break, one at the desk and one for everybody. */
@Controller
@Profile("desk-rooms")
class BrokenPages {

    @GetMapping({"/desk/sample/guarded", "/sample/broken"})
    String broken() {
        throw new IllegalStateException("broken on purpose");
    }
}
