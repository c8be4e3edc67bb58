package org.opensocialnet.finding;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Timetable;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes the printed guide of an area and a group. Few at a time, because one costs as much as a hundred searches. */
@Controller
class Guides {

    private static final int MOST = 400;

    private final Search search;
    private final Listing listing;
    private final Timetable timetable;
    private final ServiceRecords records;
    private final TemplateEngine templates;
    private final Places places;
    private final Clock clock;
    private final Semaphore presses = new Semaphore(2);

    Guides(
            Search search,
            Listing listing,
            Timetable timetable,
            ServiceRecords records,
            TemplateEngine templates,
            Places places,
            Clock clock) {
        this.search = search;
        this.listing = listing;
        this.timetable = timetable;
        this.records = records;
        this.templates = templates;
        this.places = places;
        this.clock = clock;
    }

    /** What one can choose for a guide. */
    record GuideChoice(List<Place> communities, Vocabulary vocabulary, List<String> groups) {}

    @GetMapping("/guide")
    ModelAndView choose() {
        var counts = search.find(Question.EVERYTHING.onPage(1, 1)).counts().getOrDefault(Facet.GROUP, Map.of());
        return new ModelAndView(
                "finding/guide",
                "page",
                new GuideChoice(places.communities(), search.vocabulary(), List.copyOf(counts.keySet())));
    }

    @GetMapping("/guide.pdf")
    ResponseEntity<byte[]> print(@RequestParam MultiValueMap<String, String> parameters, Words t) {
        if (!presses.tryAcquire()) {
            throw Refusal.conflict("finding.guide.busy");
        }
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"guide.pdf\"")
                    .body(pdf(html(guide(parameters), t)));
        } finally {
            presses.release();
        }
    }

    private Guide guide(MultiValueMap<String, String> parameters) {
        var asked = Asked.of(parameters, places);
        var community = parameters.getFirst("community");
        if (community != null && !community.isBlank()) {
            asked = asked.with(Facet.ZONE, community);
        }
        var found = search.points(asked.sortedBy(Question.Sort.NAME).onPage(1, MOST));
        var results = listing.of(found);
        var services = results.stream()
                .map(result -> result.card().service())
                .distinct()
                .toList();
        return new Guide(
                found.understood().question(),
                results,
                timetable.of(services),
                records.hoursInWords(services),
                search.vocabulary(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                found.total());
    }

    private String html(Guide guide, Words t) {
        var page = new StringOutput();
        templates.render("finding/guidePdf.jte", Map.of("page", guide, "t", t), page);
        return page.toString();
    }

    private static byte[] pdf(String html) {
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Commissioner_400Regular.ttf"), "Commissioner", 400, NORMAL, true)
                    .useFont(() -> font("Commissioner_700Bold.ttf"), "Commissioner", 700, NORMAL, true)
                    .withHtmlContent(html, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static final com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle NORMAL =
            com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL;

    private static InputStream font(String file) {
        return Objects.requireNonNull(Guides.class.getResourceAsStream("/finding/fonts/" + file), file);
    }
}
