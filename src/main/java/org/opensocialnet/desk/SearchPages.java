package org.opensocialnet.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The desk's one search field: asks every room for what this member may see, and shows it by kind. */
@Controller
class SearchPages {

    private static final int LEAST = 2;
    private static final int LONGEST = 200;
    private static final int OF_EACH = 10;
    private static final int PAGES = 20;

    private final List<DeskSearch> rooms;
    private final Asking asking;

    SearchPages(ObjectProvider<DeskSearch> rooms, Asking asking) {
        this.rooms = rooms.orderedStream().toList();
        this.asking = asking;
    }

    /** What was found, by kind, in the order of the rooms. */
    record SearchPage(
            String text,
            boolean tooShort,
            Map<String, List<DeskSearch.Hit>> groups,
            boolean all,
            int number,
            Paging paging) {

        int count() {
            return groups.values().stream().mapToInt(List::size).sum();
        }
    }

    @GetMapping("/desk/search")
    ModelAndView search(
            @RequestParam(name = "q", required = false, defaultValue = "") String typed,
            @RequestParam(name = "page", required = false) @Nullable String wanted,
            SignedIn me,
            Words t) {
        var text = plain(typed);
        var number = wanted != null && wanted.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(wanted), 1, PAGES) : 1;
        var page = text.length() < LEAST
                ? new SearchPage(text, true, Map.of(), true, 1, new Paging(null, null))
                : found(text, number, me, t);
        var view = new ModelAndView("desk/search", "page", page);
        view.addObject("me", me);
        return view;
    }

    /** Each room is asked for one more than this page shows, which tells whether there is a next one. */
    private SearchPage found(String text, int number, SignedIn me, Words t) {
        var atMost = number * OF_EACH + 1;
        var answers = asking.ask(rooms, room -> room.find(text, me, t, atMost));
        var groups = new LinkedHashMap<String, List<DeskSearch.Hit>>();
        var more = false;
        for (var hits : answers.given()) {
            more |= hits.size() >= atMost;
            hits.stream()
                    .skip((number - 1L) * OF_EACH)
                    .limit(OF_EACH)
                    .forEach(hit -> groups.computeIfAbsent(hit.kind(), _ -> new java.util.ArrayList<>())
                            .add(hit));
        }
        return new SearchPage(
                text,
                false,
                groups,
                answers.all(),
                number,
                new Paging(
                        number > 1 ? address(text, 1, t) : null,
                        more && number < PAGES ? address(text, number + 1, t) : null));
    }

    private static String address(String text, int number, Words t) {
        var address = UriComponentsBuilder.fromPath(t.link("/desk/search")).queryParam("q", "{q}");
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.encode().buildAndExpand(text).toUriString();
    }

    private static String plain(String typed) {
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
