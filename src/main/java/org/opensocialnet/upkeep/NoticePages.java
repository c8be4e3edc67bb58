package org.opensocialnet.upkeep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Announcement;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Temporary notices: put up with a start and an end, seen by everybody at once, ended early with one touch. */
@Controller
class NoticePages {

    private static final int MESSAGE = 2_000;

    /** Of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final Map<String, String> KINDS = Map.of(
            "closed", "upkeep.notice.closed",
            "changed-hours", "upkeep.notice.changed-hours",
            "moved", "upkeep.notice.moved",
            "message", "upkeep.notice.message");

    private final Directories directories;
    private final Acts acts;
    private final Ago ago;
    private final FreeText freeText;

    NoticePages(Directories directories, Acts acts, Ago ago, FreeText freeText) {
        this.freeText = freeText;
        this.directories = directories;
        this.acts = acts;
        this.ago = ago;
    }

    /** One notice on the board. */
    record Hung(UUID id, String about, String kind, String message, String when, boolean running, boolean endless) {}

    record NoticesPage(List<Hung> current, List<Hung> past) {}

    record NewPage(List<Choice> about, List<Choice> kinds, List<Choice> places) {}

    @GetMapping("/desk/notices")
    ModelAndView notices(SignedIn me, Words t) {
        var all = all(me, t);
        var now = ago.now();
        var current = new ArrayList<Hung>();
        var past = new ArrayList<Hung>();
        for (var notice : all) {
            (notice.ends() == null || notice.ends().isAfter(now) ? current : past).add(hung(notice, t));
        }
        var page = new NoticesPage(current, past.stream().limit(20).toList());
        return new ModelAndView("upkeep/notices", Map.of("page", page, "me", me));
    }

    /** A notice as the directory keeps it, with the record it is about. */
    record Notice(
            RecordRow row,
            Subject about,
            String name,
            Instant starts,
            @Nullable Instant ends) {}

    /** All notices of the records a member keeps, the one that ends next first. */
    List<Notice> all(SignedIn me, Words t) {
        var notices = new ArrayList<Notice>();
        for (var kind : Subject.Kind.values()) {
            var names = Directories.byId(directories.inUse(me, kind), RecordLine::id);
            var column = kind.table() + "_id";
            for (var row : directories.rows("notice", column, names.keySet())) {
                var about = UUID.fromString(row.values().getOrDefault(column, ""));
                var line = names.get(about);
                var ends = row.value("ends_at");
                notices.add(new Notice(
                        row,
                        Subject.of(kind.table(), about),
                        line == null ? "" : Directories.name(t, line),
                        moment(row.values().getOrDefault("starts_at", "")),
                        ends == null ? null : moment(ends)));
            }
        }
        notices.sort(Comparator.comparing(Notice::ends, Comparator.nullsFirst(Comparator.naturalOrder())));
        return notices;
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
                .toInstant();
    }

    private Hung hung(Notice notice, Words t) {
        var row = notice.row();
        var ends = notice.ends();
        return new Hung(
                row.id(),
                notice.name(),
                t.of(KINDS.getOrDefault(row.values().getOrDefault("kind", "message"), "upkeep.notice.message")),
                t.text(row.value("message"), row.values().getOrDefault("translations", "{}"), "message")
                        .text(),
                ends == null
                        ? t.of("upkeep.notice.since", ago.moment(t, notice.starts()))
                        : t.of("upkeep.notice.between", ago.moment(t, notice.starts()), ago.moment(t, ends)),
                !notice.starts().isAfter(ago.now()),
                ends == null);
    }

    @GetMapping("/desk/notices/new")
    ModelAndView fresh(@RequestParam(defaultValue = "") String about, SignedIn me, Words t) {
        var now = ago.here(ago.now());
        var form = Form.fresh(t)
                .with("about", about)
                .with("kind", "closed")
                .with("from-day", DAY.format(now))
                .with("from-time", DateTimeFormatter.ofPattern("HH:mm").format(now));
        return form.page("upkeep/notice", page(me, t)).addObject("me", me);
    }

    private NewPage page(SignedIn me, Words t) {
        var about = new ArrayList<Choice>();
        for (var kind : List.of(Subject.Kind.SERVICE, Subject.Kind.LOCATION, Subject.Kind.ORGANIZATION)) {
            for (var line : directories.inUse(me, kind)) {
                about.add(new Choice(
                        kind.table() + ":" + line.id(),
                        t.of(
                                switch (kind) {
                                    case SERVICE -> "upkeep.notice.service";
                                    case LOCATION -> "upkeep.notice.location";
                                    case ORGANIZATION -> "upkeep.notice.organization";
                                },
                                Directories.name(t, line))));
            }
        }
        return new NewPage(
                about,
                List.of("closed", "changed-hours", "moved", "message").stream()
                        .map(kind -> new Choice(kind, t.of(KINDS.getOrDefault(kind, ""))))
                        .toList(),
                directories.inUse(me, Subject.Kind.LOCATION).stream()
                        .map(line -> new Choice(line.id().toString(), Directories.name(t, line)))
                        .toList());
    }

