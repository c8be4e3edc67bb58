package org.opensocialnet.entries;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.entries.BatchReading.Fault;
import org.opensocialnet.entries.BatchReading.Field;
import org.opensocialnet.entries.Batches.Batch;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.naming.Names;
import org.opensocialnet.parcels.Sheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A spreadsheet of needs or deliveries: looked at first, brought in by one button, taken back by one. */
@Controller
@RequestMapping(EntryPages.PATH + "/files")
class BatchPages {

    private static final String PATH = EntryPages.PATH + "/files";
    private static final int SHOWN = 20;

    private final Batches batches;
    private final Names names;
    private final Clock clock;

    BatchPages(Batches batches, Names names, Clock clock) {
        this.batches = batches;
        this.names = names;
        this.clock = clock;
    }

    /** What the page of all files shows. */
    record Page(SignedIn me, List<Item> items, List<Choice> books, int rows) {}

    /** One file that was sent. */
    record Item(String path, String when, String what, String state) {}

    /** What one file says and what would be written. */
    record OnePage(
            SignedIn me,
            UUID id,
            String state,
            boolean waits,
            boolean applied,
            int lines,
            int sound,
            int already,
            List<String> faults,
            List<Line> first,
            @Nullable Chore writing) {

        String path() {
            return PATH + "/one?batch=" + id;
        }
    }

    /** A row as it would be written. */
    record Line(int number, String day, String what, String whom, String where, int people, String quantity) {}

    @GetMapping
    ModelAndView all(SignedIn me, Words t) {
        return Form.fresh(t).with("book", "delivery").page("entries/files", page(me, t));
    }

