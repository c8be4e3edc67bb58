package org.opensocialnet.desk;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the desk: what waits for a decision, at most seven things, or that nothing does. */
@Controller
class TodayPages {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime SMALL_HOURS = LocalTime.of(4, 0);

    /** From which urgency on a card is marked. */
    static final int PRESSING = 70;

    private final Today today;
    private final Opened opened;
    private final Preferences preferences;
    private final Clock clock;

    TodayPages(Today today, Opened opened, Preferences preferences, Clock clock) {
        this.preferences = preferences;
        this.today = today;
        this.opened = opened;
        this.clock = clock;
    }

    /** The page; {@code shown} are the cards on it, {@code waiting} knows how many more there are. */
    record TodayPage(boolean morning, Waiting waiting, List<ToDo.Card> shown, int more, List<DeskSearch.Hit> opened) {

        boolean pressing(ToDo.Card card) {
            return card.urgency() >= PRESSING;
        }
    }

    @Bean
    DeskEntry todayEntry() {
        return new DeskEntry(DeskEntry.Group.TODAY, 10, "/desk", Permission.DESK_READ, t -> t.of("desk.today.title"));
    }

    @GetMapping("/desk")
    ModelAndView today(
            @RequestParam(required = false) boolean all,
            @CookieValue(name = "language", required = false) @Nullable String switched,
            SignedIn me,
            Words t) {
        var wanted = preferences.language(me.member()).orElse(t.language());
        if (switched == null && t.language() == Language.GREEK && wanted != Language.GREEK) {
            return new ModelAndView("redirect:" + wanted.link("/desk?_language=" + wanted.code()));
        }
        var waiting = today.of(me, t);
        var time = LocalTime.now(clock);
        var page = new TodayPage(
                time.isBefore(NOON) && time.isAfter(SMALL_HOURS),
                waiting,
                all ? waiting.cards() : waiting.first(),
                all ? 0 : waiting.more(),
                opened.latest(t));
        var view = new ModelAndView("desk/today", "page", page);
        view.addObject("me", me);
        return view;
    }
}
