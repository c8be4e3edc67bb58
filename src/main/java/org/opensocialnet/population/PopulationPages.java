package org.opensocialnet.population;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.parcels.Sheet;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.opensocialnet.workspace.UploadLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordination team's page of estimates: a file is looked through, brought in whole, and taken back whole. */
@Controller
@RequestMapping(PopulationPages.PATH)
class PopulationPages {

    static final String PATH = "/desk/population";
    private static final UploadLimit LIMIT = new UploadLimit(PATH, 5);
    private static final int SHOWN = 200;
    private static final int LONGEST_NAME = 100;

    private final PopulationFiles files;
    private final Population population;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    PopulationPages(PopulationFiles files, Population population, Places places, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.population = population;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the page shows; trial: what a file would bring, or what is wrong with it. */
    record Page(
            SignedIn me,
            List<Line> lines,
            List<Item> items,
            @Nullable PopulationSheet trial,
            String name) {}

    /** An estimate in words. */
    record Line(String zone, String group, String type, String people, String source, String day) {}

    /** One file that was brought in. */
    record Item(UUID id, String name, String when, int rows, boolean takenBack) {}

    @Bean
    static UploadLimit populationLimit() {
        return LIMIT;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String large, SignedIn me, Words t) {
        var form = Form.fresh(t);
        if (!large.isEmpty()) {
            form.refuse("file", t.of("population.file.large", LIMIT.megabytes()));
            return form.again("population/list", page(me, null, "", t));
        }
        return form.page("population/list", page(me, null, "", t));
    }

    /** Looks through the file and, where nothing is wrong and it was not only to be looked at, brings it in. */
    @PostMapping
    ModelAndView bring(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t,
            RedirectAttributes redirect)
            throws IOException {
        var form = Form.sent(typed, t);
        if (file == null || file.isEmpty()) {
            form.refuse("file", t.of("population.file.missing"));
            return form.again("population/list", page(me, null, "", t));
        }
        PopulationSheet sheet;
        try {
            sheet = PopulationSheet.of(Sheet.read(file.getBytes()), known(), LocalDate.now(clock));
        } catch (Refusal unreadable) {
            form.refuse("file", t.of(unreadable.key(), unreadable.arguments()));
            return form.again("population/list", page(me, null, "", t));
        }
        var name = name(file.getOriginalFilename());
        if (!sheet.wrong().isEmpty()) {
            form.refuse("file", t.of("population.file.wrong", sheet.wrong().size()));
            return form.again("population/list", page(me, sheet, name, t));
        }
        if (form.typed("act").equals("look")) {
            return form.page("population/list", page(me, sheet, name, t));
        }
        var batch = files.bring(name, me.member(), sheet.estimates());
        Said.done(t.of("population.brought", sheet.estimates().size()))
                .undo(PATH + "/undo?file=" + batch)
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/undo")
    ModelAndView takeBack(@RequestParam String file, Words t, RedirectAttributes redirect) {
        var batch = id(file);
        files.takeBack(batch);
        Said.done(t.of("population.taken-back"))
                .undo(PATH + "/again?file=" + batch)
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/again")
    ModelAndView again(@RequestParam String file, Words t, RedirectAttributes redirect) {
        files.bringAgain(id(file));
        Said.done(t.of("population.again")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("population.unknown");
        }
    }

    private static String name(@Nullable String sent) {
        var name = sent == null ? "" : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private Page page(SignedIn me, @Nullable PopulationSheet trial, String name, Words t) {
        var shown = trial == null ? population.at(LocalDate.now(clock)) : trial.estimates();
        var names = names(t);
        return new Page(
                me,
                shown.stream()
                        .limit(SHOWN)
                        .map(estimate -> line(estimate, names, t))
                        .toList(),
                files.latest().stream()
                        .map(one -> new Item(
                                one.id(),
                                one.name(),
                                t.moment(one.at().toInstant()),
                                one.rows(),
                                one.takenBack() != null))
                        .toList(),
                trial,
                name);
    }

    private Line line(Estimate estimate, Map<String, String> names, Words t) {
        var people = estimate.least() == estimate.most()
                ? t.number(estimate.people())
                : t.of(
                        "population.interval",
                        t.number(estimate.people()),
                        t.number(estimate.least()),
                        t.number(estimate.most()));
        return new Line(
                places.byCode(estimate.zone())
                        .map(place -> place.name(t.lang()))
                        .orElse(t.of("population.whole-city")),
                estimate.group().isEmpty()
                        ? t.of("population.all-groups")
                        : names.getOrDefault("osn-target-group " + estimate.group(), estimate.group()),
                estimate.serviceType().isEmpty()
                        ? t.of("population.residents")
                        : names.getOrDefault("osn-service " + estimate.serviceType(), estimate.serviceType()),
                people,
                estimate.source(),
                t.date(estimate.day()));
    }

    /** How groups and kinds of service are called, by vocabulary and code. */
    private Map<String, String> names(Words t) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                select x.code || ' ' || t.code as code, t.name, t.translations
                from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code in ('osn-service', 'osn-target-group') and t.code is not null
                limit 5000
                """)
                .query((row, _) -> names.put(
                        row.getString("code"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list();
        return names;
    }

    private PopulationSheet.Known known() {
        return new PopulationSheet.Known(
                places.communities().stream().map(Place::code).collect(Collectors.toSet()),
                codes("osn-target-group"),
                codes("osn-service"));
    }

    private Set<String> codes(String vocabulary) {
        return new HashSet<>(jdbc.sql("""
                select t.code from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null
                limit 2000
                """)
                .param("vocabulary", vocabulary)
                .query(String.class)
                .list());
    }
}
