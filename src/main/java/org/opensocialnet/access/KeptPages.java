package org.opensocialnet.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives back what somebody typed before they had to sign in again: one button sends it on. */
@Controller
class KeptPages {

    static final String PATH = "/desk/kept";

    private final Kept kept;

    KeptPages(Kept kept) {
        this.kept = kept;
    }

    /** What was typed, field by field. */
    record Page(Map<String, List<String>> fields) {}

    @GetMapping(PATH)
    Object show(SignedIn me, HttpServletRequest request, Words t) {
        return kept.of(me.member(), request)
                .<Object>map(sent -> new ModelAndView("access/kept", "page", new Page(sent.fields())))
                .orElse("redirect:" + t.link("/desk"));
    }

    /** The browser sends the same fields on to where they were meant for: 307 keeps method and body. */
    @PostMapping(PATH)
    ResponseEntity<Void> send(SignedIn me, HttpServletRequest request, HttpServletResponse response, Words t) {
        var sent = kept.of(me.member(), request);
        kept.forget(me.member(), response);
        return sent.map(form ->
                        ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(URI.create(t.link(form.path()))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(t.link("/desk"))))
                .build();
    }

    @PostMapping(PATH + "/discard")
    String discard(SignedIn me, HttpServletResponse response, Words t) {
        kept.forget(me.member(), response);
        return "redirect:" + t.link("/desk");
    }
}
