package org.opensocialnet.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Help: on the page one came from, or found by words; only about pages the member may open. */
@Controller
class HelpPages {

    private static final int LONGEST = 100;

    private final HelpBook book;
    private final List<DeskEntry> entries;

    HelpPages(HelpBook book, ObjectProvider<DeskEntry> entries) {
        this.book = book;
        this.entries = entries.stream().toList();
    }

    /** One topic, or those found, or all. */
    record HelpPage(@Nullable HelpTopic topic, String asked, List<HelpTopic> topics) {}

    @GetMapping("/desk/help")
    ModelAndView help(
            @RequestParam(required = false, defaultValue = "") String page,
            @RequestParam(name = "q", required = false, defaultValue = "") String typed,
            SignedIn me,
            Words t) {
        var asked = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed.strip();
        var topic = book.on(page, t.language())
                .filter(_ -> asked.isEmpty())
                .filter(found -> mayOpen(me, found))
                .orElse(null);
        var topics = (asked.isEmpty() ? book.all(t.language()) : book.about(asked, t.language()))
                .stream().filter(found -> mayOpen(me, found)).toList();
        var view = new ModelAndView("desk/help", "page", new HelpPage(topic, asked, topics));
        view.addObject("me", me);
        return view;
    }

    private boolean mayOpen(SignedIn me, HelpTopic topic) {
        var doors = entries.stream()
                .filter(entry -> entry.path().equals(topic.page()))
                .toList();
        return doors.isEmpty() || doors.stream().anyMatch(entry -> me.may(entry.permission()));
    }
}
