package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.Draft;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Section;
import org.opensocialnet.drafts.SectionForm;
import org.opensocialnet.drafts.SectionForms;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.rounds.Answers.Item;
import org.opensocialnet.rounds.Parts.Part;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which an organisation answers: the same by link and, filled in by the desk, on the phone. */
@Component
@Transactional
class AnswerPages {

    private static final int SIZE = 10;

    private final Answers answers;
    private final Corrections corrections;
    private final Drafts drafts;
    private final Parts parts;
    private final SectionForms forms;
    private final HoursAsSaid hours;
    private final Clock clock;

    AnswerPages(
            Answers answers,
            Corrections corrections,
            Drafts drafts,
            Parts parts,
            SectionForms forms,
            HoursAsSaid hours,
            Clock clock) {
        this.answers = answers;
        this.corrections = corrections;
        this.drafts = drafts;
        this.parts = parts;
        this.forms = forms;
        this.hours = hours;
        this.clock = clock;
    }

    /** From where somebody answers. @param base the address of the first page; byPhone: the desk writes for somebody */
    record Place(String base, Asked asked, boolean byPhone) {}

    /** A record in the list, with what it says; lost where it is not this organisation's any more. */
    record Shown(Item item, String kind, String name, boolean lost, List<Part> parts) {

        /** What is wrong most often, to be seen without opening anything. */
        private static final List<String> FIRST = List.of(Parts.HOURS, "phones", "address");

        List<Part> first() {
            return parts.stream()
                    .filter(part -> FIRST.contains(part.code()) && !part.lines().isEmpty())
                    .toList();
        }

        List<Part> others() {
            return parts.stream().filter(part -> !FIRST.contains(part.code())).toList();
        }
    }

    record Overview(Place place, List<Shown> records, Paging paging, int unsaid) {

        /** How many differ, said for the summary before the end. */
        int same() {
            return (int) records.stream().filter(shown -> shown.item().isSame()).count();
        }
    }

    record RecordPage(Place place, Shown record, boolean confidential) {}

    record SectionPage(
            Place place,
            Shown record,
            Section section,
            @Nullable SectionForm form,
            List<Choice> rules,
            List<Choice> places) {}

    /** A record being answered about: as published, and as the answer so far would have it. */
    private record Work(Item item, Kept kept, Sheet published, Sheet wanted, Optional<Draft> said) {}

    public ModelAndView overview(Place place, int page, Form form, Words t) {
        var number = Math.clamp(page, 1, 1000);
        var items = answers.items(place.asked().id(), number, SIZE + 1);
        var shown = items.stream()
                .limit(SIZE)
                .map(item -> shown(place.asked(), item, t))
                .toList();
        var paging = new Paging(
                number > 1 ? t.link(place.base()) : null,
                items.size() > SIZE ? t.link(place.base() + "?page=" + (number + 1)) : null);
        var overview = new Overview(
                place, shown, paging, place.asked().records() - place.asked().told());
        return form.sound() ? form.page("rounds/answer", overview) : form.again("rounds/answer", overview);
    }

    /** The form at the end: on the phone also who says it. */
    Form fresh(Place place, Words t) {
        var form = Form.fresh(t);
        return place.byPhone() ? form.withDate("on", LocalDate.ofInstant(clock.instant(), clock.getZone())) : form;
    }

    public ModelAndView record(Place place, UUID record, Words t) {
        var work = work(place, record);
        return new ModelAndView(
                "rounds/record", "page", new RecordPage(place, shown(work, t), Parts.isConfidential(work.published())));
    }

    public ModelAndView section(Place place, UUID record, String code, Words t) {
        var work = work(place, record);
        var section = section(work, code);
        return section.code().equals(Parts.HOURS)
                ? hours(place, work, section, Form.fresh(t), t)
                : section(place, work, section, forms.open(section, work.wanted(), t), t);
    }

    /** Keeps what was corrected; answers the page again where something is wrong with it. */
    public Optional<ModelAndView> correct(
            Place place, UUID record, String code, MultiValueMap<String, String> typed, Words t) {
        var work = work(place, record);
        var section = section(work, code);
        if (section.code().equals(Parts.HOURS)) {
            var form = Form.sent(typed, t);
            var edits = hours.read(work.wanted(), form, t);
            if (!form.sound()) {
                return again(hours(place, work, section, form, t));
            }
            answers.correct(place.asked().id(), record, edits);
            return Optional.empty();
        }
        var filled = forms.read(section, work.published(), work.said(), typed, t);
        if (!filled.form().sound()) {
            return again(section(place, work, section, filled.form(), t));
        }
        answers.correct(place.asked().id(), record, filled.edits());
        return Optional.empty();
    }

    private static Optional<ModelAndView> again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return Optional.of(page);
    }

    private ModelAndView section(Place place, Work work, Section section, SectionForm form, Words t) {
        var page = new SectionPage(place, shown(work, t), section, form, List.of(), List.of());
        return form.form().page("rounds/section", page);
    }

    private ModelAndView hours(Place place, Work work, Section section, Form form, Words t) {
        var page = new SectionPage(
                place, shown(work, t), section, null, hours.rules(work.wanted(), t), hours.places(work.wanted(), t));
        return form.page("rounds/section", page);
    }

    private Section section(Work work, String code) {
        return parts.section(work.published(), code).orElseThrow(() -> Refusal.notFound("rounds.record.unknown"));
    }

    private Work work(Place place, UUID record) {
        var item = answers.item(place.asked().id(), record);
        var kept = answers.kept(place.asked(), item).orElseThrow(() -> Refusal.notFound("rounds.record.unknown"));
        var edits = corrections.edits(place.asked().id(), record);
        var published = drafts.published(kept);
        var said = new Draft(
                place.asked().id(),
                kept.subject(),
                kept.organization(),
                null,
                place.asked().id(),
                "",
                Instant.EPOCH,
                edits);
        return new Work(item, kept, published, published.with(edits), Optional.of(said));
    }

    private Shown shown(Work work, Words t) {
        return new Shown(
                work.item(),
                Parts.kind(work.kept().subject().kind(), t),
                parts.name(work.wanted(), t),
                false,
                parts.of(work.wanted(), t));
    }

    private Shown shown(Asked asked, Item item, Words t) {
        var kept = answers.kept(asked, item);
        if (kept.isEmpty()) {
            return new Shown(
                    item, Parts.kind(item.subject().kind(), t), t.of("rounds.record.lost"), true, new ArrayList<>());
        }
        var edits = corrections.edits(asked.id(), item.record());
        var wanted = drafts.published(kept.get()).with(edits);
        return new Shown(item, Parts.kind(item.subject().kind(), t), parts.name(wanted, t), false, parts.of(wanted, t));
    }
}