    @PostMapping("/desk/notices/new")
    ModelAndView putUp(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var page = page(me, t);
        var form = Form.sent(typed, t);
        var about = form.field("about", t.of("upkeep.notice.about"))
                .oneOf(page.about().stream().map(Choice::value).toList());
        var kind = form.field("kind", t.of("upkeep.notice.kind")).oneOf(KINDS.keySet());
        var greek = form.field("message", t.of("upkeep.notice.greek")).optional(MESSAGE);
        var english = form.field("message-en", t.of("upkeep.notice.english")).optional(MESSAGE);
        var from = moment(form, "from", t.of("upkeep.notice.from"), LocalTime.MIDNIGHT, t);
        var until = moment(form, "until", t.of("upkeep.notice.until"), LocalTime.MIDNIGHT.minusMinutes(1), t);
        var opens = form.field("opens", t.of("upkeep.hours.opens")).time();
        var closes = form.field("closes", t.of("upkeep.hours.closes")).time();
        var movedTo = form.typed("moved-to").isEmpty()
                ? ""
                : form.field("moved-to", t.of("upkeep.notice.moved-to"))
                        .oneOf(page.places().stream().map(Choice::value).toList());
        if (kind.equals("message") && greek.isEmpty()) {
            form.refuse("message", t.of("upkeep.notice.message-missing"));
        }
        if (kind.equals("changed-hours") && form.sound() && (opens == null || closes == null)) {
            form.refuse(opens == null ? "opens" : "closes", t.of("upkeep.notice.hours-missing"));
        }
        if (from == null && form.fault("from-day") == null) {
            form.refuse("from-day", t.of("upkeep.notice.from-missing"));
        }
        if (from != null && until != null && !until.isAfter(from)) {
            form.refuse("until-day", t.of("upkeep.notice.until-early"));
        }
        freeText.ask(form, t, "message", "message-en");
        if (!form.sound() || from == null) {
            return form.again("upkeep/notice", page).addObject("me", me);
        }
        boolean hours = kind.equals("changed-hours");
        var id = acts.announce(
                me,
                new Announcement(
                        subject(about),
                        Announcement.Kind.valueOf(kind.replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
                        greek,
                        english.isEmpty() ? null : english,
                        from,
                        until,
                        hours ? opens : null,
                        hours ? closes : null,
                        kind.equals("moved") && !movedTo.isEmpty() ? UUID.fromString(movedTo) : null));
        Said.done(t.of("upkeep.notice.done"))
                .undo("/desk/notices/" + id + "/end")
                .on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/notices"));
    }

    private @Nullable Instant moment(Form form, String name, String label, LocalTime otherwise, Words t) {
        var day = form.field(name + "-day", label).date();
        var time = form.field(name + "-time", t.of("upkeep.notice.time", label)).time();
        if (day == null) {
            return null;
        }
        return ago.at(LocalDateTime.of(day, time == null ? otherwise : time));
    }

    private static Subject subject(String about) {
        int colon = about.indexOf(':');
        return Subject.of(about.substring(0, colon), UUID.fromString(about.substring(colon + 1)));
    }

    /** One that had begun can be put back as it was; one that had not is gone as if it had never been written. */
    @PostMapping("/desk/notices/{notice}/end")
    ModelAndView end(@PathVariable UUID notice, SignedIn me, Words t, RedirectAttributes redirect) {
        var row = row(notice);
        acts.withdraw(me, about(row), notice);
        var ends = row.value("ends_at");
        var until = ends == null ? "" : Long.toString(moment(ends).getEpochSecond());
        var said = Said.done(t.of("upkeep.notice.ended"));
        var begun = moment(row.values().getOrDefault("starts_at", "")).isBefore(ago.now());
        (begun ? said.undo("/desk/notices/" + notice + "/resumption?until=" + until) : said).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/notices"));
    }

    @PostMapping("/desk/notices/{notice}/resumption")
    ModelAndView resume(
            @PathVariable UUID notice,
            @RequestParam(required = false) @Nullable Long until,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var end = until == null ? null : Instant.ofEpochSecond(Math.clamp(until, 0L, LAST_SECOND));
        acts.resume(me, about(row(notice)), notice, end);
        Said.done(t.of("upkeep.notice.resumed")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/notices"));
    }

    private RecordRow row(UUID notice) {
        return directories.rows("notice", "id", List.of(notice)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
    }

    private static Subject about(RecordRow row) {
        for (var kind : Subject.Kind.values()) {
            var about = row.value(kind.table() + "_id");
            if (about != null) {
                return Subject.of(kind.table(), UUID.fromString(about));
            }
        }
        throw Refusal.notFound("drafts.record.unknown");
    }

    /** Used by the to-do: whether a notice ends within a day and a half. */
    static boolean endsSoon(Notice notice, Instant now) {
        var ends = notice.ends();
        return ends != null && ends.isAfter(now) && ends.isBefore(now.plus(java.time.Duration.ofHours(36)));
    }
}
