package org.opensocialnet.finding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Facet;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.search.When;
import org.opensocialnet.web.Parts.Chip;
import org.opensocialnet.web.Parts.Tile;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: one question, the needs most people come with, and true counts of what there is for them. */
@Controller
class HomePage {

    private static final int TILES = 8;

    /** What cannot wait comes first; other kinds follow by how many points they have. */
    private static final List<String> FIRST =
            List.of("food", "shelter", "health", "addiction", "safety", "work", "papers", "children");

    private final Search search;
    private final Figures figures;
    private final Clock clock;

    HomePage(Search search, Figures figures, Clock clock) {
        this.search = search;
        this.figures = figures;
        this.clock = clock;
    }

    /** One need: a kind of service, how many points there are and how many of them are open now. */
    record Need(Concept kind, int points, int open) {

        Tile tile(Words t) {
            var note = open > 0 ? t.of("finding.home.tile-open", points, open) : t.of("finding.home.tile", points);
            return new Tile(
                    kind.name(t.lang()),
                    note,
                    t.link(Asked.address(FindPage.PATH, Question.EVERYTHING.with(Facet.TERM, kind.value()))));
        }
    }

    /** What the page shows. */
    record Home(
            int services,
            int organizations,
            List<Need> needs,
            int open,
            boolean women,
            boolean noPapers,
            List<String> languages,
            OptionalInt preparing) {

        List<Tile> tiles(Words t) {
            return needs.stream().map(need -> need.tile(t)).toList();
        }

        List<Chip> chips(Words t) {
            var chips = new ArrayList<Chip>();
            add(t, chips, open > 0, t.of("finding.chip.now"), Question.EVERYTHING.withWhen(new When.Now()));
            add(t, chips, women, t.of("finding.home.women"), Question.EVERYTHING.with(Facet.GROUP, "women"));
            add(t, chips, noPapers, t.of("finding.home.no-papers"), Question.EVERYTHING.with(Facet.FLAG, "no-papers"));
            return chips;
        }

        /** Languages by their own names, for those who read no other. */
        List<Chip> tongues(Words t) {
            return languages.stream()
                    .map(code -> new Chip(
                            ownName(code),
                            t.link(Asked.address(FindPage.PATH, Question.EVERYTHING.with(Facet.LANGUAGE, code))),
                            false,
                            null))
                    .toList();
        }

        private static String ownName(String code) {
            var language = java.util.Locale.of(code);
            return language.getDisplayLanguage(language);
        }

        private static void add(Words t, List<Chip> chips, boolean offered, String text, Question question) {
            if (offered) {
                chips.add(new Chip(text, t.link(Asked.address(FindPage.PATH, question)), false, null));
            }
        }
    }

    @GetMapping("/")
    ModelAndView home() {
        var counted = figures.of(clock.instant());
        var preparing = search.preparing();
        var page = preparing.isPresent()
                ? new Home(
                        counted.services(), counted.organizations(), List.of(), 0, false, false, List.of(), preparing)
                : home(counted);
        return new ModelAndView("finding/home", "page", page);
    }

    private Home home(Figures.Counted counted) {
        var everything = search.find(Question.EVERYTHING.onPage(1, 1));
        var open = search.find(Question.EVERYTHING.withWhen(new When.Now()).onPage(1, 1));
        var vocabulary = search.vocabulary();
        Function<Concept, Need> need = kind ->
                new Need(kind, everything.count(Facet.TERM, kind.value()), open.count(Facet.TERM, kind.value()));
        var needs = vocabulary.tops(Facet.TERM, "el").stream()
                .filter(Concept::own)
                .map(need)
                .filter(one -> one.points() > 0)
                .sorted(Comparator.comparingInt(HomePage::urgency)
                        .thenComparing(Comparator.comparingInt(Need::points).reversed()))
                .limit(TILES)
                .toList();
        var languages = List.of("ar", "fa", "ur", "uk").stream()
                .filter(code -> everything.count(Facet.LANGUAGE, code) > 0)
                .toList();
        return new Home(
                everything.services(),
                counted.organizations(),
                needs,
                open.total(),
                everything.count(Facet.GROUP, "women") > 0,
                everything.count(Facet.FLAG, "no-papers") > 0,
                languages,
                OptionalInt.empty());
    }

    private static int urgency(Need need) {
        int place = FIRST.indexOf(need.kind().value());
        return place < 0 ? FIRST.size() : place;
    }
}