    @PostMapping
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t)
            throws IOException {
        var form = Form.sent(typed, t);
        var page = page(me, t);
        form.field("book", t.of("entries.file.book")).oneOf(EntryForm.values(page.books()));
        if (file == null || file.isEmpty()) {
            form.refuse("file", t.of("entries.file.missing"));
        }
        if (!form.sound() || file == null) {
            return form.again("entries/files", page);
        }
        try {
            var book = EntryPages.book(form.typed("book"));
            var read = new BatchReading(book, LocalDate.now(clock), codes(t)).read(Sheet.read(file.getBytes()));
            var id = batches.keep(EntryPages.organization(me), me.member(), book, read);
            return new ModelAndView("redirect:" + t.link(PATH + "/one?batch=" + id));
        } catch (Refusal unreadable) {
            form.refuse("file", t.of(unreadable.key(), unreadable.arguments()));
            return form.again("entries/files", page);
        }
    }

    /** Every name a code goes by, in both languages. */
    private Map<Field, Map<String, String>> codes(Words t) {
        var codes = new EnumMap<Field, Map<String, String>>(Field.class);
        for (var words : List.of(t, t.in(t.other()))) {
            name(codes, Field.TYPE, names.serviceTypes(words));
            name(codes, Field.GROUP, names.groups(words));
            name(codes, Field.ZONE, names.zones(words));
            name(codes, Field.UNIT, EntryWords.units(words));
            name(codes, Field.SOURCE, EntryWords.sources(words));
            name(codes, Field.REASON, EntryWords.reasons(words));
        }
        return codes;
    }

    private static void name(Map<Field, Map<String, String>> codes, Field field, List<Choice> choices) {
        var names = codes.computeIfAbsent(field, _ -> new HashMap<>());
        for (var choice : choices) {
            names.put(BatchReading.plain(choice.value()), choice.value());
            names.putIfAbsent(BatchReading.plain(choice.text()), choice.value());
        }
    }

    @GetMapping("/one")
    ModelAndView one(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var batch = batch(typed, me, t);
        var types = names.serviceTypes(t);
        var groups = names.groups(t);
        var zones = names.zones(t);
        var units = EntryWords.units(t);
        var first = batch.rows().stream()
                .limit(SHOWN)
                .map(row -> new Line(
                        row.number(),
                        t.date(LocalDate.parse(row.day())),
                        Names.of(types, row.type()),
                        Names.of(groups, row.group()),
                        Names.of(zones, row.zone()),
                        row.people(),
                        row.quantity() == 0
                                ? ""
                                : t.of("entries.quantity.of", t.number(row.quantity()), Names.of(units, row.unit()))))
                .toList();
        var writing = batches.writing(batch.id()).orElse(null);
        boolean underWay = writing != null && writing.open();
        var page = new OnePage(
                me,
                batch.id(),
                underWay ? t.of("entries.file.state.writing") : state(batch, t),
                batch.is("checked") && !batch.rows().isEmpty() && !underWay,
                batch.is("applied"),
                batch.lines(),
                batch.rows().size(),
                batch.is("checked") && !underWay
                        ? batches.saidAlready(EntryPages.organization(me), batch)
                                .size()
                        : 0,
                batch.faults().stream()
                        .map(fault ->
                                t.of("entries.file.fault", fault.number(), column(fault.field(), t), wrong(fault, t)))
                        .toList(),
                first,
                writing);
        return Form.fresh(t).page("entries/file", page);
    }

    private static String column(Field field, Words t) {
        return switch (field) {
            case DAY -> t.of("entries.day");
            case TYPE -> t.of("entries.type");
            case GROUP -> t.of("entries.group");
            case ZONE -> t.of("entries.zone");
            case PEOPLE -> t.of("entries.people");
            case QUANTITY -> t.of("entries.quantity");
            case UNIT -> t.of("entries.unit");
            case SOURCE -> t.of("entries.source");
            case REASON -> t.of("entries.reason");
        };
    }

    private static String wrong(Fault fault, Words t) {
        return switch (fault.wrong()) {
            case EMPTY -> t.of("entries.file.wrong.empty");
            case NO_DAY -> t.of("entries.file.wrong.no-day");
            case FUTURE -> t.of("entries.file.wrong.future");
            case TOO_OLD -> t.of("entries.file.wrong.too-old");
            case NO_NUMBER -> t.of("entries.file.wrong.no-number");
            case UNKNOWN -> t.of("entries.file.wrong.unknown");
            case NOTHING -> t.of("entries.file.wrong.nothing");
        };
    }

    @PostMapping("/application")
    ModelAndView apply(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var batch = batch(typed, me, t);
        var again =
                Form.sent(typed, t).field("again", t.of("entries.file.again")).ticked();
        batches.apply(EntryPages.organization(me), batch.id(), again)
                .ifPresentOrElse(
                        written -> Said.done(t.of("entries.file.applied", written))
                                .undo(PATH + "/undo?batch=" + batch.id())
                                .on(redirect),
                        () -> Said.done(t.of("entries.file.asked")).on(redirect));
        return new ModelAndView("redirect:" + t.link(PATH + "/one?batch=" + batch.id()));
    }

    @PostMapping("/undo")
    ModelAndView undo(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var batch = batch(typed, me, t);
        int taken = batches.takeBack(EntryPages.organization(me), batch.id());
        Said.done(t.of("entries.file.taken-back", taken)).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/one?batch=" + batch.id()));
    }

    private Batch batch(MultiValueMap<String, String> typed, SignedIn me, Words t) {
        return batches.one(
                EntryPages.organization(me),
                Form.sent(typed, t).field("batch", "").sentId().orElseThrow(() -> Refusal.conflict("ledger.unknown")));
    }

    private static String state(Batch batch, Words t) {
        return switch (batch.state()) {
            case "applied" -> t.of("entries.file.state.applied", batch.written());
            case "undone" -> t.of("entries.file.state.undone");
            default -> t.of("entries.file.state.checked");
        };
    }

    private Page page(SignedIn me, Words t) {
        return new Page(
                me,
                batches.all(EntryPages.organization(me)).stream()
                        .map(batch -> new Item(
                                PATH + "/one?batch=" + batch.id(),
                                t.moment(batch.sentAt().toInstant()),
                                batch.book().code().equals("need") ? t.of("entries.needs") : t.of("entries.deliveries"),
                                state(batch, t)))
                        .toList(),
                List.of(new Choice("need", t.of("entries.needs")), new Choice("delivery", t.of("entries.deliveries"))),
                Sheet.MOST_ROWS);
    }
}
