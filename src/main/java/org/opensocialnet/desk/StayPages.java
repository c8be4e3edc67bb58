package org.opensocialnet.desk;

import org.opensocialnet.access.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The sign of life of whoever was warned that they would be signed out, and wants to stay. */
@Controller
class StayPages {

    /** Coming in through the gate is all it takes. */
    @PostMapping("/desk/stay")
    ResponseEntity<Void> stay(SignedIn me) {
        return ResponseEntity.noContent().build();
    }
}
