package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.imports.Load.State;
import org.opensocialnet.imports.LoadRecords.Counted;
import org.opensocialnet.imports.LoadRecords.Sum;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Fact;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: how far it is, what it would change, and what may be done with it. */
@Controller
@RequestMapping(ImportPages.PATH + "/{load}")
class LoadPages {

    private final Loads loads;
    private final LoadRecords records;
    private final SentFile files;
    private final Chores chores;
    private final Trail trail;
    private final TransactionOperations transactions;

    LoadPages(
            Loads loads,
            LoadRecords records,
            SentFile files,
            Chores chores,
            Trail trail,
            TransactionOperations transactions) {
        this.loads = loads;
        this.records = records;
        this.files = files;
        this.chores = chores;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** How many records of one kind become what; the way to them. */
    record Group(String words, String path, Tone tone) {}

    /**
     * What the page shows.
     *
     * @param refusal why the file cannot be read
     * @param kept how many records were left alone at the undo and wait for a decision
     */
    record LoadPage(
            Load load,
            String state,
            Tone tone,
            List<Fact> facts,
            @Nullable Chore chore,
            @Nullable String refusal,
            List<Group> groups,
            List<Counted> counted,
            long kept) {

        boolean underWay() {
            return chore != null && chore.open();
        }

        boolean interrupted() {
            return chore != null && !chore.open() && ImportWords.interrupted(load, chore);
        }

        boolean mayCompare() {
            return !underWay() && load.hasFile() && (load.is(State.RECEIVED) || load.is(State.CHECKED));
        }

        boolean mayBringIn() {
            return !underWay() && load.hasFile() && load.is(State.CHECKED) && !load.stale() && !groups.isEmpty();
        }

        boolean mayUndo() {
            return !underWay() && load.is(State.APPLIED) && load.hasDetails();
        }
    }

    @GetMapping
    ModelAndView one(@PathVariable UUID load, SignedIn me, Words t) {
        return new ModelAndView("imports/load").addObject("page", page(load, t)).addObject("me", me);
    }

    private LoadPage page(UUID id, Words t) {
        // in this order: work that ends in between has changed the import before it ended
        var chore = chores.of(id).orElse(null);
        var load = loads.one(id);
        boolean details = load.hasDetails();
        return new LoadPage(
                load,
                ImportWords.state(t, load, chore),
                ImportWords.tone(load, chore),
                facts(load, t),
                chore,
                load.is(State.REFUSED) ? ImportWords.refusal(t, load) : null,
                details ? groups(load, t) : List.of(),
                details ? records.counted(load) : List.of(),
                details && load.is(State.UNDONE) ? records.waiting(load) : 0);
    }

    private List<Group> groups(Load load, Words t) {
        return records.sums(load).stream()
                .sorted(java.util.Comparator.comparing((Sum sum) -> order(sum.tableName()))
                        .thenComparing(Sum::kind))
                .map(sum -> new Group(
                        t.of(
                                "imports.load.group",
                                ImportWords.table(t, sum.tableName()),
                                ImportWords.kind(t, sum.kind()),
                                sum.records()),
                        load.path() + "/records?table=" + sum.tableName() + "&kind="
                                + sum.kind().name(),
                        ImportWords.tone(sum.kind())))
                .toList();
    }

    private static int order(String table) {
        int at = List.of("organization", "service", "location").indexOf(table);
        return at < 0 ? 9 : at;
    }

    private static List<Fact> facts(Load load, Words t) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(t.of("imports.load.source"), load.sourceName()));
        facts.add(new Fact(
                t.of("imports.load.file"),
                t.of("imports.load.file-size", load.fileName(), Math.max(1, load.bytes() >> 10))));
        facts.add(new Fact(t.of("imports.load.sent"), happened(t, load.memberName(), load.sentAt())));
        facts.add(new Fact(
                t.of("imports.load.extent"),
                load.everything() ? t.of("imports.load.extent.everything") : t.of("imports.load.extent.as-it-says")));
        if (load.appliedAt() != null) {
            facts.add(new Fact(t.of("imports.load.applied"), happened(t, load.appliedBy(), load.appliedAt())));
        }
        if (load.undoneAt() != null) {
            facts.add(new Fact(t.of("imports.load.undone"), happened(t, load.undoneBy(), load.undoneAt())));
        }
        return facts;
    }

    private static String happened(Words t, @Nullable String by, java.time.OffsetDateTime at) {
        return t.of("imports.load.by", by == null ? "–" : by, t.moment(at.toInstant()));
    }

    @PostMapping("/comparison")
    ModelAndView compare(@PathVariable UUID load, Words t) {
        return ask(load, Comparing.CODE, t, State.RECEIVED, State.CHECKED);
    }

    @PostMapping("/application")
    ModelAndView bringIn(@PathVariable UUID load, SignedIn me, Words t) {
        transactions.executeWithoutResult(_ -> {
            var known = mustBe(load, State.CHECKED);
            if (known.stale()) {
                throw Refusal.conflict("imports.load.stale");
            }
            chores.ask(BringingIn.CODE, load);
            loads.decided(load, me, false);
        });
        return back(load, t);
    }

    @GetMapping("/undo")
    ModelAndView beforeUndo(@PathVariable UUID load, SignedIn me, Words t) {
        return new ModelAndView("imports/undo").addObject("page", page(load, t)).addObject("me", me);
    }

    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID load, SignedIn me, Words t) {
        transactions.executeWithoutResult(_ -> {
            if (!mustBe(load, State.APPLIED).hasDetails()) {
                throw Refusal.conflict("imports.load.too-late");
            }
            chores.ask(TakingBack.CODE, load);
            loads.decided(load, me, true);
        });
        return back(load, t);
    }

    /** Decides against it; the file goes at once. */
    @PostMapping("/removal")
    ModelAndView drop(@PathVariable UUID load, Words t, RedirectAttributes redirect) {
        transactions.executeWithoutResult(_ -> {
            mustBe(load, State.RECEIVED, State.CHECKED);
            if (chores.of(load).filter(Chore::open).isPresent()) {
                throw Refusal.conflict("chores.busy");
            }
            loads.dropped(load);
            files.remove(load);
            trail.note(Act.on("imports.load.dropped", "import", load));
        });
        Said.done(t.of("imports.load.drop.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(ImportPages.PATH));
    }

    private ModelAndView ask(UUID load, String code, Words t, State... from) {
        transactions.executeWithoutResult(_ -> {
            mustBe(load, from);
            chores.ask(code, load);
        });
        return back(load, t);
    }

    private Load mustBe(UUID id, State... states) {
        var load = loads.one(id);
        if (!loads.may(load, states)) {
            throw Refusal.conflict("imports.load.moved-on");
        }
        return load;
    }

    private static ModelAndView back(UUID load, Words t) {
        return new ModelAndView("redirect:" + t.link(ImportPages.PATH + "/" + load));
    }
}
