package org.opensocialnet.finding;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Quality;
import org.opensocialnet.finding.ServiceRecords.Capacity;
import org.opensocialnet.finding.ServiceRecords.Contact;
import org.opensocialnet.finding.ServiceRecords.Cost;
import org.opensocialnet.finding.ServiceRecords.Notice;
import org.opensocialnet.finding.ServiceRecords.Phone;
import org.opensocialnet.finding.ServiceRecords.Service;
import org.opensocialnet.finding.ServiceRecords.Text;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.search.Question;
import org.opensocialnet.web.Parts.Crumb;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;

/** Everything a page of one service tells. Its first stop is the one the reader came for. */
record ServicePage(
        Service service,
        List<Stop> stops,
        List<Phone> phones,
        List<Contact> contacts,
        List<Text> documents,
        List<Text> areas,
        List<Text> accessibility,
        List<Text> funding,
        List<Cost> costs,
        List<Capacity> capacity,
        List<Notice> notices,
        List<Listed> related,
        Vocabulary vocabulary,
        LocalDateTime at,
        Instant now,
        @Nullable Quality quality,
        Traces.History changes,
        ReportForm report,
        Map<String, String> hoursInWords) {

    Passage text(Words t, @Nullable String main, String field) {
        return t.text(main, service.translations(), field);
    }

    Passage name(Words t) {
        return text(t, service.name(), "name");
    }

    Passage organization(Words t) {
        return t.text(service.organizationName(), service.organizationTranslations(), "name");
    }

    /** The card of the first point; a service always has one, if only of itself. */
    @Nullable
    Card card() {
        return stops.isEmpty() ? null : stops.getFirst().card();
    }

    @Nullable
    Stop first() {
        return stops.isEmpty() ? null : stops.getFirst();
    }

    boolean hasMap() {
        return stops.stream()
                .anyMatch(stop -> stop.card().latitude() != null || stop.card().confidential());
    }

    String feed(Words t) {
        return t.link("/service/" + service.id() + "/points.geojson");
    }

    List<Crumb> crumbs(Words t) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(t.of("finding.crumb.home"), t.link("/")));
        var card = card();
        var kind = card == null
                ? null
                : card.terms().stream()
                        .map(vocabulary::find)
                        .filter(concept -> concept != null && concept.facet() == Facet.TERM)
                        .findFirst()
                        .orElse(null);
        if (kind != null) {
            crumbs.add(new Crumb(
                    kind.name(t.lang()),
                    t.link(Asked.address(FindPage.PATH, Question.EVERYTHING.with(Facet.TERM, kind.value())))));
        }
        crumbs.add(new Crumb(name(t).text(), null));
        return crumbs;
    }

    /** For whom, as data says it: groups, ages, papers, referral. */
    List<String> eligibility(Words t) {
        var lines = new ArrayList<String>();
        var card = card();
        if (card != null) {
            var groups = Say.groups(t, vocabulary, card.terms());
            if (!groups.isEmpty()) {
                lines.add(String.join(", ", groups));
            }
        }
        if (service.minimumAge() != null && service.maximumAge() != null) {
            lines.add(t.of("finding.service.age-between", service.minimumAge(), service.maximumAge()));
        } else if (service.minimumAge() != null) {
            lines.add(t.of("finding.service.age-from", service.minimumAge()));
        } else if (service.maximumAge() != null) {
            lines.add(t.of("finding.service.age-to", service.maximumAge()));
        }
        if (service.referralNeeded() != null) {
            lines.add(
                    service.referralNeeded()
                            ? t.of("finding.service.referral-needed")
                            : t.of("finding.service.no-referral"));
        }
        if (Boolean.FALSE.equals(service.papersNeeded())) {
            lines.add(t.of("finding.service.no-papers"));
        }
        return lines;
    }

    List<String> costs(Words t) {
        var lines = new ArrayList<String>();
        if (Boolean.TRUE.equals(service.freeOfCharge())) {
            lines.add(t.of("finding.service.free"));
        }
        for (var cost : costs) {
            var amount = cost.amount() == null
                    ? t.text(cost.amountDescription(), cost.translations(), "amount_description")
                            .text()
                    : t.money(new Money(cost.amount()));
            var option = t.text(cost.option(), cost.translations(), "option").text();
            if (!amount.isBlank()) {
                lines.add(option.isBlank() ? amount : t.of("finding.service.cost", option, amount));
            } else if (!Boolean.TRUE.equals(service.freeOfCharge()) && !option.isBlank()) {
                lines.add(option);
            }
        }
        var prose = text(t, service.feesDescription(), "fees_description").text();
        if (!prose.isBlank()) {
            lines.add(prose);
        }
        if (lines.size() > 1) { // what says "free" in other words beside "You pay nothing" says nothing more
            lines.removeIf(t.of("finding.flag.free")::equalsIgnoreCase);
        }
        return lines;
    }

    String capacity(Words t, Capacity counted) {
        var unit = t.text(counted.unit(), counted.unitTranslations(), "name")
                .text()
                .toLowerCase(t.language().locale());
        var free = counted.maximum() == null
                ? t.of("finding.capacity.free", counted.available(), unit)
                : t.of("finding.capacity.of", counted.available(), counted.maximum(), unit);
        var group = counted.targetGroup() == null ? null : vocabulary.find(counted.targetGroup());
        return group == null ? free : t.of("finding.capacity.for", free, group.name(t.lang()));
    }

    String noticeTitle(Words t, Notice notice) {
        var zone = at.atZone(java.time.ZoneId.of("Europe/Athens")).getZone();
        var from = t.date(notice.startsAt().atZoneSameInstant(zone).toLocalDate());
        var until = notice.endsAt() == null
                ? ""
                : t.date(notice.endsAt().minusSeconds(1).atZoneSameInstant(zone).toLocalDate());
        boolean begun = !notice.startsAt().toInstant().isAfter(now);
        var span = until.isEmpty()
                ? begun ? t.of("finding.notice.open-ended") : t.of("finding.notice.from", from)
                : begun ? t.of("finding.notice.until", until) : t.of("finding.notice.between", from, until);
        return switch (notice.kind()) {
            case "closed" -> t.of("finding.notice.closed", span);
            case "changed-hours" ->
                notice.opensAt() == null || notice.closesAt() == null
                        ? t.of("finding.notice.message", span)
                        : t.of(
                                "finding.notice.changed-hours",
                                t.time(notice.opensAt()),
                                t.time(notice.closesAt()),
                                span);
            case "moved" ->
                notice.movedToName() == null
                        ? t.of("finding.notice.moved", span)
                        : t.of("finding.notice.moved-to", notice.movedToName(), span);
            default -> t.of("finding.notice.message", span);
        };
    }

    /** "Confirmed 3 weeks ago", and how much of what a good record tells this one tells. */
    String freshness(Words t) {
        if (quality == null) {
            return "";
        }
        var said = t.of(quality.freshness().key(), quality.freshness().count());
        return t.of("finding.fresh", said, quality.score());
    }

    /** What a schedule says in words, in the reader's language where the record has it. */
    Passage said(Words t, String prose) {
        return t.text(prose, hoursInWords.get(prose), "description");
    }
}
