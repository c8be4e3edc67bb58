package org.opensocialnet.finding;

import java.time.Clock;
import java.time.LocalDateTime;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.search.When;
import org.opensocialnet.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search: a list beside a map, all of it in the address. */
@Controller
class FindPages {

    private final Search search;
    private final Listing listing;
    private final Places places;
    private final SearchNeeds needs;
    private final Clock clock;

    FindPages(Search search, Listing listing, Places places, SearchNeeds needs, Clock clock) {
        this.needs = needs;
        this.places = places;
        this.search = search;
        this.listing = listing;
        this.clock = clock;
    }

    @GetMapping(FindPage.PATH)
    ModelAndView find(@RequestParam MultiValueMap<String, String> parameters) {
        var page = page(Asked.of(parameters, places));
        needs.note(page.found(), page.vocabulary());
        return new ModelAndView("finding/find", "page", page);
    }

    @GetMapping("/find/print")
    ModelAndView print(@RequestParam MultiValueMap<String, String> parameters) {
        return new ModelAndView(
                "finding/print", "page", page(Asked.of(parameters, places).onPage(1, 200)));
    }

    private FindPage page(Question asked) {
        var found = search.find(asked);
        var now = clock.instant();
        var at = found.understood().question().when() instanceof When.At(var time)
                ? time
                : LocalDateTime.ofInstant(now, clock.getZone());
        return new FindPage(asked, found, listing.of(found), search.vocabulary(), at, now);
    }

    /** The way here from every page. */
    @Configuration(proxyBeanMethods = false)
    static class Link {

        @Bean
        MenuEntry findLink() {
            return new MenuEntry(MenuEntry.Place.HEADER, 10, FindPage.PATH, t -> t.of("finding.menu.find"));
        }
    }
}
