package org.opensocialnet.successions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.RecordLine;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.directory.WholeRecords.Shown;
import org.opensocialnet.drafts.JointActs;
import org.opensocialnet.drafts.JointActs.Deed;
import org.opensocialnet.drafts.JointActs.Done;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of organisations: entered in two steps, listed, taken back. */
@Controller
@RequestMapping(SuccessionPages.PATH)
class SuccessionPages {

    static final String PATH = "/desk/successions";

    private static final int PAGE = 20;
    private static final int MOST = 2_000;

    private final Successions successions;
    private final JointActs acts;
    private final WholeRecords records;
    private final TransactionOperations transactions;
    private final Clock clock;

    SuccessionPages(
            Successions successions,
            JointActs acts,
            WholeRecords records,
            TransactionOperations transactions,
            Clock clock) {
        this.successions = successions;
        this.acts = acts;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One act in words; its path to take it back, where it was not. */
    record Item(
            String words,
            String source,
            String by,
            @Nullable String undo,
            @Nullable String undone) {}

    record ListPage(List<Item> items, Paging paging) {}

    /**
     * The form.
     *
     * @param event what is to be entered; none in the first step
     * @param others into or under which it may go
     * @param services what may go over
     */
    record EnterPage(
            List<Choice> events,
            List<Choice> organizations,
            @Nullable Event event,
            @Nullable UUID organization,
            String name,
            List<Choice> others,
            List<Choice> services) {

        boolean is(Event other) {
            return event == other;
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        return transactions.execute(_ -> {
            var found = acts.page(Deed.SUCCESSION, page, PAGE);
            var items = found.stream().limit(PAGE).map(done -> item(done, t)).toList();
            var paging = new Paging(
                    page > 1 ? t.link(PATH) : null, found.size() > PAGE ? t.link(PATH + "?page=" + (page + 1)) : null);
            return new ModelAndView("successions/list")
                    .addObject("page", new ListPage(items, paging))
                    .addObject("me", me);
        });
    }

    private Item item(Done done, Words t) {
        var told = Entered.of(acts.changes(done.id()));
        var undone = done.undoneAt();
        return new Item(
                told.words(records, t),
                told.note(),
                t.of("successions.by", done.memberName(), t.moment(done.at().toInstant())),
                undone == null ? PATH + "/" + done.id() + "/undo" : null,
                undone == null
                        ? null
                        : t.of("successions.undone-by", String.valueOf(done.undoneBy()), t.moment(undone.toInstant())));
    }

    /** First what and of whom, then the rest. */
    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String organization,
            SignedIn me,
            Words t) {
        var page = page(event, organization, t);
        var form = Form.fresh(t)
                .with("event", event)
                .with("organization", organization)
                .withDate("on", LocalDate.now(clock));
        return form.page("successions/enter", page).addObject("me", me);
    }

    private EnterPage page(String event, String organization, Words t) {
        var organizations = organizations(t);
        var known = organizations.stream()
                .filter(choice -> choice.value().equals(organization))
                .findFirst();
        var wanted = java.util.Arrays.stream(Event.values())
                .filter(each -> each.code().equals(event))
                .findFirst();
        boolean chosen = known.isPresent() && wanted.isPresent();
        return new EnterPage(
                events(t),
                organizations,
                chosen ? wanted.get() : null,
                chosen ? UUID.fromString(organization) : null,
                known.map(Choice::text).orElse(""),
                organizations.stream()
                        .filter(choice -> !choice.value().equals(organization))
                        .toList(),
                chosen && wanted.get() == Event.SPLIT_FROM ? services(UUID.fromString(organization), t) : List.of());
    }

    private List<Choice> organizations(Words t) {
        return choices(records.lines(Subject.Kind.ORGANIZATION, null, "", Shown.IN_USE, 1, MOST), t);
    }

    private List<Choice> services(UUID organization, Words t) {
        return choices(records.lines(Subject.Kind.SERVICE, List.of(organization), "", Shown.IN_USE, 1, MOST), t);
    }

    private static List<Choice> choices(List<RecordLine> lines, Words t) {
        return lines.stream()
                .map(line -> new Choice(
                        line.id().toString(),
                        t.text(line.name(), line.translations(), "name").text()))
                .toList();
    }

    private static List<Choice> events(Words t) {
        return List.of(
                new Choice(Event.MERGED_INTO.code(), t.of("successions.event.merged")),
                new Choice(Event.RENAMED.code(), t.of("successions.event.renamed")),
                new Choice(Event.SPLIT_FROM.code(), t.of("successions.event.split")),
                new Choice(Event.MOVED_UNDER.code(), t.of("successions.event.moved")));
    }

    @PostMapping("/new")
    ModelAndView enter(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(form.typed("event"), form.typed("organization"), t);
        var told = told(form, page, t);
        if (told == null) {
            return form.again("successions/enter", page).addObject("me", me);
        }
        try {
            successions.enter(me, told);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            form.refuse(told.event() == Event.RENAMED ? "name" : "other", t.of(refused.key(), refused.arguments()));
            return form.again("successions/enter", page).addObject("me", me);
        }
        Said.done(t.of("successions.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private @Nullable Told told(Form form, EnterPage page, Words t) {
        var event = page.event();
        var organization = page.organization();
        if (event == null || organization == null) {
            form.field("event", t.of("successions.field.event"))
                    .oneOf(page.events().stream().map(Choice::value).toList());
            form.field("organization", t.of("successions.field.organization"))
                    .oneOf(page.organizations().stream().map(Choice::value).toList());
            return null;
        }
        var name = form.field("name", t.of("successions.name")).optional(300);
        var english = form.field("name-en", t.of("successions.name-en")).optional(300);
        var other = form.typed("other");
        boolean needsOther = event == Event.MERGED_INTO || event == Event.MOVED_UNDER;
        if (needsOther || !other.isEmpty()) {
            other = form.field("other", t.of("successions.other"))
                    .oneOf(page.others().stream().map(Choice::value).toList());
        }
        if (event == Event.RENAMED || event == Event.SPLIT_FROM && other.isEmpty()) {
            form.field("name", t.of("successions.name")).required(300);
        }
        var services = form.field("services", t.of("successions.services"))
                .someOf(new HashSet<>(
                        page.services().stream().map(Choice::value).toList()));
        var on = form.field("on", t.of("successions.on")).date();
        if (on == null && form.fault("on") == null) {
            form.refuse("on", t.of("workspace.fault.missing", t.of("successions.on")));
        } else if (on != null && on.isAfter(LocalDate.now(clock))) {
            form.refuse("on", t.of("successions.on.future"));
        }
        var source = form.field("source", t.of("successions.source")).required(300);
        return !form.sound() || on == null
                ? null
                : new Told(
                        event,
                        organization,
                        other.isEmpty() ? null : UUID.fromString(other),
                        name,
                        english,
                        new ArrayList<>(services.stream().map(UUID::fromString).toList()),
                        on,
                        source);
    }

    @PostMapping("/{succession}/undo")
    ModelAndView undo(@PathVariable UUID succession, SignedIn me, Words t, RedirectAttributes redirect) {
        transactions.executeWithoutResult(_ -> {
            acts.one(succession).orElseThrow(() -> Refusal.notFound("successions.unknown"));
            successions.undo(me, succession);
        });
        Said.done(t.of("successions.undo.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }
}
