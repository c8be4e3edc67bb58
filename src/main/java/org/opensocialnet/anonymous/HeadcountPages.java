package org.opensocialnet.anonymous;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.anonymous.Headcounts.Counted;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Counting those who come without a code, at the door. */
@Controller
@RequestMapping(HeadcountPages.PATH)
class HeadcountPages {

    static final String PATH = "/desk/headcounts";
    private static final int DAYS = 14;
    private static final int MOST = 300;
    private static final int MOST_PEOPLE = 1000;
    private static final String NONE = "none";

    private final Headcounts counts;
    private final OwnServices services;
    private final Clock clock;

    HeadcountPages(Headcounts counts, OwnServices services, Clock clock) {
        this.counts = counts;
        this.services = services;
        this.clock = clock;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Choice> services, List<Choice> groups, List<Line> lines) {}

    /** The sum of one service, day and group. */
    record Line(String day, String service, String group, int people) {}

    @GetMapping
    ModelAndView show(SignedIn me, Words t) {
        return Form.fresh(t)
                .withDate("day", LocalDate.now(clock))
                .with("people", 1)
                .with("service", NONE)
                .with("group", NONE)
                .page("anonymous/headcounts", page(me, t));
    }

    @PostMapping
    ModelAndView count(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(me, t);
        var service = form.field("service", t.of("anonymous.count.service")).oneOf(values(page.services()));
        var group = form.field("group", t.of("anonymous.count.group")).oneOf(values(page.groups()));
        var day = form.field("day", t.of("anonymous.count.day")).date();
        var people = form.field("people", t.of("anonymous.count.people")).number(1, MOST_PEOPLE);
        var today = LocalDate.now(clock);
        if (day != null && (day.isAfter(today) || day.isBefore(today.minusYears(1)))) {
            form.refuse("day", t.of("anonymous.count.day.fault"));
        }
        if (people == null && form.fault("people") == null) {
            form.refuse("people", t.of("workspace.fault.missing", t.of("anonymous.count.people")));
        }
        if (!form.sound() || people == null) {
            return form.again("anonymous/headcounts", page);
        }
        var id = counts.count(
                Objects.requireNonNull(me.organization()),
                me.member(),
                new Counted(
                        service.equals(NONE) ? null : UUID.fromString(service),
                        day == null ? today : day,
                        group.equals(NONE) ? null : TargetGroup.of(group),
                        people));
        Said.done(t.of("anonymous.count.done", people))
                .undo(PATH + "/undo?count=" + id)
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/undo")
    ModelAndView undo(@RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        counts.takeBack(Form.sent(typed, t)
                .field("count", t.of("anonymous.count.title"))
                .sentId()
                .orElseThrow(() -> Refusal.conflict("anonymous.count.taken-back-already")));
        Said.done(t.of("anonymous.count.taken-back")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    private Page page(SignedIn me, Words t) {
        var organization = Objects.requireNonNull(me.organization());
        var offered = new ArrayList<Choice>();
        offered.add(new Choice(NONE, t.of("anonymous.count.no-service")));
        offered.addAll(services.of(organization));
        var groups = new ArrayList<Choice>();
        groups.add(new Choice(NONE, t.of("anonymous.count.no-group")));
        Arrays.stream(TargetGroup.values())
                .map(group -> new Choice(group.code(), GroupWords.of(group, t)))
                .forEach(groups::add);
        return new Page(
                me,
                offered,
                groups,
                counts.since(organization, LocalDate.now(clock).minusDays(DAYS), MOST).stream()
                        .map(one -> new Line(
                                t.date(one.day()),
                                text(
                                        offered,
                                        one.service() == null
                                                ? null
                                                : one.service().toString()),
                                text(
                                        groups,
                                        one.group() == null ? null : one.group().code()),
                                one.people()))
                        .toList());
    }

    private static String text(List<Choice> choices, @Nullable String value) {
        return choices.stream()
                .filter(one -> one.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse(choices.getFirst().text());
    }

    @Bean
    static DeskEntry headcountsEntry() {
        return new DeskEntry(Group.PEOPLE, 36, PATH, Permission.PEOPLE_READ, t -> t.of("anonymous.count.title"));
    }
}
