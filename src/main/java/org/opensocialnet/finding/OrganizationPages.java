package org.opensocialnet.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.finding.OrganizationRecords.Organization;
import org.opensocialnet.finding.OrganizationRecords.Succession;
import org.opensocialnet.finding.OrganizationRecords.Unit;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of an organisation: who it is, what it was, its units and what it offers; and the page of a place. */
@Controller
class OrganizationPages {

    private static final int MOST = 100;

    private final OrganizationRecords records;
    private final Search search;
    private final Listing listing;
    private final Traces traces;
    private final Directory directory;
    private final Reports reports;
    private final Clock clock;

    OrganizationPages(
            OrganizationRecords records,
            Search search,
            Listing listing,
            Traces traces,
            Directory directory,
            Reports reports,
            Clock clock) {
        this.records = records;
        this.search = search;
        this.listing = listing;
        this.traces = traces;
        this.directory = directory;
        this.reports = reports;
        this.clock = clock;
    }

    /** What the page of an organisation shows. */
    record OrganizationPage(
            Organization organization,
            List<Unit> units,
            List<Succession> history,
            Traces.History changes,
            List<OrganizationRecords.Phone> phones,
            List<Listed> services,
            OptionalInt preparing,
            Vocabulary vocabulary,
            LocalDateTime at,
            Instant now,
            ReportForm report) {

        /** What it became part of, if it did. */
        @Nullable
        Succession end() {
            return history.stream()
                    .filter(event -> event.event().equals("merged-into")
                            && event.predecessor().equals(organization.id()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What the page of a place shows. */
    record LocationPage(
            OrganizationRecords.Location location,
            List<OrganizationRecords.Phone> phones,
            List<OrganizationRecords.Feature> features,
            List<Listed> services,
            OptionalInt preparing,
            Vocabulary vocabulary,
            LocalDateTime at,
            Instant now,
            ReportForm report) {}

    @GetMapping("/organization/{id}")
    ModelAndView organization(@PathVariable UUID id, Words t) {
        var organization = known(id);
        // an organisation that became part of another has a page that says so; a double of one has none
        var same =
                organization.gone() && records.history(id).isEmpty() ? directory.leadsTo(id) : Optional.<UUID>empty();
        if (same.isPresent()) {
            return new ModelAndView("redirect:" + t.link("/organization/" + same.get()));
        }
        return page(organization, ReportForm.EMPTY);
    }

    @GetMapping(value = "/organization/{id}", params = "reported")
    ModelAndView reported(@PathVariable UUID id) {
        return page(known(id), ReportForm.EMPTY.as(ReportForm.State.KEPT));
    }

    @PostMapping("/organization/{id}/report")
    ModelAndView report(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, Words t) {
        var organization = known(id);
        return reports.answer(
                Subject.organization(id), "/organization/" + id, fields, t, form -> page(organization, form));
    }

    private Organization known(UUID id) {
        return records.find(id).orElseThrow(() -> Refusal.notFound("finding.organization.unknown"));
    }

    private ModelAndView page(Organization organization, ReportForm report) {
        var id = organization.id();
        return new ModelAndView(
                "finding/organization",
                "page",
                new OrganizationPage(
                        organization,
                        records.units(id),
                        records.history(id),
                        traces.of("organization", id),
                        records.phones(id),
                        once(listed(Facet.ORGANIZATION, id)),
                        search.preparing(),
                        search.vocabulary(),
                        now(),
                        clock.instant(),
                        report));
    }

    @GetMapping("/location/{id}")
    ModelAndView location(@PathVariable UUID id, Words t) {
        var found = records.location(id);
        var same = found.isPresent() ? Optional.<UUID>empty() : directory.leadsTo(id);
        if (same.isPresent()) {
            return new ModelAndView("redirect:" + t.link("/location/" + same.get()));
        }
        return place(found.orElseThrow(() -> Refusal.notFound("finding.location.unknown")), ReportForm.EMPTY);
    }

    @GetMapping(value = "/location/{id}", params = "reported")
    ModelAndView reportedPlace(@PathVariable UUID id) {
        return place(knownPlace(id), ReportForm.EMPTY.as(ReportForm.State.KEPT));
    }

    @PostMapping("/location/{id}/report")
    ModelAndView reportPlace(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, Words t) {
        var location = knownPlace(id);
        return reports.answer(Subject.location(id), "/location/" + id, fields, t, form -> place(location, form));
    }

    private OrganizationRecords.Location knownPlace(UUID id) {
        return records.location(id).orElseThrow(() -> Refusal.notFound("finding.location.unknown"));
    }

    private ModelAndView place(OrganizationRecords.Location location, ReportForm report) {
        var id = location.id();
        return new ModelAndView(
                "finding/location",
                "page",
                new LocationPage(
                        location,
                        records.phonesAt(id),
                        records.features(id),
                        listed(Facet.PLACE, id),
                        search.preparing(),
                        search.vocabulary(),
                        now(),
                        clock.instant(),
                        report));
    }

    /** While there is nothing to be searched yet the page says so, and shows the rest. */
    private List<Listed> listed(Facet facet, UUID id) {
        return search.preparing().isPresent()
                ? List.of()
                : listing.of(search.points(Question.EVERYTHING
                        .with(facet, id.toString())
                        .sortedBy(Question.Sort.NAME)
                        .onPage(1, MOST)));
    }

    /** Each service once, at the first of its places. */
    private static List<Listed> once(List<Listed> listed) {
        var seen = new java.util.HashSet<UUID>();
        return listed.stream().filter(one -> seen.add(one.card().service())).toList();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
